import { Injectable } from '@nestjs/common';
import { CarePlansQueries, SuggestionsQueries, type CareAction } from '@app/care-plans';
import { Conflict, Invalid, localDay, NotFound, StaleVersion, type FieldFault } from '@app/kernel';
import { Records } from '@app/records';
import type { AddPoint, RecordPoint } from './agenda.commands';
import { ContributionsQueries } from './contributions.queries';
import { asksDoer } from './decided';
import { Review } from './review.entity';
import { ReviewInvitee } from './review-invitee.entity';
import { ReviewItem } from './review-item.entity';
import { ReviewsService } from './reviews.service';

type Point = Pick<ReviewItem, 'kind' | 'aboutId' | 'question' | 'category' | 'audience' | 'namedOrganisations' | 'visibleToPerson' | 'sealedTo'>;
interface Source { category: string; audience: ReviewItem['audience']; namedOrganisations: string[]; ownerOrganisationId: string; visibleToPerson: boolean; sealedTo: string[] | null }

/** The agenda of a review: made of the plan and of what was said, and gone through point by point. */
@Injectable()
export class Agenda {
  constructor(
    private readonly records: Records,
    private readonly reviews: ReviewsService,
    private readonly plans: CarePlansQueries,
    private readonly suggestions: SuggestionsQueries,
    private readonly contributions: ContributionsQueries,
  ) {}

  /**
   * Begins it, or goes on with it: with a point for each goal that goes on, each step that is overdue, whatever was said about the whole, and each suggestion that
   * waits; why it was put off is left to the timeline. No point is read by more than what it comes from (I25).
   * @throws NotFound, Forbidden, StaleVersion, Conflict `review.state`, `review.unasked`
   */
  begin(personId: string, id: string, version: number): Promise<Review> {
    return this.contributions.transactions.run(async () => {
      const review = await this.reviews.held(personId, id, version);
      await this.reviews.mustHaveAsked(review);
      const begun = await this.reviews.go(review, 'in_session', { beganAt: review.beganAt ?? new Date(), because: null });
      const known = await this.points(begun);
      const fresh = (await this.sources(begun)).filter((point) => !known.some((one) => one.aboutId === point.aboutId && one.kind === point.kind));
      for (const [n, point] of fresh.entries()) await this.add(begun, { ...point, position: known.length + n });
      return begun;
    });
  }

  /** What the chair adds. @throws NotFound, Forbidden, Conflict `review.notNow` */
  addPoint(personId: string, id: string, { question, minutes }: AddPoint): Promise<ReviewItem> {
    return this.contributions.transactions.run(async () => {
      const review = await this.going(personId, id);
      const { category, visibleToPerson } = review;
      return this.add(review, { kind: 'topic', aboutId: null, question, minutes: minutes ?? null, category, audience: 'named', namedOrganisations: review.namedOrganisations, visibleToPerson, sealedTo: null, position: (await this.points(review)).length });
    });
  }

  /** What was said about a point, and what came of it; nobody is to do what they may not read. @throws NotFound, Forbidden, StaleVersion, Conflict `review.notNow`, Invalid */
  record(personId: string, id: string, itemId: string, version: number, command: RecordPoint): Promise<ReviewItem> {
    return this.contributions.transactions.run(async () => {
      const review = await this.going(personId, id);
      const point = await this.point(review, itemId);
      await this.records.check('change', ReviewItem, personId, point);
      if (point.rowVersion !== version) throw new StaleVersion(point);
      mustSay(command);
      const { outcome = null, note = null, decided = null } = command;
      const done = outcome === 'action' ? await this.doer(review, point, command) : { doerKind: null, doerOrganisationId: null, doerName: null, dueOn: null };
      const after = await this.records.change(ReviewItem, { personId, id: itemId }, version, { note, outcome, decided: outcome === 'decision' || outcome === 'action' ? decided : null, deferredTo: outcome === 'deferred' ? (command.deferredTo ?? null) : null, takenItemId: outcome === 'action' ? point.takenItemId : null, ...done });
      if (asksDoer(after) && (after.doerOrganisationId !== point.doerOrganisationId || after.decided !== point.decided)) this.records.news('review.action-put', after, { organisations: [after.doerOrganisationId as string] });
      return after;
    });
  }

