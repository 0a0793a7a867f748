import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isUuid, localDay } from '@app/kernel';
import { AskKeyWorkers, MOST_AT_ONCE, type Allocated } from '@app/key-workers';
import { plural, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, MayCome, seeOther, type SeeOther } from '../http';
import { AllocateDesk } from './allocate.desk';
import { ChooseCases, ReadDashboard } from './dashboard.commands';
import { AllocatePage } from './views/allocate';
import { WaitingPage } from './views/waiting';

const today = (): string => localDay(new Date());
/** What was sent about those who could not be asked, as the form has it again. */
const leftForm = (left: readonly Allocated[]): FormState => FormState.again({
  status: 422, message: '',
  values: { allocations: left.map(({ about: { caseId, membershipId, personPreference, because, words } }) => ({ caseId, membershipId, personPreference: personPreference ? 'on' : '', because, words })) },
  faults: left.flatMap(({ refused }, at) => (refused?.errors.length
    ? refused.errors.map((one) => ({ ...one, pointer: `/allocations/${at}${one.pointer}` }))
    : [{ pointer: `/allocations/${at}/membershipId`, code: refused?.code ?? '', message: refused?.message ?? '' }])),
});

@Controller('dashboard') @MayCome('staff', 'team_manager')
export class AllocatePages {
  constructor(private readonly desk: AllocateDesk) {}

  @Get('waiting')
  async waiting(@Query() query: ReadDashboard, @Ctx('dashboard') ctx: PageContext): Promise<Html> {
    return WaitingPage({ ctx, today: today(), data: await this.desk.waiting(query) });
  }

  @Get('allocate')
  async page(@Query() query: ChooseCases, @Ctx('dashboard') ctx: PageContext, @Form() form: FormState): Promise<Html | SeeOther> {
    // A form that is shown again brings its own cases.
    const ids = (form.isFilled ? form.rows('allocations').map((row) => row.text('caseId')) : query.cases ?? []).filter(isUuid);
    if (ids.length === 0) return seeOther('/dashboard/waiting', 'Nobody was ticked. Tick those for whom you want to ask a key worker');
    return AllocatePage({ ctx, form, today: today(), asked: [], chosen: await this.desk.chosen(ids.slice(0, MOST_AT_ONCE)), more: Math.max(0, ids.length - MOST_AT_ONCE) });
  }

  @Post('allocate') @FormOf('/dashboard/allocate')
  async ask(@Body() command: AskKeyWorkers, @Ctx('dashboard') ctx: PageContext, @Res({ passthrough: true }) res: Response): Promise<Html | SeeOther> {
    const results = await this.desk.ask(command);
    const left = results.filter(({ refused }) => refused !== null);
    if (left.length === 0) return seeOther('/dashboard/waiting', `${plural(results.length, 'key worker is', 'key workers are')} asked. Each case waits until they say yes`);
    res.status(422);
    const asked = await this.desk.chosen(results.filter(({ refused }) => refused === null).map(({ about }) => about.caseId));
    return AllocatePage({ ctx, form: leftForm(left), today: today(), asked, chosen: await this.desk.chosen(left.map(({ about }) => about.caseId)), more: 0 });
  }
}
