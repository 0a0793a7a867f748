import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isUuid, localDay } from '@app/kernel';
import { AskKeyWorkers, MOST_AT_ONCE } from '@app/key-workers';
import { plural, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, MayCome, seeOther, type SeeOther } from '../http';
import { AllocateDesk } from './allocate.desk';
import { ChooseCases, ReadDashboard } from './dashboard.commands';
import { AllocatePage } from './views/allocate';
import { WaitingPage } from './views/waiting';

const today = (): string => localDay(new Date());
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
    const { asked, left } = await this.desk.askAll(command);
    if (left) res.status(422);
    return left ? AllocatePage({ ctx, today: today(), ...left, more: 0 }) : seeOther('/dashboard/waiting', `${plural(asked, 'key worker is', 'key workers are')} asked. Each case waits until they say yes`);
  }
}
