import { Injectable } from '@nestjs/common';
import { CarePlansQueries } from '@app/care-plans';
import { Conflict, currentContext, Forbidden, Invalid, localDay, type FieldFault } from '@app/kernel';
import { Records } from '@app/records';
import type { AnswerAction, CloseReview, Dissent } from './agenda.commands';
import { Agenda } from './agenda.service';
import { ContributionsQueries, type SeenContribution } from './contributions.queries';
import { asksDoer, promiseTo } from './decided';
import { Review } from './review.entity';
import { ReviewContribution } from './review-contribution.entity';
import { ReviewInvitee } from './review-invitee.entity';
import type { ReviewItem } from './review-item.entity';
import { ReviewsService } from './reviews.service';
import { isSaidAnew } from './said-anew';

const A_YEAR = 366;

/** What others say to what was decided, and closing. */
@Injectable()
export class Closing {
  constructor(
    private readonly records: Records,
    private readonly reviews: ReviewsService,
    private readonly agenda: Agenda,
    private readonly contributions: ContributionsQueries,
    private readonly plans: CarePlansQueries,
  ) {}

  /** Whether the organisation for which an action was put down does it, and by when. @param version of what it said before, as the caller read it @throws VersionRequired, StaleVersion, NotFound, Forbidden, Conflict `review.over`, `review.actionChanged`, Invalid */
  promise(personId: string, id: string, itemId: string, { answer, onDate, text, what }: AnswerAction, version: number | null = null): Promise<ReviewContribution> {
    return this.contributions.transactions.run(async () => {
      const { review, point } = await this.asking(personId, id, itemId);
      if (point.doerOrganisationId !== currentContext().actor.organisationId) throw new Forbidden('action.forbidden', 'Whoever is to do it says whether they do');
      // Who has never answered is still heard when the review is over.
      if (!review.isOpen && !(review.state === 'closed' && promiseTo(point, await this.contributions.of(review)) === null)) throw OVER();
      if (what && what !== point.decided) throw new Conflict('review.actionChanged', 'What is put down for you was changed meanwhile. Read it again, then answer');
      if (answer === 'accepts' && !onDate) throw Invalid.field('/onDate', 'required', 'Enter by when you do it');
      if (answer === 'declines' && !text) throw Invalid.field('/text', 'required', 'Enter why not, in a few words');
      return this.say(review, point, 'promise', { answer, text: text ?? null, onDate: answer === 'accepts' ? (onDate ?? null) : null }, version);
    });
  }

  /** That somebody who is asked does not agree: kept under their name, whatever is decided. @throws NotFound, Forbidden, Conflict `review.over` */
  dissent(personId: string, id: string, itemId: string, { text }: Dissent): Promise<ReviewContribution> {
    return this.contributions.transactions.run(async () => {
      const { review, point } = await this.asking(personId, id, itemId);
      if (!review.isOpen) throw OVER();
      return this.say(review, point, 'dissent', { answer: null, text, onDate: null });
    });
  }

  /**
   * With an outcome of every point, and either a plan that was published since it began or "no change" with what the person thinks of that (domain.md §6).
   * @throws NotFound, Forbidden, StaleVersion, Conflict `review.state`, `review.points`, `review.plan`, Invalid
   */
  close(personId: string, id: string, version: number, command: CloseReview): Promise<Review> {
    return this.contributions.transactions.run(async () => {
      const review = await this.reviews.held(personId, id, version);
      review.moveTo('closed');
      const open = (await this.agenda.points(review)).filter((one) => one.outcome === null);
      if (open.length > 0) throw new Conflict('review.points', `Each point needs an outcome first: “${open[0]?.question ?? ''}”`);
      const published = command.outcome === 'plan_published' ? await this.plans.published(personId) : null;
      if (command.outcome === 'plan_published' && !(published?.publishedAt && review.beganAt && published.publishedAt >= review.beganAt)) throw new Conflict('review.plan', 'No plan was published since the review began. Publish it first, or record that nothing changes');
      const nextReviewOn = command.nextReviewOn ?? published?.nextReviewOn ?? null;
      check(command, nextReviewOn);
      for (const one of await this.asked(review)) await this.records.change(ReviewInvitee, { personId, id: one.id }, one.rowVersion, { attended: attended(command, one.id) });
      const { outcome, summary, personView = null, personSaid = null, minutesUsed } = command;
      const closed = await this.reviews.go(review, 'closed', { outcome, summary, personView, personSaid, minutesUsed, nextReviewOn, planAfter: published?.id ?? null });
      this.records.news('review.closed', closed, { organisations: closed.namedOrganisations });
      return closed;
    });
  }

  isOurs({ doerOrganisationId }: ReviewItem): boolean {
    return doerOrganisationId !== null && doerOrganisationId === currentContext().actor.organisationId;
  }

  /** Is it put down for the caller's organisation to do, and has that not said whether it does? */
  waitsForUs(point: ReviewItem, contributions: readonly SeenContribution[]): boolean {
    return this.isOurs(point) && asksDoer(point) && promiseTo(point, contributions) === null;
  }

