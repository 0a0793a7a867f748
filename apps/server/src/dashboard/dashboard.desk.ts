import { Injectable } from '@nestjs/common';
import { CoverQueries, type Covered } from '@app/key-workers';
import { FlowQueries, WaitingQueries, type CaseChange, type Waiting, type Week } from '@app/measures';
import { CaseloadQueries, WorkloadsQueries, type CaseloadView, type Workload } from '@app/overviews';
import type { ReadDashboard, ReadFlow } from './dashboard.commands';

const USUAL_WEEKS = 12;

export interface TeamChoice {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
}

/** A team's work as its manager sees it: of the people whom they may list, and nobody else. */
export interface Dashboard {
  readonly at: Date;
  readonly teams: readonly TeamChoice[];
  /** the integrated team to which it is narrowed; null for everybody whom the reader may list */
  readonly team: TeamChoice | null;
  readonly counts: Record<CaseloadView, number>;
  /** how many need a new key worker: theirs can be that no longer, or they have none although the case goes on */
  readonly lacking: number;
  readonly workloads: readonly Workload[];
  readonly waiting: readonly Waiting[];
  readonly weeks: readonly Week[];
  /** who is away, and who stands in */
  readonly covered: readonly Covered[];
}

/** Puts the dashboard together. Each number is counted by the query of the list to which it links. */
@Injectable()
export class DashboardDesk {
  constructor(
    private readonly caseload: CaseloadQueries,
    private readonly workloads: WorkloadsQueries,
    private readonly waiting: WaitingQueries,
    private readonly flow: FlowQueries,
    private readonly cover: CoverQueries,
  ) {}

  async page(query: ReadDashboard, now = new Date()): Promise<Dashboard> {
    const { teams, team } = await this.team(query.team);
    const narrowing = { integratedTeamId: team?.id ?? null };
    return {
      at: now, teams, team,
      counts: await this.caseload.counts(narrowing),
      lacking: (await this.caseload.counts({ ...narrowing, lacking: true })).everyone,
      workloads: await this.workloads.byKeyWorker(narrowing),
      waiting: await this.waiting.list(narrowing.integratedTeamId),
      weeks: await this.flow.weeks(now, Number(query.weeks ?? USUAL_WEEKS), narrowing.integratedTeamId),
      covered: await this.cover.now(),
    };
  }

  async changes({ change, week, team: wanted }: ReadFlow): Promise<{ team: TeamChoice | null; rows: CaseChange[] }> {
    const { team } = await this.team(wanted);
    return { team, rows: await this.flow.list(change, week, team?.id ?? null) };
  }

  /** One of the reader's own teams; another's narrows nothing. */
  private async team(wanted: string | null | undefined): Promise<Pick<Dashboard, 'teams' | 'team'>> {
    const teams = await this.workloads.teams();
    return { teams, team: teams.find(({ id }) => id === wanted) ?? null };
  }
}
