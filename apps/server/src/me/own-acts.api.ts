import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { PlanViews, SayPlanView } from '@app/care-plans';
import { AnswerJoining, JoiningQuestions, type Answered } from '@app/care-teams';
import { Corrections, SayWrong } from '@app/corrections';
import { OwnSharing, SayMyself } from '@app/sharing';
import { saidViewItem, type SaidViewItem } from '../care-plans/plan-item';
import { correctionItem, type CorrectionItem } from '../corrections/correction-item';
import { IdIn, MayCome } from '../http';

@Controller('api/me/:person') @MayCome('person')
export class OwnActsApi {
  constructor(
    private readonly questions: JoiningQuestions,
    private readonly sharing: OwnSharing,
    private readonly views: PlanViews,
    private readonly corrections: Corrections,
  ) {}

  /** The person's own yes or no to somebody who would like to join. */
  @Post('joining/:question') @HttpCode(200)
  async answerJoining(@IdIn('person') person: string, @IdIn('question') question: string, @Body() command: AnswerJoining): Promise<{ state: Answered }> {
    return { state: await this.questions.answer(person, question, command) };
  }

  /** Ends with the next request what the person's word lets others see. */
  @Post('stop') @HttpCode(204)
  async stop(@IdIn('person') person: string, @Body() command: SayMyself): Promise<void> {
    await this.sharing.stop(person, command);
  }

  /** Asks for a new conversation about who may see what. */
  @Post('talk') @HttpCode(204)
  async talk(@IdIn('person') person: string, @Body() command: SayMyself): Promise<void> {
    await this.sharing.askToTalk(person, command);
  }

  /** What the person thinks of the plan that is published. */
  @Post('plan-view')
  async view(@IdIn('person') person: string, @Body() command: SayPlanView): Promise<SaidViewItem> {
    return saidViewItem(await this.views.say(person, command));
  }

  /** "I say this is wrong", of a note or a line of the plan; `kind` is ContactNote, Need, Goal, CareAction or PlanStatement. */
  @Post('wrong/:kind/:item')
  async wrong(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Body() command: SayWrong): Promise<CorrectionItem> {
    return correctionItem(await this.corrections.say(person, { kind, item }, command));
  }
}
