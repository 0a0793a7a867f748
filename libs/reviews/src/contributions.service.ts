import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Forbidden, Invalid, localDay, NotFound } from '@app/kernel';
import { Records, type Audience } from '@app/records';
import type { AnswerForReview, ConfirmSaid, SayComing, SendAnswers, WriteDownCarer, WriteDownSaid } from './contributions.commands';
import { ContributionsQueries } from './contributions.queries';
import { Review } from './review.entity';
import { ReviewContribution } from './review-contribution.entity';
import { ReviewInvitee } from './review-invitee.entity';
import { ReviewsQueries } from './reviews.queries';
import { isSaidAnew } from './said-anew';

type Readers = Pick<ReviewContribution, 'category' | 'audience' | 'namedOrganisations' | 'visibleToPerson' | 'sealedTo'>;

/** What is said for a review: by whoever is asked, before it, in it, without coming, or by telephone. */
@Injectable()
export class Contributions {
  constructor(
    private readonly records: Records,
    private readonly queries: ContributionsQueries,
    private readonly reviews: ReviewsQueries,
  ) {}

  /**
   * Keeps an answer until it is sent; the answer to the same question is changed by whoever has read it.
   * @param version of the answer that was read, null or 0 for none
   * @throws NotFound, also for a goal that is hidden; Forbidden; Conflict `review.over`; Invalid; VersionRequired, StaleVersion
   */
  answer(personId: string, reviewId: string, { item, answer, text }: AnswerForReview, version: number | null = null): Promise<ReviewContribution> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      if (item && !answer) throw Invalid.field('/answer', 'required', 'Choose how this goal is going');
      if (!item && !text) throw Invalid.field('/text', 'required', 'Enter what the review should know');
      const line = item ? await this.queries.goal(personId, item) : null;
      if (item && !line) throw new NotFound('Goal', item, personId);
      const before = (await this.queries.own(review)).find((one) => one.kind === 'update' && one.aboutId === (item ?? null));
      const said = { answer: answer ?? null, text: text ?? null };
      if (before) return this.anew(before, said, version);
      // A draft is its author's organisation's alone, and no wider than the goal.
      const { category, sealedTo } = await this.readersOf(review, item ?? null, 'everybody');
      return this.add(review, { ...said, kind: 'update', aboutId: item ?? null, aboutText: line?.words ?? null, category, sealedTo, audience: 'internal', visibleToPerson: false, sentAt: null });
    });
  }

  /** What was kept is opened to those for whom it is, never wider than the goal. Sent again, nothing happens. @throws Conflict `review.nothing` without an answer; as `answer` */
  send(personId: string, reviewId: string, { readers }: SendAnswers): Promise<number> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      const kept = (await this.queries.own(review)).filter((one) => one.kind === 'update');
      if (kept.length === 0) throw new Conflict('review.nothing', 'There is nothing to send yet. Answer one question first');
      const unsent = kept.filter((one) => one.sentAt === null);
      for (const one of unsent) {
        const { sealedTo: _, ...opens } = await this.readersOf(review, one.aboutId, readers);
        const sent = await this.records.change(ReviewContribution, { personId, id: one.id }, one.rowVersion, { ...opens, sentAt: new Date() }, 'change');
        if (one === unsent[0]) this.records.news('review.answered', sent, { workers: [review.chairMembershipId] });
      }
      return unsent.length;
    });
  }

  /** @throws as `answer` */
  coming(personId: string, reviewId: string, { answer, text }: SayComing, version: number | null = null): Promise<ReviewContribution> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      const before = (await this.queries.own(review)).find((one) => one.kind === 'coming');
      const said = { answer, text: text ?? null };
      if (before) return this.anew(before, said, version);
      return this.add(review, { ...said, ...(await this.readersOf(review, null, 'everybody')), kind: 'coming', aboutId: null, aboutText: null, sentAt: new Date() });
    });
  }

  /** By whoever holds the review, for somebody who said it by telephone and confirms it. @throws as `answer`; Forbidden for who does not hold it; Invalid for who is not asked */
  writeDown(personId: string, reviewId: string, { organisation, saidBy, item, answer, text }: WriteDownSaid): Promise<ReviewContribution> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      await this.records.check('change', Review, personId, review);
      const invitee = (await (await this.records.readable(ReviewInvitee, 'i')).andWhere(`i.personId = :personId and i.reviewId = :reviewId and i.organisationId = :organisation and i.state = 'invited'`, { personId, reviewId, organisation }).getOne());
      if (!invitee) throw Invalid.field('/organisation', 'choice', 'Choose the organisation from the list');
      const line = item ? await this.queries.goal(personId, item) : null;
      if (item && !line) throw new NotFound('Goal', item, personId);
      if (item && !answer) throw Invalid.field('/answer', 'required', 'Choose how this goal is going');
      const opens = await this.readersOf(review, item ?? null, 'everybody');
      // What is said for somebody of whom only a few may know is for those few.
      const sealedTo = among(opens.sealedTo, invitee.sealedTo);
      const made = await this.add(review, { ...opens, sealedTo, visibleToPerson: opens.visibleToPerson && sealedTo === null, kind: 'update', answer: answer ?? null, text, aboutId: item ?? null, aboutText: line?.words ?? null, saidByName: saidBy, saidByOrganisationId: organisation, sentAt: new Date() });
      this.records.news('review.written-down', made, { organisations: [organisation] });
      return made;
    });
  }

  /**
   * By whoever holds the review, as a family carer said it: for nobody who may not know of them, and to be read by the person only where that is said.
   * @throws as `answer`; Forbidden for who does not hold it; Invalid for who is not of the family, or must not be told
   */
  writeDownCarer(personId: string, reviewId: string, { carer, how, item, text, readers, person }: WriteDownCarer): Promise<ReviewContribution> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      await this.records.check('change', Review, personId, review);
      const them = (await this.reviews.carers(review, localDay(new Date()))).find(({ id }) => id === carer);
      if (!them) throw Invalid.field('/carer', 'choice', 'Choose who said it from the list');
      const line = item ? await this.queries.goal(personId, item) : null;
      if (item && !line) throw new NotFound('Goal', item, personId);
      const opens = await this.readersOf(review, item ?? null, readers);
      const asked = (await this.reviews.invitees(review)).find(({ relatedPersonId }) => relatedPersonId === carer);
      const sealedTo = among(among(opens.sealedTo, them.sealedTo), asked?.sealedTo ?? null);
      const mayRead = person === 'yes' && sealedTo === null && review.visibleToPerson && (line?.row.visibleToPerson ?? true);
      const made = await this.add(review, { ...opens, sealedTo, visibleToPerson: false, personMayRead: mayRead, kind: 'update', answer: null, text, aboutId: item ?? null, aboutText: line?.words ?? null, voice: 'carer', relatedPersonId: carer, how, sentAt: new Date() });
      this.records.news('review.answered', made, { workers: [review.chairMembershipId] });
      return made;
    });
  }

  /** By the organisation for which it was written down, in a line of its own: what was written down is not changed. @throws NotFound, Forbidden, Conflict `review.over` */
  confirm(personId: string, reviewId: string, { contribution, answer, text }: ConfirmSaid, version: number | null = null): Promise<ReviewContribution> {
    return this.queries.transactions.run(async () => {
      const review = await this.takes(personId, reviewId);
      const said = await this.records.get(ReviewContribution, personId, contribution);
      if (said.reviewId !== reviewId || said.saidByOrganisationId === null) throw new NotFound('ReviewContribution', contribution, personId);
      if (said.saidByOrganisationId !== currentContext().actor.organisationId) throw new Forbidden('action.forbidden', 'Whoever said it says whether it is right');
      const own = { answer, text: text ?? null };
      const before = (await this.queries.own(review)).find((one) => one.kind === 'confirmation' && one.aboutId === contribution);
      if (before) return this.anew(before, own, version);
      const { category, audience, namedOrganisations, visibleToPerson, sealedTo } = said;
      const made = await this.add(review, { ...own, category, audience, namedOrganisations: audience === 'named' ? [...new Set([...namedOrganisations, said.ownerOrganisationId])] : [], visibleToPerson, sealedTo, kind: 'confirmation', aboutId: contribution, aboutText: null, sentAt: new Date() });
      this.records.news('review.answered', made, { workers: [review.chairMembershipId] });
      return made;
    });
  }

  /** May the caller answer, for an organisation that is asked? For pages, to offer it. */
  async mayAnswer(review: Review): Promise<boolean> {
    const { actor } = currentContext();
    return review.takesContributions && review.namedOrganisations.includes(actor.organisationId ?? '') && actor.roles.some((role) => role === 'practitioner' || role === 'team_manager') && !(await this.records.windsDown(review.personId));
  }

  /** A review that takes what the caller says. @throws NotFound, Forbidden, Conflict `review.over` */
  private async takes(personId: string, reviewId: string): Promise<Review> {
    const review = await this.records.get(Review, personId, reviewId);
    const { organisationId } = currentContext().actor;
    this.records.demand('create', ReviewContribution);
    await this.records.check('create', ReviewContribution, personId, { ownerOrganisationId: organisationId });
    if (organisationId !== review.ownerOrganisationId && !review.namedOrganisations.includes(organisationId ?? '')) throw new Forbidden('action.forbidden', 'Whoever is asked to the review answers. Tell the key worker');
    if (!review.takesContributions) throw new Conflict('review.over', 'This review takes no more answers. Tell the key worker, or suggest a change to the plan');
    return review;
  }

  /** For whom it is: for everybody who is asked, with a goal never wider than the goal is, in no direction (I25). */
  private async readersOf(review: Review, item: string | null, readers: SendAnswers['readers']): Promise<Readers> {
    const line = item ? (await this.queries.goal(review.personId, item))?.row ?? null : null;
    if (item && !line) throw new NotFound('Goal', item, review.personId);
    const known = await this.records.knownOnlyTo(review.personId);
    const sealedTo = among(line?.sealedTo ?? null, known);
    const category = line?.category ?? review.category;
    const named = line === null ? allOf(review) : line.audience === 'named' || line.audience === 'internal' ? [...new Set([...line.namedOrganisations, line.ownerOrganisationId])] : null;
    if (readers === 'chair') return { category, audience: 'named', namedOrganisations: [review.ownerOrganisationId].filter((one) => named?.includes(one) ?? true), visibleToPerson: false, sealedTo };
    const audience: Audience = named ? 'named' : 'circle';
    return { category, audience, namedOrganisations: named ?? [], visibleToPerson: (line?.visibleToPerson ?? true) && review.visibleToPerson && sealedTo === null, sealedTo };
  }

  private async anew(before: ReviewContribution, said: Pick<ReviewContribution, 'answer' | 'text'>, version: number | null): Promise<ReviewContribution> {
    if (!isSaidAnew(before, said, version)) return before;
    return this.records.change(ReviewContribution, { personId: before.personId, id: before.id }, before.rowVersion, { ...said, authorName: currentContext().actor.name });
  }

  private add(review: Review, values: Partial<ReviewContribution>): Promise<ReviewContribution> {
    return this.records.create(ReviewContribution, { personId: review.personId, reviewId: review.id, onDate: null, saidByName: null, saidByOrganisationId: null, how: null, voice: null, relatedPersonId: null, personMayRead: null, authorName: currentContext().actor.name, ...values });
  }
}

const allOf = (review: Review): string[] => [...new Set([...review.namedOrganisations, review.ownerOrganisationId])];
/** Those who may know of both. */
const among = (a: readonly string[] | null, b: readonly string[] | null): string[] | null => (a && b ? a.filter((one) => b.includes(one)) : (a ?? b) && [...((a ?? b) as readonly string[])]);
