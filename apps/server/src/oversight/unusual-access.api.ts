import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { SettleUnusualAccess, UnusualAccesses } from '@app/oversight';
import { IdIn, IfMatch, MayCome } from '../http';
import { unusualItem, type UnusualItem } from './oversight-item';
import { ReadUnusualAccess } from './unusual-access.commands';

@Controller('api/unusual-access') @MayCome('staff', 'ig_lead')
export class UnusualAccessApi {
  constructor(private readonly unusual: UnusualAccesses) {}

  /** Looks of the organisation's own people that stand out; never the caller's own. */
  @Get()
  async list(@Query() { shown }: ReadUnusualAccess): Promise<{ items: readonly UnusualItem[] }> {
    return { items: (await this.unusual.list(shown === 'decided')).map(unusualItem) };
  }

  @Post(':finding/outcome')
  async settle(@IdIn('finding') finding: string, @IfMatch() version: number, @Body() command: SettleUnusualAccess): Promise<UnusualItem> {
    await this.unusual.settle(finding, version, command);
    return unusualItem(await this.unusual.one(finding));
  }
}
