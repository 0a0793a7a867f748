import { Body, Controller, Get, Post } from '@nestjs/common';
import { HandOverCases, HandoversService } from '@app/key-workers';
import { plural, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { HandOverAllDesk } from './hand-over-all.desk';
import { HandOverAllPage } from './views/hand-over-all';

/** Handing over what one key worker leads, in one act. */
@Controller('workers/:worker/hand-over') @MayCome('staff', 'team_manager')
export class HandOverAllPages {
  constructor(
    private readonly desk: HandOverAllDesk,
    private readonly handovers: HandoversService,
  ) {}

  @Get()
  async page(@IdIn('worker') worker: string, @Ctx('dashboard') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HandOverAllPage({ ctx, form, ...(await this.desk.page(worker, form)) });
  }

  @Post() @FormOf('/workers/:worker/hand-over')
  async handOver(@IdIn('worker') worker: string, @Body() command: HandOverCases): Promise<SeeOther> {
    const asked = await this.handovers.handOverAll(worker, command);
    return seeOther(`/workers/${worker}/hand-on`, `${plural(asked, 'key worker is', 'key workers are')} asked. Nothing changes for anybody until they say yes`);
  }
}
