import { Injectable } from '@nestjs/common';
import { ReviewsQueries, ReviewsService } from '@app/reviews';

/** A full review, by the verb that plans every other. */
@Injectable()
export class MakingReviews {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  /** The one that is planned already, or one that is due by then. @throws as `ReviewsService.schedule` */
  async due(personId: string, dueOn: string): Promise<string> {
    const planned = await this.queries.open(personId);
    return (planned ?? (await this.reviews.schedule(personId, { occasion: 'other', kind: 'unplanned', mode: 'meeting', dueOn }))).id;
  }

  /** May the caller make one? For pages, to offer it. */
  async mayOffer(personId: string): Promise<boolean> {
    return (await this.queries.open(personId)) !== null || this.reviews.mayOffer(personId);
  }
}
