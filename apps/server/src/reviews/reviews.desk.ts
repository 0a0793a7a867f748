import { Injectable } from '@nestjs/common';
import { CasesQueries, type Case } from '@app/cases';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { Invitations, ReviewsQueries, ReviewsService, type BookReview, type InviteToReview, type MoveReview, type Proposal, type Review, type ScheduleReview, type SeenReview } from '@app/reviews';
import { reviewItem, wholeReview, type ReviewItem, type WholeReview } from './review-item';

export interface ReviewsModel {
  readonly identity: Identity;
  readonly reviews: readonly Review[];
  /** the open case, with the day on which the plan is looked at again */
  readonly open: Case | null;
  readonly mayPlan: boolean;
}

export interface ReviewModel extends SeenReview {
  readonly identity: Identity;
}

export interface InviteModel extends ReviewModel {
  readonly proposals: readonly Proposal[];
}

/** Reviews of one person, as they are read and planned. */
@Injectable()
export class ReviewsDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly queries: ReviewsQueries,
    private readonly service: ReviewsService,
    private readonly invitations: Invitations,
    private readonly cases: CasesQueries,
  ) {}

  /** @throws NotFound */
  async list(personId: string): Promise<ReviewsModel> {
    const identity = await this.people.identity(personId, 'Review');
    return { identity, reviews: await this.queries.ofPerson(personId), open: await this.cases.openCase(personId), mayPlan: await this.service.mayOffer(personId) };
  }

  /** @throws NotFound */
  async page(personId: string, id: string): Promise<ReviewModel> {
    return { identity: await this.people.identity(personId, 'Review'), ...(await this.queries.one(personId, id)) };
  }

  async toInvite(personId: string, id: string): Promise<InviteModel> {
    return { ...(await this.page(personId, id)), proposals: await this.invitations.proposals(personId, id) };
  }

  async answerList(personId: string): Promise<{ items: readonly ReviewItem[]; next: null }> {
    const { reviews } = await this.list(personId);
    return { items: reviews.map(reviewItem), next: null };
  }

  async answerOne(personId: string, id: string): Promise<WholeReview> {
    return wholeReview(await this.queries.one(personId, id));
  }

  async schedule(personId: string, command: ScheduleReview): Promise<WholeReview> {
    return this.answerOne(personId, (await this.service.schedule(personId, command)).id);
  }

  async book(personId: string, id: string, version: number, command: BookReview): Promise<WholeReview> {
    return this.answerOne(personId, (await this.service.book(personId, id, version, command)).id);
  }

  async invite(personId: string, id: string, version: number, command: InviteToReview): Promise<WholeReview> {
    return this.answerOne(personId, (await this.invitations.invite(personId, id, version, command)).id);
  }

  async move(personId: string, id: string, version: number, command: MoveReview): Promise<WholeReview> {
    return this.answerOne(personId, (await this.service.move(personId, id, version, command)).id);
  }

  async found(personId: string, id: string, version: number, invitee: string): Promise<WholeReview> {
    return this.answerOne(personId, (await this.service.found(personId, id, version, invitee)).id);
  }
}
