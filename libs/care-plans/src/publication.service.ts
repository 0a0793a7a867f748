import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, localDay, NotFound, StaleVersion } from '@app/kernel';
import { Records, type PersonItem } from '@app/records';
import { CareAction } from './care-action.entity';
import type { UpdatePlan, WriteDraft } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { DraftsService } from './drafts.service';
import { PlanContentQueries } from './plan-content.queries';
import { PlanVersion } from './plan-version.entity';
import { missingIn } from './publication.checks';
import { SmallUpdates } from './small-updates';

/** Publishing a plan: as a new version that the person was asked about, or as a small update of the one that stands. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly records: Records,
    private readonly queries: CarePlansQueries,
    private readonly contents: PlanContentQueries,
    private readonly drafts: DraftsService,
    private readonly small: SmallUpdates,
  ) {}

  /**
   * The draft becomes the plan: it opens to whom each line is meant for, and the case is looked at again when the plan is.
   * @param at when that was, for what is told later
   * @param known the version whose small changes the writer has seen, when another was published since the draft was begun
   * @throws Invalid with everything that is missing; StaleVersion; Conflict `plan.moved` when another version was published since the draft was begun
   */
  async publish(personId: string, draftId: string, version: number, at = new Date(), known?: string | null): Promise<PlanVersion> {
    return this.small.transactions.run(async () => {
      const own = await this.drafts.own(personId, draftId, version);
      // What is agreed was walked step by step before the person was asked.
      const isAgreed = own.state === 'agreed';
      own.moveTo('published');
      const draft = await this.drafts.caughtUp(await this.reopened(own), known);
      const before = isAgreed ? [] : await this.contents.stepsBefore(draft);
      const missing = missingIn(draft, await this.contents.content(personId, { versionId: draftId }), { today: localDay(at), before });
      if (missing.length > 0) throw new Invalid(missing);
      return this.open(draft, at);
    });
  }

  /** What the form holds is written, then published. @param version of the draft that it was filled from, 0 for none */
  async writeAndPublish(personId: string, version: number, command: WriteDraft): Promise<PlanVersion> {
    return this.small.transactions.run(async () => {
      const { id, rowVersion } = await this.drafts.save(personId, version, command);
      return this.publish(personId, id, rowVersion, new Date(), command.knowsVersion);
    });
  }

  /**
   * Phone numbers, days, who does what, dates of steps: version 5.1, with the agreement of version 5.
   * @param version the row version of the plan that stands
   * @throws StaleVersion, Invalid, NotFound when nothing is published; Conflict `plan.same` when nothing is different
   */
  async update(personId: string, version: number, command: UpdatePlan, at = new Date()): Promise<PlanVersion> {
    return this.small.transactions.run(async () => {
      await this.drafts.mayPlan(personId);
      const before = await this.queries.published(personId);
      if (!before) throw new NotFound('PlanVersion', undefined, personId);
      if (before.rowVersion !== version) throw new StaleVersion(before);
      const update = await this.small.write(before, command);
      return this.open(update, at);
    });
  }

  /** A small update that was published since goes into what was agreed: it needs no new agreement, and is told of. */
  private async reopened(draft: PlanVersion): Promise<PlanVersion> {
    if (draft.state !== 'agreed' || (await this.queries.published(draft.personId))?.id === (draft.basedOn ?? undefined)) return draft;
    const { from, to } = draft.moveTo('draft');
    const reopened = await this.records.change(PlanVersion, { personId: draft.personId, id: draft.id }, draft.rowVersion, { state: to, audience: 'internal', visibleToPerson: false });
    await this.records.transition(reopened, 'PlanVersion', from, to, 'small_update');
    return reopened;
  }

  private async open(draft: PlanVersion, at: Date): Promise<PlanVersion> {
    const { personId, id } = draft;
    const before = await this.queries.published(personId);
    const mine = before?.caseId === draft.caseId ? before : null;
    if (draft.basedOn !== (mine?.id ?? null)) throw new Conflict('plan.moved', 'Another version was published since this draft was begun. Look at what has changed, discard the draft and revise that one');
    const { from, to } = draft.moveTo('published');
    const known = new Map((before ? await this.contents.rows(CareAction, personId, { versionId: before.id }) : []).map((action) => [action.itemId, action]));
    const ending = await this.contents.ending(personId, id);
    await this.queries.publish(personId, id, at);
    const published = await this.records.get(PlanVersion, personId, id);
    await this.records.transition(published, 'PlanVersion', from, to, published.changeSummary, at);
    if (mine) await this.records.transition(mine, 'PlanVersion', 'published', 'superseded', null, at);
    await this.told(published, { known, ending, at });
    await this.queries.wroteOn(published);
    if (published.smallNumber > 0) this.records.news('care-plan.updated', published, { circle: true });
    else this.records.news('care-plan.published', published, { circle: true });
    this.records.audit({ action: 'publish', subject: 'PlanVersion', personId, subjectIds: [id] });
    return published;
  }

  /** Every step that begins or ends with this version is told once. */
  private async told(published: PlanVersion, { known, ending, at }: { known: ReadonlyMap<string, CareAction>; ending: readonly CareAction[]; at: Date }): Promise<void> {
    for (const action of await this.contents.rows(CareAction, published.personId, { versionId: published.id })) {
      if (!known.has(action.itemId)) await this.records.transition(asItem(action), 'CareAction', null, action.state, null, at);
    }
    for (const action of ending) {
      const before = known.get(action.itemId);
      if (before?.isLive) await this.records.transition(asItem(before), 'CareAction', before.state, 'cancelled', action.endsBecause, at);
    }
  }
}

/** A step is told of under the id that it keeps from version to version. */
export const asItem = (action: CareAction): PersonItem => ({ ...action, id: action.itemId });

