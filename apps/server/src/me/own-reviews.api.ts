import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SayForReview } from '@app/reviews';
import { IdIn, MayCome } from '../http';
import { OwnReviewsDesk, type OwnReviewItem } from './own-reviews.desk';

@Controller('api/me/:person/reviews/:review') @MayCome('person')
export class OwnReviewsApi {
  constructor(private readonly desk: OwnReviewsDesk) {}

  @Get()
  review(@IdIn('person') person: string, @IdIn('review') review: string): Promise<OwnReviewItem> {
    return this.desk.item(person, review);
  }

  /** What one says now: said again, it takes the place of what one said before. */
  @Post('words') @HttpCode(200)
  say(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: SayForReview): Promise<OwnReviewItem> {
    return this.desk.say(person, review, command);
  }
}
