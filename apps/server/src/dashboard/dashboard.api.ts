import { Controller, Get, Query } from '@nestjs/common';
import type { Covered } from '@app/key-workers';
import type { CaseChange, Waiting, Week } from '@app/measures';
import type { Workload } from '@app/overviews';
import type { QueueCounts } from '@app/referrals';
import { MayCome } from '../http';
import { ReadDashboard, ReadFlow } from './dashboard.commands';
import { DashboardDesk, type Dashboard } from './dashboard.desk';

/** How many people each list holds; null for what could not be counted. */
export interface DashboardCounts {
  readonly open: number | null;
  readonly waiting: number | null;
  readonly lacking: number | null;
  readonly staleSuggestions: number | null;
  readonly reviewOverdue: number | null;
  readonly reviewInWeek: number | null;
  readonly reviewInMonth: number | null;
  /** could not be held, and somebody comes back to it: no breach */
  readonly reviewPaused: number | null;
  readonly quiet: number | null;
}

/** A dashboard as JSON has it: the numbers of the page, and the ids behind those that name somebody. A part that could not be read is null. */
export interface DashboardItem {
  readonly at: Date;
  readonly team: { id: string; name: string } | null;
  readonly counts: DashboardCounts;
  readonly keyWorkers: readonly Workload[] | null;
  readonly waiting: readonly Waiting[] | null;
  readonly referrals: QueueCounts | null;
  readonly weeks: readonly Week[] | null;
  readonly covered: readonly Covered[] | null;
}

const itemOf = ({ at, team, counts, lacking, staleSuggestions, reviewsDue, workloads, waiting, referrals, weeks, covered }: Dashboard): DashboardItem => ({
  at, team: team && { id: team.id, name: team.name },
  counts: {
    open: counts?.everyone ?? null, waiting: counts?.waiting ?? null, lacking, staleSuggestions, reviewOverdue: counts?.review ?? null, reviewInWeek: reviewsDue?.week ?? null,
    reviewInMonth: reviewsDue?.month ?? null, reviewPaused: reviewsDue?.paused ?? null, quiet: counts?.quiet ?? null,
  },
  keyWorkers: workloads, waiting, referrals, weeks, covered,
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
