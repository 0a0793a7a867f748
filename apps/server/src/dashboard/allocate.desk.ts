import { Injectable } from '@nestjs/common';
import { AllocationsService, type Allocated, type AskKeyWorkers } from '@app/key-workers';
import { CaseloadQueries } from '@app/overviews';
import type { Waiting } from '@app/measures';
import { FormState } from '../http';
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

/** What several questions came to: how many are asked, and the form with those about whom nobody could be. */
export interface AskedAll {
  readonly asked: number;
  readonly left: { readonly form: FormState; readonly asked: readonly KeyWorkerModel[]; readonly chosen: readonly KeyWorkerModel[] } | null;
}

/** What was sent about those who could not be asked, as the form has it again. */
const leftForm = (left: readonly Allocated[]): FormState => FormState.again({
  status: 422, message: '',
  values: { allocations: left.map(({ about: { caseId, membershipId, personPreference, because, words } }) => ({ caseId, membershipId, personPreference: personPreference ? 'on' : '', because, words })) },
  faults: left.flatMap(({ refused }, at) => (refused?.errors.length
    ? refused.errors.map((one) => ({ ...one, pointer: `/allocations/${at}${one.pointer}` }))
    : [{ pointer: `/allocations/${at}/membershipId`, code: refused?.code ?? '', message: refused?.message ?? '' }])),
});

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

  /** The same for the page: what could not be done stands in the form again. */
  async askAll(command: AskKeyWorkers): Promise<AskedAll> {
    const results = await this.ask(command);
    const [done, left] = [results.filter(({ refused }) => !refused), results.filter(({ refused }) => refused)];
    const models = (some: readonly Allocated[]): Promise<KeyWorkerModel[]> => this.chosen(some.map(({ about }) => about.caseId));
    return { asked: done.length, left: left.length > 0 ? { form: leftForm(left), asked: await models(done), chosen: await models(left) } : null };
  }
}
