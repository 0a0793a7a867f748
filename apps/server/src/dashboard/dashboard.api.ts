import { Controller, Get, Query } from '@nestjs/common';
import type { Covered } from '@app/key-workers';
import type { CaseChange, Waiting, Week } from '@app/measures';
import type { Workload } from '@app/overviews';
import { MayCome } from '../http';
import { ReadDashboard, ReadFlow } from './dashboard.commands';
import { DashboardDesk, type Dashboard } from './dashboard.desk';

/** A dashboard as JSON has it: the numbers of the page, and the ids behind those that name somebody. */
export interface DashboardItem {
  readonly at: Date;
  readonly team: { id: string; name: string } | null;
  readonly counts: { open: number; waiting: number; lacking: number; reviewOverdue: number; quiet: number };
  readonly keyWorkers: readonly Workload[];
  readonly waiting: readonly Waiting[];
  readonly weeks: readonly Week[];
  readonly covered: readonly Covered[];
}

const itemOf = ({ at, team, counts, lacking, workloads, waiting, weeks, covered }: Dashboard): DashboardItem => ({
  at, team: team && { id: team.id, name: team.name }, counts: { open: counts.everyone, waiting: counts.waiting, lacking, reviewOverdue: counts.review, quiet: counts.quiet },
  keyWorkers: workloads, waiting, weeks, covered,
});

@Controller('api/dashboards/team') @MayCome('staff', 'team_manager')
export class DashboardApi {
  constructor(private readonly desk: DashboardDesk) {}

  @Get()
  async team(@Query() query: ReadDashboard): Promise<DashboardItem> {
    return itemOf(await this.desk.page(query));
  }

  @Get('flow')
  async flow(@Query() query: ReadFlow): Promise<{ items: CaseChange[]; next: null }> {
    return { items: (await this.desk.changes(query)).rows, next: null };
  }
}
