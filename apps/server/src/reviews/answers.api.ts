import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AnswerForReview, ConfirmSaid, OwnWords, SayComing, SendAnswers, WriteDownCarer, WriteDownOwnWords, WriteDownSaid } from '@app/reviews';
import { IdIn, IfMatchAny, MayCome } from '../http';
import { AnswersDesk } from './answers.desk';
import { ownWordItem, type ContributionItem, type MyReviewItem, type OwnWordItem } from './contribution-item';

@Controller('api') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AnswersApi {
  constructor(
    private readonly desk: AnswersDesk,
    private readonly words: OwnWords,
  ) {}

  @Get('reviews')
  async mine(): Promise<{ items: readonly MyReviewItem[]; next: null }> {
    return { items: await this.desk.mine(), next: null };
  }

  @Get('people/:person/reviews/:review/answers')
  list(@IdIn('person') person: string, @IdIn('review') review: string): Promise<{ items: readonly ContributionItem[]; next: null }> {
    return this.desk.answers(person, review);
  }

  /** The same question again changes the answer, for whoever names the version of it that they read; a request may come twice. */
  @Post('people/:person/reviews/:review/answers') @HttpCode(200)
  answer(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: AnswerForReview): Promise<ContributionItem> {
    return this.desk.answer(person, review, command, version);
  }

  @Post('people/:person/reviews/:review/sending') @HttpCode(200)
  send(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: SendAnswers): Promise<{ sent: number }> {
    return this.desk.send(person, review, command);
  }

  @Post('people/:person/reviews/:review/coming') @HttpCode(200)
  coming(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: SayComing): Promise<ContributionItem> {
    return this.desk.coming(person, review, command, version);
  }

  @Post('people/:person/reviews/:review/said')
  writeDown(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownSaid): Promise<ContributionItem> {
    return this.desk.writeDown(person, review, command);
  }

  /** What the person said to whoever holds the review, as their words. */
  @Post('people/:person/reviews/:review/said-by-person')
  async writeDownOwnWords(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownOwnWords): Promise<{ items: readonly OwnWordItem[]; next: null }> {
    return { items: (await this.words.writeDown(person, review, command)).map(ownWordItem), next: null };
  }

  @Post('people/:person/reviews/:review/said-by-carer')
  writeDownCarer(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownCarer): Promise<ContributionItem> {
    return this.desk.writeDownCarer(person, review, command);
  }

  @Post('people/:person/reviews/:review/confirmations') @HttpCode(200)
  confirm(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: ConfirmSaid): Promise<ContributionItem> {
    return this.desk.confirm(person, review, command, version);
  }
}