  /** May the caller say what they do not agree with, for an organisation that is asked or that holds it? */
  async isAsked(review: Review): Promise<boolean> {
    const { actor } = currentContext();
    return review.isOpen && [review.ownerOrganisationId, ...review.namedOrganisations].includes(actor.organisationId ?? '') && actor.roles.some((role) => role === 'practitioner' || role === 'team_manager') && !(await this.records.windsDown(review.personId));
  }

  /** Those of whom it is said whether they came. */
  private async asked({ personId, id }: Review): Promise<ReviewInvitee[]> {
    return (await this.records.readable(ReviewInvitee, 'i')).andWhere(`i.personId = :personId and i.reviewId = :id and i.state = 'invited'`, { personId, id }).getMany();
  }

  private async asking(personId: string, id: string, itemId: string): Promise<{ review: Review; point: ReviewItem }> {
    const review = await this.records.get(Review, personId, id);
    const point = await this.agenda.point(review, itemId);
    const { organisationId } = currentContext().actor;
    this.records.demand('create', ReviewContribution);
    await this.records.check('create', ReviewContribution, personId, { ownerOrganisationId: organisationId });
    if (organisationId !== review.ownerOrganisationId && !review.namedOrganisations.includes(organisationId ?? '')) throw new Forbidden('action.forbidden', 'Whoever is asked to the review answers. Tell the key worker');
    return { review, point };
  }

  /** For whoever reads the point, never wider (I25); who said it before says it anew: an organisation what it does, each of its people what they do not agree with. */
  private async say(review: Review, point: ReviewItem, kind: 'promise' | 'dissent', said: Pick<ReviewContribution, 'answer' | 'text' | 'onDate'>, version: number | null = null): Promise<ReviewContribution> {
    const { personId, id: reviewId } = review;
    const { name: authorName, userId } = currentContext().actor;
    const before = (await this.contributions.own(review)).find((one) => one.kind === kind && one.aboutId === point.id && (kind === 'promise' || one.createdBy === userId));
    const { category, audience, visibleToPerson } = point;
    const aboutText = kind === 'promise' ? point.decided : point.question;
    // To what is put otherwise now nobody has answered yet; what somebody does not agree with is theirs to say anew.
    if (before && kind === 'promise' && before.aboutText === aboutText && !isSaidAnew(before, said, version)) return before;
    const known = await this.records.knownOnlyTo(personId);
    const sealedTo = point.sealedTo && known ? point.sealedTo.filter((one) => known.includes(one)) : (point.sealedTo ?? known);
    const namedOrganisations = audience === 'named' ? [...new Set([...point.namedOrganisations, point.ownerOrganisationId])] : [];
    const made = before
      ? await this.records.change(ReviewContribution, { personId, id: before.id }, before.rowVersion, { ...said, aboutText, authorName })
      : await this.records.create(ReviewContribution, { personId, reviewId, kind, aboutId: point.id, aboutText, ...said, authorName, saidByName: null, saidByOrganisationId: null, how: null, voice: null, relatedPersonId: null, personMayRead: null, sentAt: new Date(), category, audience, namedOrganisations, visibleToPerson: visibleToPerson && sealedTo === null, sealedTo });
    this.records.news('review.answered', made, { workers: [review.chairMembershipId] });
    return made;
  }
}

/** Of whom nothing is said nothing is held either: nobody was absent because nobody ticked a box. */
function attended({ there, byPhone }: CloseReview, id: string): ReviewInvitee['attended'] {
  if (there.length + byPhone.length === 0) return null;
  return there.includes(id) ? 'there' : byPhone.includes(id) ? 'by_phone' : 'absent';
}

const OVER = (): Conflict => new Conflict('review.over', 'This review is over. Tell the key worker, or suggest a change to the plan');
const fault = (field: string, code: string, message: string): FieldFault => ({ pointer: `/${field}`, code, message });
function check({ outcome, personView, personSaid }: CloseReview, nextReviewOn: string | null): void {
  const today = localDay(new Date());
  const last = localDay(new Date(Date.parse(today) + A_YEAR * 86_400_000));
  const faults: FieldFault[] = [];
  if (outcome === 'no_change' && !personView) faults.push(fault('personView', 'required', 'Choose what the person thinks of it'));
  if (outcome === 'no_change' && personView === 'someone_elses_view_only' && !personSaid) faults.push(fault('personSaid', 'required', 'Enter whose view it is, and what they said'));
  if (!nextReviewOn) faults.push(fault('nextReviewOn', 'required', 'Enter when we look again'));
  else if (nextReviewOn <= today) faults.push(fault('nextReviewOn', 'date.past', 'When we look again must be in the future'));
  else if (nextReviewOn > last) faults.push(fault('nextReviewOn', 'plan.reviewTooLate', 'We look again within 12 months. Enter an earlier day'));
  if (faults.length > 0) throw new Invalid(faults);
}
