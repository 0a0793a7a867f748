import { Injectable } from '@nestjs/common';
import { ReviewsQueries, ReviewsService, type Review } from '@app/reviews';

/** A full review, by the verb that plans every other. */
@Injectable()
export class MakingReviews {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  /** The one that is not over: a huddle makes no second, and its day stays with whoever holds it. Null where the caller may know of none. */
  planned(personId: string): Promise<Review | null> {
    return this.queries.open(personId);
  }

  /** One that is due by then. @throws as `ReviewsService.schedule` */
  due(personId: string, dueOn: string): Promise<Review> {
    return this.reviews.schedule(personId, { occasion: 'other', kind: 'unplanned', mode: 'meeting', dueOn });
  }

  /** May the caller make one? For pages, to offer it. */
  mayOffer(personId: string): Promise<boolean> {
    return this.reviews.mayOffer(personId);
  }
}
