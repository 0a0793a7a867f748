import { Injectable } from '@nestjs/common';
import { CarePlansQueries, compare, DoersQueries, DraftsService, SuggestionsQueries, type CarePlan, type Difference, type Doer, type PlanVersion, type SeenSuggestion } from '@app/care-plans';
import { PersonPageQueries, ReadersQueries, type Identity } from '@app/overviews';
import { IntoThePlan } from '@app/reviews';
import { whileReviewed, type WhileReviewed } from './beside-review';
import { planAnswer, type PlanAnswer } from './plan-item';

/** What the page that writes a plan needs. */
export interface DraftModel {
  readonly identity: Identity;
  /** what the form is filled from: the draft, else the plan that stands, else nothing */
  readonly from: CarePlan | null;
  readonly draft: PlanVersion | null;
  /** the plan that stands */
  readonly published: PlanVersion | null;
  /** what small updates have changed since the draft was begun */
  readonly meanwhile: readonly Difference[];
  /** the ids of the steps of the version before of which it is said whether they go on */
  readonly toWalk: readonly string[];
  readonly doers: readonly Doer[];
  /** the other organisations round the person */
  readonly organisations: readonly { id: string; name: string }[];
  /** what others would change, and nobody has answered yet */
  readonly suggestions: readonly SeenSuggestion[];
  /** what is said and decided in the review that is held now; null while none is, or the reader may know of none */
  readonly review: WhileReviewed | null;
}

/** What the page of a small update needs. */
export interface UpdateModel {
  readonly identity: Identity;
  readonly plan: CarePlan;
  readonly doers: readonly Doer[];
}

/** What stands beside a draft while it is written. */
@Injectable()
export class BesideTheDraft {
  constructor(
    readonly doers: DoersQueries,
    private readonly readers: ReadersQueries,
    private readonly suggestions: SuggestionsQueries,
    private readonly plans: CarePlansQueries,
    private readonly reviews: IntoThePlan,
  ) {}

  async of(personId: string): Promise<Pick<DraftModel, 'doers' | 'organisations' | 'suggestions'>> {
    const suggestions = (await this.suggestions.ofPerson(personId)).filter(({ suggestion }) => suggestion.state === 'waiting');
    return { doers: await this.doers.choices(personId), organisations: await this.readers.organisations(personId), suggestions };
  }

  /** @param draft what is written already */
  async review(personId: string, draft: CarePlan | null): Promise<WhileReviewed | null> {
    const held = await this.reviews.held(personId);
    if (!held) return null;
    const stands = await this.plans.current(personId);
    return whileReviewed(await this.reviews.beside(held, (draft ?? stands).content.goals), draft, stands);
  }
}

/** Gathers what the pages show that write a plan. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly drafts: DraftsService,
    private readonly beside: BesideTheDraft,
  ) {}

  /** @throws NotFound, Forbidden, Conflict `plan.noCase` */
  async toWrite(personId: string): Promise<DraftModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const { id: caseId } = await this.drafts.mayPlan(personId);
    const draft = await this.plans.draft(personId);
    const published = await this.plans.published(personId);
    const from = draft ? await this.plans.version(personId, draft.id) : published ? await this.plans.current(personId) : null;
    const toWalk = (await this.plans.stepsToWalk(personId, caseId, draft)).map(({ itemId }) => itemId);
    return { identity, from, draft, published, toWalk, meanwhile: await this.meanwhile(draft, published), review: await this.beside.review(personId, draft && from), ...(await this.beside.of(personId)) };
  }

  private async meanwhile(draft: PlanVersion | null, published: PlanVersion | null): Promise<Difference[]> {
    if (!draft?.basedOn || !published || draft.basedOn === published.id || !(await this.plans.versionIfAny(draft.personId, draft.basedOn))) return [];
    return compare(await this.plans.version(draft.personId, draft.basedOn), await this.plans.current(draft.personId));
  }

  /** @throws NotFound, Forbidden, Conflict `plan.noCase` */
  async toUpdate(personId: string): Promise<UpdateModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    await this.drafts.mayPlan(personId);
    return { identity, plan: await this.plans.current(personId), doers: await this.beside.doers.choices(personId) };
  }

  /** A draft as JSON has it. @throws NotFound */
  async answer(personId: string, draftId: string): Promise<PlanAnswer & { version: number }> {
    const plan = await this.plans.version(personId, draftId);
    return { ...planAnswer(plan), version: plan.version?.rowVersion ?? 0 };
  }
}
