import { Controller, Get, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden, localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, type Download, drawing, MayCome, mayTakeListsAway, seeOther, type Drawing, type SeeOther } from '../http';
import { ReadDashboard, ReadFlow, ReadTable } from './dashboard.commands';
import { DashboardDesk } from './dashboard.desk';
import { DashboardFiles } from './dashboard.files';
import { DashboardPage } from './views/dashboard';
import { FlowPage } from './views/flow';

@Controller() @MayCome('staff', 'team_manager')
export class DashboardPages {
  constructor(
    private readonly desk: DashboardDesk,
    private readonly files: DashboardFiles,
  ) {}

  @Get('dashboard')
  page(@Query() query: ReadDashboard, @Ctx('dashboard') ctx: PageContext): Promise<Drawing> {
    return drawing(this.desk.page(query), (data) => DashboardPage({ ctx, query, today: localDay(new Date()), data }));
  }

  @Get('dashboard.csv')
  async download(@Query() query: ReadTable, @Req() req: Request): Promise<Download | SeeOther> {
    if (!mayTakeListsAway(req)) throw new Forbidden();
    // What cannot be read on a page counts as not given: there is no such table then.
    if (!query.table) return seeOther('/dashboard');
    return this.files.download(query);
  }

  @Get('dashboard/flow')
  async flow(@Query() query: ReadFlow, @Ctx('dashboard') ctx: PageContext): Promise<Html | SeeOther> {
    if (!query.change || !query.week) return seeOther('/dashboard');
    return FlowPage({ ctx, query, ...(await this.desk.changes(query)) });
  }
}
