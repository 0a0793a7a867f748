import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { BookReview, FoundSomebody, InviteToReview, MoveReview, ScheduleReview } from '@app/reviews';
import { IdIn, IfMatch, MayCome } from '../http';
import type { ReviewItem, WholeReview } from './review-item';
import { ReviewsDesk } from './reviews.desk';

@Controller('api/people/:person/reviews') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReviewsApi {
  constructor(private readonly desk: ReviewsDesk) {}

  @Get()
  list(@IdIn('person') person: string): Promise<{ items: readonly ReviewItem[]; next: null }> {
    return this.desk.answerList(person);
  }

  @Post()
  schedule(@IdIn('person') person: string, @Body() command: ScheduleReview): Promise<WholeReview> {
    return this.desk.schedule(person, command);
  }

  @Get(':review')
  one(@IdIn('person') person: string, @IdIn('review') review: string): Promise<WholeReview> {
    return this.desk.answerOne(person, review);
  }

  @Post(':review/day') @HttpCode(200)
  book(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: BookReview): Promise<WholeReview> {
    return this.desk.book(person, review, version, command);
  }

  @Post(':review/invitations') @HttpCode(200)
  invite(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: InviteToReview): Promise<WholeReview> {
    return this.desk.invite(person, review, version, command);
  }

  @Post(':review/moves') @HttpCode(200)
  move(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: MoveReview): Promise<WholeReview> {
    return this.desk.move(person, review, version, command);
  }

  @Post(':review/found') @HttpCode(200)
  found(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() { invitee }: FoundSomebody): Promise<WholeReview> {
    return this.desk.found(person, review, version, invitee);
  }
}
