import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { BookReview, FoundSomebody, Invitations, InviteToReview, MoveReview, ReviewCalendar, ReviewsService, ScheduleReview } from '@app/reviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseMove } from './reviews.commands';
import { calendarFile } from './calendar-file';
import { ReviewsDesk } from './reviews.desk';
import { BookPage } from './views/book';
import { InvitePage } from './views/invite';
import { MovePage } from './views/move';
import { PlanReviewPage } from './views/plan-review';
import { ReviewsPage } from './views/reviews';

const today = (): string => localDay(new Date());
const AT = 'people/:person/reviews';
const at = (person: string, review: string): string => `/people/${person}/reviews/${review}`;

const MOVED_WORDS: Record<MoveReview['to'], string> = {
  rescheduled: 'Moved. Whoever was asked is told of the new day. Tell the person and their family yourself', cancelled: 'Called off. Whoever was asked is told. Tell the person and their family yourself',
  paused_unable: 'Saved. Whoever was asked is told that it could not be held. Tell the person and their family yourself', incomplete: 'Saved. Whoever was asked is told that it was not finished. Tell the person and their family by when you come back to it', writing_up: 'Write up what was said and decided, then share it', shared_for_check: 'Shared. Whoever was asked can read it, and say where they do not agree',
};

@Controller(AT) @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReviewsPages {
  constructor(
    private readonly desk: ReviewsDesk,
    private readonly reviews: ReviewsService,
    private readonly invitations: Invitations,
    private readonly calendar: ReviewCalendar,
  ) {}

  @Get()
  async list(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return ReviewsPage({ ctx, today: today(), ...(await this.desk.list(person)) });
  }

  @Get('new')
  async form(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return PlanReviewPage({ ctx, form, today: today(), ...(await this.desk.list(person)) });
  }

  @Post('new') @FormOf(`/${AT}/new`)
  async plan(@IdIn('person') person: string, @Body() command: ScheduleReview): Promise<SeeOther> {
    const { id, state } = await this.reviews.schedule(person, command);
    return state === 'due' ? seeOther(at(person, id), 'The review is written down as due. Book a day when one is agreed') : seeOther(`${at(person, id)}/invite`, 'The review is booked. Now ask everybody');
  }

  @Get(':review/day')
  async bookForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return BookPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(':review/day') @FormOf(`/${AT}/:review/day`)
  async book(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: BookReview): Promise<SeeOther> {
    await this.reviews.book(person, review, version, command);
    return seeOther(`${at(person, review)}/invite`, 'The review is booked. Now ask everybody');
  }

  @Get(':review/calendar.ics')
  async intoCalendar(@IdIn('person') person: string, @IdIn('review') review: string): Promise<StreamableFile> {
    return calendarFile(await this.calendar.file(person, review));
  }

  @Get(':review/invite')
  async inviteForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return InvitePage({ ctx, form, today: today(), ...(await this.desk.toInvite(person, review)) });
  }

  @Post(':review/invite') @FormOf(`/${AT}/:review/invite`)
  async invite(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: InviteToReview): Promise<SeeOther> {
    await this.invitations.invite(person, review, version, command);
    return seeOther(at(person, review), 'Everybody is asked. Tell the person and their family yourself');
  }

  @Get(':review/move')
  async moveForm(@IdIn('person') person: string, @IdIn('review') review: string, @Query() query: ChooseMove, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MovePage({ ctx, form, query, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(':review/move') @FormOf(`/${AT}/:review/move`)
  async move(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: MoveReview): Promise<SeeOther> {
    await this.reviews.move(person, review, version, command);
    return seeOther(at(person, review), MOVED_WORDS[command.to]);
  }

  @Post(':review/found') @FormOf(`/${AT}/:review`)
  async found(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() { invitee }: FoundSomebody): Promise<SeeOther> {
    await this.reviews.found(person, review, version, invitee);
    return seeOther(at(person, review), 'Done');
  }
}
