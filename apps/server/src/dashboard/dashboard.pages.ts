import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, MayCome, seeOther, type SeeOther } from '../http';
import { ReadDashboard, ReadFlow } from './dashboard.commands';
import { DashboardDesk } from './dashboard.desk';
import { DashboardPage } from './views/dashboard';
import { FlowPage } from './views/flow';
import { WaitingPage } from './views/waiting';

@Controller('dashboard') @MayCome('staff', 'team_manager')
export class DashboardPages {
  constructor(private readonly desk: DashboardDesk) {}

  @Get()
  async page(@Query() query: ReadDashboard, @Ctx('dashboard') ctx: PageContext): Promise<Html> {
    return DashboardPage({ ctx, query, today: localDay(new Date()), data: await this.desk.page(query) });
  }

  @Get('waiting')
  async waiting(@Query() query: ReadDashboard, @Ctx('dashboard') ctx: PageContext): Promise<Html> {
    return WaitingPage({ ctx, today: localDay(new Date()), data: await this.desk.page(query) });
  }

  @Get('flow')
  async flow(@Query() query: ReadFlow, @Ctx('dashboard') ctx: PageContext): Promise<Html | SeeOther> {
    // What cannot be read on a page counts as not given: there is no such list then.
    if (!query.change || !query.week) return seeOther('/dashboard');
    return FlowPage({ ctx, query, ...(await this.desk.changes(query)) });
  }
}
