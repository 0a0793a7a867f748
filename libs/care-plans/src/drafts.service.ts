import { Injectable } from '@nestjs/common';
import { CasesQueries, type Case } from '@app/cases';
import { Conflict, currentContext, Forbidden, NotFound, StaleVersion } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records } from '@app/records';
import type { WriteDraft } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { DraftWriter } from './draft-writer';
import { PlanVersion, WORKED_ON } from './plan-version.entity';

/** Starting, writing and discarding a draft. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly cases: CasesQueries,
    private readonly queries: CarePlansQueries,
    private readonly writer: DraftWriter,
  ) {}

  /**
   * A new draft: empty, or a copy of the plan that is published, with what is written into it.
   * @throws Conflict `plan.noCase`, `plan.draft` when one is open already; Forbidden for who does not coordinate; Invalid
   */
  async start(personId: string, command: WriteDraft): Promise<PlanVersion> {
    return this.writer.transactions.run(async () => {
      const open = await this.mayPlan(personId);
      if (await this.queries.draft(personId)) throw new Conflict('plan.draft', 'A draft is open already. Work in that one');
      const before = await this.queries.published(personId);
      const draft = before && before.caseId !== open.id ? await this.writer.beginAfter(before, open.id) : await this.writer.begin(personId, open.id, before);
      return this.writer.write(draft, command);
    });
  }

  /**
   * A first draft with the lines of an import that are not over. Nobody has agreed to them: each is its author's organisation's alone until it is said whose it is.
   * @throws NotFound when nothing was imported; Conflict `plan.draft`, `plan.published` when there is something to work in; else as `start`
   */
  async takeOver(personId: string): Promise<PlanVersion> {
    return this.writer.transactions.run(async () => {
      const open = await this.mayPlan(personId);
      const imported = await this.queries.importedVersion(personId);
      if (!imported) throw new NotFound('PlanVersion', undefined, personId);
      if (await this.queries.draft(personId)) throw new Conflict('plan.draft', 'A draft is open already. Work in that one');
      if ((await this.queries.published(personId))?.caseId === open.id) throw new Conflict('plan.published', 'There is a plan already. Revise it, and put in what still holds');
      return this.writer.beginFrom(imported, open.id);
    });
  }

  /** @throws StaleVersion when somebody else saved first: with what stands now */
  async write(personId: string, draftId: string, version: number, command: WriteDraft): Promise<PlanVersion> {
    return this.writer.transactions.run(async () => {
      const draft = await this.own(personId, draftId, version);
      return this.writer.write(draft, command);
    });
  }

  /** For a form, which does not know whether somebody else has begun meanwhile. @param version of the draft that it was filled from, 0 for none */
  async save(personId: string, version: number, command: WriteDraft): Promise<PlanVersion> {
    return this.writer.transactions.run(async () => {
      await this.mayPlan(personId);
      const draft = await this.queries.draft(personId);
      if (!draft && version === 0) return this.start(personId, command);
      if (!draft || draft.rowVersion !== version) throw new StaleVersion(draft ?? {});
      return this.writer.write(draft, command);
    });
  }

  /** What was written stays on file, and leads nowhere. @throws StaleVersion, NotFound */
  async discard(personId: string, draftId: string, version: number): Promise<void> {
    await this.writer.transactions.run(async () => {
      const draft = await this.own(personId, draftId, version);
      const { from, to } = draft.moveTo('discarded');
      const discarded = await this.records.change(PlanVersion, { personId, id: draftId }, version, { state: to });
      await this.records.transition(discarded, 'PlanVersion', from, to);
    });
  }

  /** The draft with what small updates have changed since. @throws Invalid `plan.moved` as `CatchingUp` */
  caughtUp(draft: PlanVersion, known?: string | null): Promise<PlanVersion> {
    return this.writer.catchingUp.catchUp(draft, known);
  }

  /** A draft of the caller's own organisation that is being worked on. @throws NotFound, StaleVersion */
  async own(personId: string, draftId: string, version: number): Promise<PlanVersion> {
    const draft = await this.records.get(PlanVersion, personId, draftId);
    await this.mayPlan(personId);
    if (!WORKED_ON.includes(draft.state) || draft.smallNumber > 0 || draft.importedFrom) throw new NotFound('PlanVersion', draftId, personId);
    if (draft.rowVersion !== version) throw new StaleVersion(await this.writer.asWritten(draft));
    return draft;
  }

  /** The plan is written by those who coordinate. @throws NotFound, Forbidden, Conflict `plan.noCase` */
  async mayPlan(personId: string): Promise<Case> {
    await this.persons.find(personId);
    this.records.demand('create', PlanVersion);
    await this.records.check('create', PlanVersion, personId, { ownerOrganisationId: currentContext().actor.organisationId });
    // What only a few may know does not go into a plan that everybody has.
    if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden', 'You help discreetly. What only a few may know does not go into the plan: keep it in your own notes');
    const open = await this.cases.openCase(personId);
    if (!(await this.cases.isCoordinatedByUs(personId)) && open) throw new Forbidden('action.forbidden', 'The plan is written by those who coordinate. Ask the key worker to put it in');
    if (!open) throw new Conflict('plan.noCase', 'A plan belongs to a case. Open a case first');
    return open;
  }

  /** May the caller write the plan? For pages, to offer it. */
  async mayWrite(personId: string): Promise<boolean> {
    const { actor } = currentContext();
    if (actor.organisationId === null || !actor.roles.some((role) => role === 'practitioner' || role === 'team_manager')) return false;
    return (await this.cases.isCoordinatedByUs(personId)) && !(await this.records.windsDown(personId)) && (await this.records.knownOnlyTo(personId)) === null;
  }
}
