import { Injectable } from '@nestjs/common';
import { MyPageQueries } from '@app/overviews';
import type { Person } from '@app/persons';
import { ContributionsQueries, OwnWords, ReviewsQueries, type CarerWord, type Review, type ReviewContribution, type SayForReview } from '@app/reviews';
import { ownWordItem, type OwnWordItem } from '../reviews/contribution-item';
import { reviewItem, type ReviewItem } from '../reviews/review-item';

export interface OwnReviewModel {
  readonly person: Person;
  readonly review: Review;
  /** what the person has said for it */
  readonly said: readonly ReviewContribution[];
  /** what family carers said of which they may read */
  readonly family: readonly CarerWord[];
}

/** A review as the person has it on their own page. */
export interface OwnReviewItem extends ReviewItem {
  readonly said: readonly OwnWordItem[];
  readonly family: readonly CarerWord[];
}

/** What the person says for a review, on their own page. */
@Injectable()
export class OwnReviewsDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly reviews: ReviewsQueries,
    private readonly contributions: ContributionsQueries,
    private readonly words: OwnWords,
  ) {}

  /** @throws NotFound for everybody but the person */
  async page(personId: string, id: string): Promise<OwnReviewModel> {
    const person = await this.pages.themself(personId);
    const { review } = await this.reviews.one(personId, id);
    return { person, review, said: await this.contributions.ownWords(review), family: await this.contributions.carerWords(review) };
  }

  async item(personId: string, id: string): Promise<OwnReviewItem> {
    const { review, said, family } = await this.page(personId, id);
    return { ...reviewItem(review), said: said.map(ownWordItem), family };
  }

  async say(personId: string, id: string, command: SayForReview): Promise<OwnReviewItem> {
    await this.words.say(personId, id, command);
    return this.item(personId, id);
  }
}
