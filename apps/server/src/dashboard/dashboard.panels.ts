import { Injectable } from '@nestjs/common';
import { CoverQueries, type Covered } from '@app/key-workers';
import { FlowQueries, WaitingQueries, type CaseChange, type ChangeOfCases, type Waiting, type Week } from '@app/measures';
import { CaseloadQueries, WorkloadsQueries, type CaseloadNarrowing, type CaseloadView, type ReviewDue, type Workload } from '@app/overviews';
import { ReferralsQueries, type QueueCounts } from '@app/referrals';

const USUAL_WEEKS = 12;

export interface TeamChoice {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
}

const narrowingOf = (team: TeamChoice | null): CaseloadNarrowing => ({ integratedTeamId: team?.id ?? null });

/** What the panels about the work ask: of the people whom the reader may list, and nobody else. */
@Injectable()
export class WorkPanels {
  constructor(
    private readonly caseload: CaseloadQueries,
    private readonly workloads: WorkloadsQueries,
    private readonly referralsQueries: ReferralsQueries,
  ) {}

  teams(): Promise<TeamChoice[]> {
    return this.workloads.teams();
  }

  counts(team: TeamChoice | null): Promise<Record<CaseloadView, number>> {
    return this.caseload.counts(narrowingOf(team));
  }

  async lacking(team: TeamChoice | null): Promise<number> {
    return (await this.caseload.counts({ ...narrowingOf(team), lacking: true })).everyone;
  }

  /** People for whose plan a suggestion waits too long. */
  async staleSuggestions(team: TeamChoice | null): Promise<number> {
    return this.caseload.total('everyone', { ...narrowingOf(team), staleSuggestion: true });
  }

  async reviewsDue(team: TeamChoice | null): Promise<Record<ReviewDue, number>> {
    const due = (reviewDue: ReviewDue): Promise<number> => this.caseload.total('everyone', { ...narrowingOf(team), reviewDue });
    return { week: await due('week'), month: await due('month'), paused: await due('paused') };
  }

  byKeyWorker(team: TeamChoice | null): Promise<Workload[]> {
    return this.workloads.byKeyWorker(narrowingOf(team));
  }

  /** Of the reader's organisation and teams, whichever integrated team is chosen: a referral belongs to an organisation. */
  referrals(): Promise<QueueCounts> {
    return this.referralsQueries.counts();
  }
}

/** What the panels about who waits, who is away, and what came and went ask. */
@Injectable()
export class CoursePanels {
  constructor(
    private readonly waitingQueries: WaitingQueries,
    private readonly flow: FlowQueries,
    private readonly cover: CoverQueries,
  ) {}

  waiting(team: TeamChoice | null): Promise<Waiting[]> {
    return this.waitingQueries.list(team?.id ?? null);
  }

  weeks(team: TeamChoice | null, now: Date, weeks: string | null | undefined): Promise<Week[]> {
    return this.flow.weeks(now, Number(weeks ?? USUAL_WEEKS), team?.id ?? null);
  }

  changes(team: TeamChoice | null, change: ChangeOfCases, week: string): Promise<CaseChange[]> {
    return this.flow.list(change, week, team?.id ?? null);
  }

  covered(): Promise<Covered[]> {
    return this.cover.now();
  }
}