  /** The points that the caller may read, in their order. */
  async points({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<ReviewItem[]> {
    return (await this.records.readable(ReviewItem, 'p')).andWhere('p.personId = :personId and p.reviewId = :id', { personId, id }).orderBy('p.position').addOrderBy('p.createdAt').addOrderBy('p.id').getMany();
  }

  /** One of them. Audited. @throws NotFound */
  async point({ personId, id }: Pick<Review, 'personId' | 'id'>, itemId: string): Promise<ReviewItem> {
    const point = await this.records.get(ReviewItem, personId, itemId);
    if (point.reviewId !== id) throw new NotFound('ReviewItem', itemId, personId);
    return point;
  }

  /** Those who are asked and may not read a point, by organisation: nothing is put down in it for them. */
  notReading(point: ReviewItem, asked: readonly ReviewInvitee[]): Promise<string[]> {
    return this.contributions.notReading(point, asked.flatMap((one) => (one.state === 'invited' ? (one.organisationId ?? []) : [])));
  }

  private async going(personId: string, id: string): Promise<Review> {
    const review = await this.records.get(Review, personId, id);
    await this.records.check('change', Review, personId, review);
    if (review.state !== 'in_session' && review.state !== 'writing_up') throw new Conflict('review.notNow', 'Points are written down while the review goes on and is written up');
    return review;
  }

  private async sources(review: Review): Promise<Point[]> {
    const { personId } = review;
    const today = localDay(new Date());
    const { content } = await this.plans.current(personId);
    const isLate = (step: CareAction): boolean => step.isLive && step.dueOn !== null && step.dueOn < today;
    const steps = [...content.goals.flatMap(({ actions }) => actions), ...content.otherActions].filter(isLate);
    const all = await this.contributions.of(review);
    const said = all.filter(({ contribution }) => contribution.kind === 'update' && contribution.aboutId === null && contribution.sentAt !== null);
    const own = all.filter(({ contribution }) => contribution.kind === 'matters' || contribution.kind === 'talk');
    const waiting = (await this.suggestions.ofPerson(personId)).filter(({ suggestion }) => suggestion.state === 'waiting');
    return [
      // what the person would like to talk about is talked about first
      ...own.map(({ contribution }) => from(contribution, 'said', contribution.id, contribution.text ?? '')),
      ...content.goals.filter(({ goal }) => goal.isActive).map(({ goal }) => from(goal, 'goal', goal.itemId, goal.text)),
      ...steps.map((step) => from(step, 'step', step.itemId, step.what)),
      ...said.map(({ contribution }) => from(contribution, 'said', contribution.id, contribution.text ?? '')),
      ...waiting.map(({ suggestion }) => from(suggestion, 'suggestion', suggestion.id, suggestion.text)),
    ];
  }

  private add(review: Review, values: Partial<ReviewItem>): Promise<ReviewItem> {
    return this.records.create(ReviewItem, { personId: review.personId, reviewId: review.id, minutes: null, note: null, outcome: null, decided: null, deferredTo: null, doerKind: null, doerOrganisationId: null, doerName: null, dueOn: null, takenItemId: null, ...values });
  }

  /** Who does it: the person, the organisation that holds the review, or one that is asked. @throws Invalid */
  private async doer(review: Review, point: ReviewItem, { doer, dueOn = null }: RecordPoint): Promise<Pick<ReviewItem, 'doerKind' | 'doerOrganisationId' | 'doerName' | 'dueOn'>> {
    const asked = await (await this.records.readable(ReviewInvitee, 'i')).andWhere(`i.personId = :personId and i.reviewId = :id and i.state = 'invited'`, { personId: review.personId, id: review.id }).getMany();
    const them = asked.find((one) => (doer === 'person' ? one.kind === 'person' : one.organisationId === doer && doer !== null));
    if (them && (await this.notReading(point, [them])).length > 0) throw Invalid.field('/doer', 'reader', `${them.name} may not read this point, and would not know. Add a point for what they are to do, or choose somebody else`);
    if (them) return { doerKind: doer === 'person' ? 'person' : 'organisation', doerOrganisationId: them.organisationId, doerName: them.name, dueOn };
    if (doer !== review.ownerOrganisationId) throw Invalid.field('/doer', 'choice', 'Choose who does it from the list');
    const [holder] = await this.contributions.transactions.query<{ name: string }>('select name from organisation where id = $1', [review.ownerOrganisationId]);
    return { doerKind: 'organisation', doerOrganisationId: review.ownerOrganisationId, doerName: holder?.name ?? '', dueOn };
  }
}

/** A point for whoever reads what it comes from, and nobody else; what its owner keeps inside goes to the owner by name. */
const from = (row: Source, kind: Point['kind'], aboutId: string, question: string): Point => ({
  kind, aboutId, question, category: row.category, visibleToPerson: row.visibleToPerson, sealedTo: row.sealedTo,
  ...(row.audience === 'circle' ? { audience: 'circle' as const, namedOrganisations: [] } : { audience: 'named' as const, namedOrganisations: [...new Set([...(row.audience === 'named' ? row.namedOrganisations : []), row.ownerOrganisationId])] }),
});

const fault = (field: string, message: string): FieldFault => ({ pointer: `/${field}`, code: 'required', message });
function mustSay({ outcome, decided, deferredTo, doer, dueOn }: RecordPoint): void {
  const faults: FieldFault[] = [];
  if ((outcome === 'decision' || outcome === 'action') && !decided) faults.push(fault('decided', outcome === 'action' ? 'Enter what is to be done' : 'Enter what was decided'));
  if (outcome === 'action' && !doer) faults.push(fault('doer', 'Choose who does it'));
  if (outcome === 'action' && !dueOn) faults.push(fault('dueOn', 'Enter by when'));
  if (outcome === 'deferred' && !deferredTo) faults.push(fault('deferredTo', 'Enter when it is looked at again'));
  if (faults.length > 0) throw new Invalid(faults);
}
