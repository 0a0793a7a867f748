import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { SettleUnusualAccess, UnusualAccesses } from '@app/oversight';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ReadUnusualAccess } from './unusual-access.commands';
import { UnusualAccessPage } from './views/unusual-access';
import { UnusualFindingPage } from './views/unusual-finding';

@Controller('information-governance/unusual-access') @MayCome('staff', 'ig_lead')
export class UnusualAccessPages {
  constructor(private readonly unusual: UnusualAccesses) {}

  @Get()
  async page(@Query() { shown }: ReadUnusualAccess, @Ctx('governance') ctx: PageContext): Promise<Html> {
    return UnusualAccessPage({ ctx, shown: shown ?? 'open', open: await this.unusual.list(false), decided: await this.unusual.list(true) });
  }

  @Get(':finding')
  async finding(@IdIn('finding') finding: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return UnusualFindingPage({ ctx, form, finding: await this.unusual.one(finding) });
  }

  @Post(':finding') @FormOf('/information-governance/unusual-access/:finding')
  async settle(@IdIn('finding') finding: string, @IfMatch() version: number, @Body() command: SettleUnusualAccess): Promise<SeeOther> {
    await this.unusual.settle(finding, version, command);
    return seeOther('/information-governance/unusual-access', command.outcome === 'breach' ? 'Saved, and reported as an incident' : 'Saved');
  }
}
