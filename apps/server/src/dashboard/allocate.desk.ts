import { Injectable } from '@nestjs/common';
import { AllocationsService, type Allocated, type AskKeyWorkers } from '@app/key-workers';
import { CaseloadQueries } from '@app/overviews';
import type { Waiting } from '@app/measures';
import { KeyWorkerDesk, type KeyWorkerModel } from '../key-workers/key-worker.desk';
import type { ReadDashboard } from './dashboard.commands';
import { DashboardDesk } from './dashboard.desk';
import { CoursePanels, type TeamChoice } from './dashboard.panels';

/** Everybody who waits for a key worker, as far as they are shown, and how many there are. */
export interface WaitingList {
  readonly team: TeamChoice | null;
  readonly rows: readonly Waiting[];
  readonly total: number;
}

/** Naming key workers for those who wait, several in one act. */
@Injectable()
export class AllocateDesk {
  constructor(
    private readonly dashboard: DashboardDesk,
    private readonly course: CoursePanels,
    private readonly caseload: CaseloadQueries,
    private readonly keyWorkers: KeyWorkerDesk,
    private readonly allocations: AllocationsService,
  ) {}

  async waiting(query: ReadDashboard): Promise<WaitingList> {
    const { team } = await this.dashboard.team(query.team);
    return { team, rows: await this.course.waiting(team), total: await this.caseload.total('waiting', { integratedTeamId: team?.id ?? null }) };
  }

  /** The chosen cases, in their order, each with whom one may ask. @throws NotFound */
  async chosen(caseIds: readonly string[]): Promise<KeyWorkerModel[]> {
    const models: KeyWorkerModel[] = [];
    for (const id of caseIds) models.push(await this.keyWorkers.page(id));
    return models;
  }

  /** @throws what `AllocationsService.assignAll` throws */
  ask(command: AskKeyWorkers): Promise<Allocated[]> {
    return this.allocations.assignAll(command);
  }
}
