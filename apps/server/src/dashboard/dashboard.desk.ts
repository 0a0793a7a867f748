import { Inject, Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import type { Covered } from '@app/key-workers';
import { Panels, type CaseChange, type Waiting, type Week } from '@app/measures';
import type { CaseloadView, ReviewDue, Workload } from '@app/overviews';
import type { QueueCounts } from '@app/referrals';
import { errorForLog, LOG, type Log } from '../http/log';
import type { ReadDashboard, ReadFlow } from './dashboard.commands';
import { CoursePanels, WorkPanels, type TeamChoice } from './dashboard.panels';

/** A team's work as its manager sees it: of the people whom they may list, and nobody else. A panel that could not be read is null. */
export interface Dashboard {
  readonly at: Date;
  readonly teams: readonly TeamChoice[];
  /** the integrated team to which it is narrowed; null for everybody whom the reader may list */
  readonly team: TeamChoice | null;
  readonly counts: Record<CaseloadView, number> | null;
  /** how many need a new key worker: theirs can be that no longer, or they have none although the case goes on */
  readonly lacking: number | null;
  /** for how many people's plans a suggestion waits too long */
  readonly staleSuggestions: number | null;
  /** with a key worker or without */
  readonly reviewsDue: Record<ReviewDue, number> | null;
  readonly workloads: readonly Workload[] | null;
  readonly waiting: readonly Waiting[] | null;
  readonly referrals: QueueCounts | null;
  readonly weeks: readonly Week[] | null;
  /** who is away, and who stands in */
  readonly covered: readonly Covered[] | null;
}

/** Puts the dashboard together. Each number is counted by the query of the list to which it links. */
@Injectable()
export class DashboardDesk {
  constructor(
    private readonly panels: Panels,
    private readonly work: WorkPanels,
    private readonly course: CoursePanels,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async page(query: ReadDashboard, now = new Date()): Promise<Dashboard> {
    const { teams, team } = await this.team(query.team);
    return {
      at: now, teams, team,
      counts: await this.panel(() => this.work.counts(team)),
      lacking: await this.panel(() => this.work.lacking(team)),
      staleSuggestions: await this.panel(() => this.work.staleSuggestions(team)),
      reviewsDue: await this.panel(() => this.work.reviewsDue(team)),
      workloads: await this.panel(() => this.work.byKeyWorker(team)),
      waiting: await this.panel(() => this.course.waiting(team)),
      referrals: await this.panel(() => this.work.referrals()),
      weeks: await this.panel(() => this.course.weeks(team, now, query.weeks)),
      covered: await this.panel(() => this.course.covered()),
    };
  }

  async changes({ change, week, team: wanted }: ReadFlow): Promise<{ team: TeamChoice | null; rows: CaseChange[] }> {
    const { team } = await this.team(wanted);
    return { team, rows: await this.course.changes(team, change, week) };
  }

  /** One of the reader's own teams; another's narrows nothing. */
  async team(wanted: string | null | undefined): Promise<Pick<Dashboard, 'teams' | 'team'>> {
    const teams = await this.work.teams();
    return { teams, team: teams.find(({ id }) => id === wanted) ?? null };
  }

  private panel<T>(read: () => Promise<T>): Promise<T | null> {
    return this.panels.read(read, (error) => this.log.error({ requestId: currentContext().requestId, error: errorForLog(error) }, 'a panel could not be read'));
  }
}
