import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { OwnWords, ReviewCalendar, SayForReview } from '@app/reviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { calendarFile } from '../reviews/calendar-file';
import { OwnReviewsDesk } from './own-reviews.desk';
import { MyReviewPage } from './views/my-review';

/** A review on the person's own page: what they say for it, and their own calendar. */
@Controller('me/:person/reviews/:review') @MayCome('person')
export class OwnReviewsPages {
  constructor(
    private readonly desk: OwnReviewsDesk,
    private readonly words: OwnWords,
    private readonly calendar: ReviewCalendar,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyReviewPage({ ctx, form, ...(await this.desk.page(person, review)) });
  }

  @Post() @FormOf('/me/:person/reviews/:review')
  async say(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: SayForReview): Promise<SeeOther> {
    await this.words.say(person, review, command);
    return seeOther(`/me?person=${person}#reviews`, 'Said. Whoever leads the review is told, and it is talked about first');
  }

  @Get('calendar.ics')
  async intoCalendar(@IdIn('person') person: string, @IdIn('review') review: string): Promise<StreamableFile> {
    return calendarFile(await this.calendar.file((await this.desk.page(person, review)).person.personId, review));
  }
}
