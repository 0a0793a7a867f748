import { Injectable } from '@nestjs/common';
import { ReviewsQueries, ReviewsService, type Review } from '@app/reviews';

/** A full review, by the verb that plans every other. */
@Injectable()
export class MakingReviews {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  /** The one that is planned already, or one that is due by then. @throws as `ReviewsService.schedule` */
  async due(personId: string, dueOn: string): Promise<Review> {
    const planned = await this.queries.open(personId);
    return planned ?? this.reviews.schedule(personId, { occasion: 'other', kind: 'unplanned', mode: 'meeting', dueOn });
  }

  /** May the caller make one? For pages, to offer it. */
  async mayOffer(personId: string): Promise<boolean> {
    return (await this.queries.open(personId)) !== null || this.reviews.mayOffer(personId);
  }
}
