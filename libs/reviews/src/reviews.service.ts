import { Injectable } from '@nestjs/common';
import { CasesQueries, type Case } from '@app/cases';
import { Conflict, currentContext, daysAfter, daysBetween, Forbidden, Invalid, localDay, StaleVersion, type FieldFault } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records } from '@app/records';
import { Review, type ReviewState } from './review.entity';
import { ReviewInvitee } from './review-invitee.entity';
import type { BookReview, MoveReview, ScheduleReview } from './reviews.commands';
import { ReviewsQueries } from './reviews.queries';

const USUAL_MINUTES = { desk: 15, call: 20, meeting: 45, home: 60 } as const;
const SETTLED: readonly ReviewState[] = ['rescheduled', 'cancelled', 'paused_unable', 'incomplete'];

/** Planning a review and moving it on, up to where it is closed. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly cases: CasesQueries,
    private readonly queries: ReviewsQueries,
  ) {}

  /**
   * A review that is due, with its day when one is agreed.
   * @throws NotFound; Forbidden for who does not coordinate; Conflict `review.noCase`, `review.open` while another is not over; Invalid
   */
  schedule(personId: string, command: ScheduleReview): Promise<Review> {
    return this.queries.transactions.run(async () => {
      const open = await this.mayPlan(personId);
      if (await this.queries.open(personId)) throw new Conflict('review.open', 'A review is planned already. Go on with that one, or cancel it first');
      const { actor } = currentContext();
      const startsAt = command.startsAt ?? null;
      const dueOn = command.dueOn ?? open.nextReviewOn ?? (startsAt && localDay(startsAt));
      const faults: FieldFault[] = startsAt ? inFuture(startsAt, command.readBy ?? null) : [];
      if (!dueOn) faults.push({ pointer: '/dueOn', code: 'required', message: 'Enter when it should be' });
      if (faults.length > 0) throw new Invalid(faults);
      const review = await this.records.create(Review, {
        personId, category: 'circle', audience: 'named', visibleToPerson: false, caseId: open.id, kind: command.kind ?? (command.occasion === 'time' ? 'planned' : 'unplanned'), occasion: command.occasion,
        countsAs: command.countsAs ?? null, mode: command.mode, state: 'due', dueOn: dueOn as string, startsAt: null, minutes: command.minutes ?? USUAL_MINUTES[command.mode], place: command.place ?? null,
        chairName: command.chairName ?? actor.name, chairMembershipId: actor.membershipId as string, readBy: command.readBy ?? null, returnBy: null, nextReviewOn: null, because: null, movedAt: new Date(), sequence: 0,
        beganAt: null, outcome: null, planAfter: null, summary: null, personView: null, personSaid: null, minutesUsed: null,
      });
      await this.records.transition(review, 'Review', null, 'due');
      return startsAt ? this.go(review, 'scheduled', { startsAt }) : review;
    });
  }

  /** The day of one that was due without. @throws as `move` */
  book(personId: string, id: string, version: number, { startsAt, place, readBy }: BookReview): Promise<Review> {
    return this.queries.transactions.run(async () => {
      const review = await this.held(personId, id, version);
      const faults = inFuture(startsAt, readBy ?? null);
      if (faults.length > 0) throw new Invalid(faults);
      return this.go(review, 'scheduled', { startsAt, place: place ?? review.place, readBy: readBy ?? review.readBy });
    });
  }

  /**
   * To another day, called off, begun, not finished, not possible, written up. Whoever was asked is told of a day that moved.
   * @throws NotFound, Forbidden, StaleVersion, Conflict `review.state`, Invalid
   */
  move(personId: string, id: string, version: number, command: MoveReview): Promise<Review> {
    return this.queries.transactions.run(async () => {
      const review = await this.held(personId, id, version);
      review.moveTo(command.to);
      mustSay(command);
      const { to, because = null, returnBy = null } = command;
      const changes: Partial<Review> = SETTLED.includes(to) ? { because } : {};
      if (to === 'incomplete' || to === 'paused_unable') changes.returnBy = returnBy;
      if (to === 'rescheduled') Object.assign(changes, { startsAt: command.startsAt ?? null, place: command.place ?? review.place, sequence: review.sequence + 1, readBy: movedAlong(review, command.startsAt ?? null), returnBy: null });
      if (to === 'cancelled' || to === 'paused_unable') changes.sequence = review.sequence + 1;
      // Calendars know of it once everybody was asked.
      const inCalendars = review.state === 'contributions_open' ? ({ calendar: 'asked', themself: true } as const) : {};
      const moved = await this.go(review, to, changes, because);
      const organisations = moved.namedOrganisations;
      if (to === 'cancelled') this.records.news('review.cancelled', moved, { organisations, ...inCalendars });
      if (to === 'paused_unable') this.records.news('review.paused', moved, { organisations, ...inCalendars });
      if (to === 'incomplete') this.records.news('review.unfinished', moved, { organisations });
      if (to === 'shared_for_check') this.records.news('review.shared', moved, { organisations });
      if (to !== 'rescheduled') return moved;
      // Whoever was asked before is asked for the new day: they go on as they were.
      if (!(await this.queries.invitees(moved)).some((one) => one.state === 'invited')) return moved;
      this.records.news('review.moved', moved, { organisations, calendar: 'asked', themself: true });
      return this.go(moved, 'contributions_open');
    });
  }

  /** An advocate or interpreter was found. @throws NotFound, Forbidden, StaleVersion */
  found(personId: string, id: string, version: number, inviteeId: string): Promise<Review> {
    return this.queries.transactions.run(async () => {
      const review = await this.held(personId, id, version);
      const invitee = await this.records.get(ReviewInvitee, personId, inviteeId);
      if (invitee.reviewId !== id || invitee.ownerName === null) throw Invalid.field('/invitee', 'choice', 'Choose what is done from the list');
      if (invitee.doneAt === null) await this.records.change(ReviewInvitee, { personId, id: inviteeId }, invitee.rowVersion, { doneAt: new Date() });
      return this.records.change(Review, { personId, id }, review.rowVersion, {});
    });
  }

  /** One that the caller goes on with. @throws NotFound, Forbidden, StaleVersion */
  async held(personId: string, id: string, version: number): Promise<Review> {
    const review = await this.records.get(Review, personId, id);
    await this.records.check('change', Review, personId, review);
    if (review.rowVersion !== version) throw new StaleVersion(review);
    return review;
  }

  /** Whoever came to help after the others were asked is asked too, or it is said why not: I9. @throws Conflict `review.unasked` */
  async mustHaveAsked(review: Review): Promise<void> {
    const names = (await this.queries.unasked(review)).map(({ name }) => name);
    if (names.length > 0) throw new Conflict('review.unasked', `Since everybody was asked, more people have come to help: ${names.join(', ')}. Ask them, or say why not, before it begins`);
  }

  /** Moves it and writes that down, once. @throws Conflict `review.state` */
  async go(review: Review, to: ReviewState, changes: Partial<Review> = {}, reason: string | null = null): Promise<Review> {
    const { personId, id, rowVersion } = review;
    const { from } = review.moveTo(to);
    const after = await this.records.change(Review, { personId, id }, rowVersion, { ...changes, state: to, movedAt: new Date() });
    this.queries.transactions.forgetAccess(personId);
    await this.records.transition(after, 'Review', from, to, reason);
    return after;
  }

  /** May the caller plan a review? For pages, to offer it. */
  async mayOffer(personId: string): Promise<boolean> {
    const open = await this.cases.openCase(personId);
    return open !== null && (await this.cases.mayCoordinate(open)) && !(await this.records.windsDown(personId)) && (await this.records.knownOnlyTo(personId)) === null;
  }

  private async mayPlan(personId: string): Promise<Case> {
    await this.persons.find(personId);
    this.records.demand('create', Review);
    await this.records.check('create', Review, personId, { ownerOrganisationId: currentContext().actor.organisationId });
    if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden', 'You help discreetly, and everybody who is asked to a review would know. Ask the key worker to plan it');
    const open = await this.cases.openCase(personId);
    if (open && !(await this.cases.mayCoordinate(open))) throw new Forbidden('action.forbidden', 'Those who coordinate plan a review. Ask the key worker');
    if (!open) throw new Conflict('review.noCase', 'A review belongs to a case. Open a case first');
    return open;
  }
}

