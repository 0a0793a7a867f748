import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { AnswerForReview, ConfirmSaid, Contributions, OwnWords, SayComing, SendAnswers, WriteDownCarer, WriteDownOwnWords, WriteDownSaid } from '@app/reviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatchAny, MayCome, seeOther, type SeeOther } from '../http';
import { AnswersDesk } from './answers.desk';
import { ChooseQuestion, ChooseSaid } from './reviews.commands';
import { AnswerPage } from './views/answer';
import { CheckPage } from './views/check';
import { ComingPage } from './views/coming';
import { ConfirmPage } from './views/confirm';
import { MyReviewsPage } from './views/my-reviews';
import { SaidPage } from './views/said';
import { SaidByCarerPage } from './views/said-by-carer';
import { SaidByPersonPage } from './views/said-by-person';

const today = (): string => localDay(new Date());
const AT = 'people/:person/reviews/:review';
const at = (person: string, review: string): string => `/people/${person}/reviews/${review}`;

@Controller() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AnswersPages {
  constructor(
    private readonly desk: AnswersDesk,
    private readonly contributions: Contributions,
    private readonly words: OwnWords,
  ) {}

  @Get('reviews')
  async mine(@Ctx('reviews') ctx: PageContext): Promise<Html> {
    return MyReviewsPage({ ctx, today: today(), reviews: await this.desk.mine() });
  }

  @Get(`${AT}/answer`)
  async question(@IdIn('person') person: string, @IdIn('review') review: string, @Query() query: ChooseQuestion, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AnswerPage({ ctx, form, today: today(), ...(await this.desk.question(person, review, query, form)) });
  }

  @Post(`${AT}/answer`) @FormOf(`/${AT}/answer`)
  async answer(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: AnswerForReview): Promise<SeeOther> {
    await this.contributions.answer(person, review, command, version);
    return seeOther(`${at(person, review)}/${await this.desk.nextQuestion(person, review)}`, 'Kept. Nobody else reads it until you send it');
  }

  @Get(`${AT}/check`)
  async check(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return CheckPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(`${AT}/check`) @FormOf(`/${AT}/check`)
  async send(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: SendAnswers): Promise<SeeOther> {
    await this.contributions.send(person, review, command);
    return seeOther(at(person, review), 'Sent. What you said stands beside each goal when the review is held. You need not come to be heard');
  }

  @Get(`${AT}/coming`)
  async comingForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ComingPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(`${AT}/coming`) @FormOf(`/${AT}/coming`)
  async coming(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: SayComing): Promise<SeeOther> {
    await this.contributions.coming(person, review, command, version);
    return seeOther(at(person, review), 'Saved. Whoever chairs the review reads it');
  }

  @Get(`${AT}/said`)
  async saidForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SaidPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(`${AT}/said`) @FormOf(`/${AT}/said`)
  async writeDown(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownSaid): Promise<SeeOther> {
    await this.contributions.writeDown(person, review, command);
    return seeOther(at(person, review), 'Written down. They are asked whether it is right');
  }

  @Get(`${AT}/said-by-person`)
  async ownWordsForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SaidByPersonPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post(`${AT}/said-by-person`) @FormOf(`/${AT}/said-by-person`)
  async writeDownOwnWords(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownOwnWords): Promise<SeeOther> {
    await this.words.writeDown(person, review, command);
    return seeOther(at(person, review), 'Written down as their words');
  }

  @Get(`${AT}/said-by-carer`)
  async carerForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SaidByCarerPage({ ctx, form, today: today(), ...(await this.desk.saidByCarer(person, review)) });
  }

  @Post(`${AT}/said-by-carer`) @FormOf(`/${AT}/said-by-carer`)
  async writeDownCarer(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: WriteDownCarer): Promise<SeeOther> {
    await this.contributions.writeDownCarer(person, review, command);
    return seeOther(at(person, review), 'Written down as said by a family carer');
  }

  @Get(`${AT}/confirm`)
  async confirmForm(@IdIn('person') person: string, @IdIn('review') review: string, @Query() query: ChooseSaid, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ConfirmPage({ ctx, form, today: today(), ...(await this.desk.toConfirm(person, review, query, form)) });
  }

  @Post(`${AT}/confirm`) @FormOf(`/${AT}/confirm`)
  async confirm(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatchAny() version: number | null, @Body() command: ConfirmSaid): Promise<SeeOther> {
    await this.contributions.confirm(person, review, command, version);
    return seeOther(at(person, review), 'Saved. It stands beside what was written down');
  }
}
