import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApproveDisposal, DecideRetention, Retention, SetRetentionPeriod, StopDisposal, type RecordType } from '@app/information-rights';
import { IdIn, IfMatch, MayCome } from '../http';
import { endedItem, periodItem, type EndedItem, type PeriodItem } from './retention-item';

@Controller('api') @MayCome('staff', 'ig_lead')
export class RetentionApi {
  constructor(private readonly retention: Retention) {}

  /** What has come to its end and stands where, of what the lead's own organisation answers for. */
  @Get('retention')
  async list(): Promise<{ items: EndedItem[]; next: null }> {
    return { items: (await this.retention.list()).map(endedItem), next: null };
  }

  @Get('retention/periods')
  async periods(): Promise<{ items: PeriodItem[]; next: null }> {
    return { items: (await this.retention.periods()).map((period) => periodItem(period)), next: null };
  }

  /** With what was set before. */
  @Get('retention/periods/:type')
  async period(@Param('type') type: string): Promise<PeriodItem> {
    const { period, history } = await this.retention.period(type);
    return periodItem(period, history);
  }

  @Put('retention/periods/:type')
  async set(@Param('type') type: string, @IfMatch() version: number, @Body() command: SetRetentionPeriod): Promise<PeriodItem> {
    return periodItem(await this.retention.set(type, version, command));
  }

  @Get('people/:person/retention/:type')
  async one(@IdIn('person') person: string, @Param('type') type: string): Promise<EndedItem> {
    return endedItem(await this.retention.one(person, type));
  }

  @Post('people/:person/retention/:type') @HttpCode(200)
  async decide(@IdIn('person') person: string, @Param('type') type: string, @Body() command: DecideRetention): Promise<EndedItem> {
    await this.retention.decide(person, type, command);
    return endedItem(await this.retention.one(person, type));
  }

  /** By somebody else than who proposed it; nothing is destroyed by it. */
  @Post('people/:person/retention/:type/approval') @HttpCode(200)
  async approve(@IdIn('person') person: string, @Param('type') type: RecordType, @IfMatch() version: number, @Body() _: ApproveDisposal): Promise<EndedItem> {
    await this.retention.approve(person, type, version);
    return endedItem(await this.retention.one(person, type));
  }

  @Post('people/:person/retention/:type/stop') @HttpCode(200)
  async stop(@IdIn('person') person: string, @Param('type') type: RecordType, @IfMatch() version: number, @Body() command: StopDisposal): Promise<EndedItem> {
    await this.retention.stop(person, type, version, command);
    return endedItem(await this.retention.one(person, type));
  }
}