const fault = (field: string, code: string, message: string): FieldFault => ({ pointer: `/${field}`, code, message });

function inFuture(startsAt: Date, readBy: string | null): FieldFault[] {
  const faults = localDay(startsAt) < localDay(new Date()) ? [fault('startsAt', 'date.past', 'The day must be today or in the future')] : [];
  return readBy && readBy > localDay(startsAt) ? [...faults, fault('readBy', 'period.order', 'The day to have read and answered must not be after the review')] : faults;
}

/** Who moved a review to another day, or leaves it, says to when and why. */
function mustSay({ to, because, startsAt, returnBy }: MoveReview): void {
  const faults: FieldFault[] = [];
  if (to === 'rescheduled') faults.push(...(startsAt ? inFuture(startsAt, null) : [fault('startsAt', 'required', 'Enter the new day and time')]));
  if ((to === 'incomplete' || to === 'paused_unable') && !returnBy) faults.push(fault('returnBy', 'required', 'Enter by when you come back to it'));
  if (SETTLED.includes(to) && !because) faults.push(fault('because', 'required', 'Enter why, in a few words'));
  if (faults.length > 0) throw new Invalid(faults);
}

/** The day to have answered by moves as far as the review does: never into the past, never behind the review. */
function movedAlong({ readBy, startsAt }: Review, to: Date | null): string | null {
  if (!readBy || !to) return readBy;
  const day = localDay(to);
  const asFar = startsAt ? daysAfter(readBy, daysBetween(localDay(startsAt), day)) : readBy;
  return [day, [localDay(new Date()), asFar].sort().at(-1) as string].sort()[0] as string;
}
