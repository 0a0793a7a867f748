import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApproveDisposal, DecideRetention, Retention, SetRetentionPeriod, StopDisposal, type RecordType } from '@app/information-rights';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { EndedRecordPage } from './views/ended-record';
import { PeriodPage } from './views/period';
import { PeriodsPage } from './views/periods';
import { RetentionPage } from './views/retention';

const AT = '/information-governance/retention';

/** How long the lead's organisation keeps what it answers for, and what has come to its end. */
@Controller('information-governance') @MayCome('staff', 'ig_lead')
export class RetentionPages {
  constructor(private readonly retention: Retention) {}

  @Get('retention')
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return RetentionPage({ ctx, lines: await this.retention.list() });
  }

  @Get('retention/periods')
  async periods(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return PeriodsPage({ ctx, periods: await this.retention.periods() });
  }

  @Get('retention/periods/:type')
  async period(@Param('type') type: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return PeriodPage({ ctx, form, ...(await this.retention.period(type)) });
  }

  @Post('retention/periods/:type') @FormOf('/information-governance/retention/periods/:type')
  async set(@Param('type') type: string, @IfMatch() version: number, @Body() command: SetRetentionPeriod): Promise<SeeOther> {
    await this.retention.set(type, version, command);
    return seeOther(`${AT}/periods`, 'Saved. It holds from now on');
  }

  @Get('people/:person/retention/:type')
  async one(@IdIn('person') person: string, @Param('type') type: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return EndedRecordPage({ ctx, form, today: localDay(new Date()), line: await this.retention.one(person, type) });
  }

  @Post('people/:person/retention/:type') @FormOf('/information-governance/people/:person/retention/:type')
  async decide(@IdIn('person') person: string, @Param('type') type: string, @Body() command: DecideRetention): Promise<SeeOther> {
    await this.retention.decide(person, type, command);
    return seeOther(AT, command.decision === 'keep' ? 'Kept until that day' : 'Proposed. Somebody else who looks after information approves it');
  }

  @Post('people/:person/retention/:type/approval') @FormOf('/information-governance/people/:person/retention/:type')
  async approve(@IdIn('person') person: string, @Param('type') type: RecordType, @IfMatch() version: number, @Body() _: ApproveDisposal): Promise<SeeOther> {
    await this.retention.approve(person, type, version);
    return seeOther(AT, 'Approved. Nothing has been destroyed');
  }

  @Post('people/:person/retention/:type/stop') @FormOf('/information-governance/people/:person/retention/:type')
  async stop(@IdIn('person') person: string, @Param('type') type: RecordType, @IfMatch() version: number, @Body() command: StopDisposal): Promise<SeeOther> {
    await this.retention.stop(person, type, version, command);
    return seeOther(AT, 'Stopped. It is to be decided again');
  }
}
