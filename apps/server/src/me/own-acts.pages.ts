import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PlanViews, SayPlanView } from '@app/care-plans';
import { AnswerJoining, JoiningQuestions, type Answered } from '@app/care-teams';
import { Corrections, SayWrong } from '@app/corrections';
import { OwnSharing, SayMyself } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { OwnDesk } from './own.desk';
import { AskToTalkPage } from './views/ask-to-talk';
import { ISayWrongPage } from './views/i-say-wrong';
import { MayTheyJoinPage } from './views/may-they-join';
import { MyViewPage } from './views/my-view';
import { StopMyselfPage } from './views/stop-myself';

const JOINED: Record<Answered, string> = {
  agreed: 'You said yes. They have joined your team', refused: 'You said no. Nobody was added, and they are not told', lapsed: 'Nobody was added: it is no longer offered',
};

/** What somebody does for themselves on their own page: nobody does it in their place. */
@Controller('me/:person') @MayCome('person')
export class OwnActsPages {
  constructor(
    private readonly desk: OwnDesk,
    private readonly questions: JoiningQuestions,
    private readonly sharing: OwnSharing,
    private readonly views: PlanViews,
    private readonly corrections: Corrections,
  ) {}

  @Get('joining/:question')
  async joining(@IdIn('person') person: string, @IdIn('question') question: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MayTheyJoinPage({ ctx, form, ...(await this.desk.joining(person, question)) });
  }

  @Post('joining/:question') @FormOf('/me/:person/joining/:question')
  async answerJoining(@IdIn('person') person: string, @IdIn('question') question: string, @Body() command: AnswerJoining): Promise<SeeOther> {
    return seeOther(`/me?person=${person}`, JOINED[await this.questions.answer(person, question, command)]);
  }

  @Get('stop')
  async stopPage(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return StopMyselfPage({ ctx, form, person: await this.desk.themself(person) });
  }

  @Post('stop') @FormOf('/me/:person/stop')
  async stop(@IdIn('person') person: string, @Body() command: SayMyself): Promise<SeeOther> {
    await this.sharing.stop(person, command);
    return seeOther(`/me?person=${person}`, 'Sharing has stopped');
  }

  @Get('talk')
  async talkPage(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AskToTalkPage({ ctx, form, person: await this.desk.themself(person) });
  }

  @Post('talk') @FormOf('/me/:person/talk')
  async talk(@IdIn('person') person: string, @Body() command: SayMyself): Promise<SeeOther> {
    await this.sharing.askToTalk(person, command);
    return seeOther(`/me?person=${person}`, 'You have asked to talk about it. Your key worker is told');
  }

  @Get('plan-view')
  async viewPage(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyViewPage({ ctx, form, ...(await this.desk.plan(person)) });
  }

  @Post('plan-view') @FormOf('/me/:person/plan-view')
  async view(@IdIn('person') person: string, @Body() command: SayPlanView): Promise<SeeOther> {
    await this.views.say(person, command);
    return seeOther(`/me?person=${person}`, 'What you said stands beside the plan. Your key worker is told');
  }

  @Get('wrong/:kind/:item')
  async wrongPage(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ISayWrongPage({ ctx, form, ...(await this.desk.disputed(person, { kind, item })) });
  }

  @Post('wrong/:kind/:item') @FormOf('/me/:person/wrong/:kind/:item')
  async wrong(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Body() command: SayWrong): Promise<SeeOther> {
    await this.corrections.say(person, { kind, item }, command);
    return seeOther(`/me?person=${person}`, 'What you say stands beside it. Whoever wrote it is told, and answers within a month');
  }
}
