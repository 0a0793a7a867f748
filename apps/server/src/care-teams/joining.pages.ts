import { Body, Controller, Get, Post } from '@nestjs/common';
import { AddToCircle, AnswerJoining, JoiningQuestions, type Answered } from '@app/care-teams';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { JoiningDesk } from './joining.desk';
import { AnswerQuestionPage } from './views/answer-question';

const SAID: Record<Answered, string> = {
  agreed: 'They said yes: added to the circle', refused: 'They said no. Nobody was added', lapsed: 'Nobody was added: this can no longer be passed on, or they no longer work here',
};

@Controller('people/:person/circle/questions') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class JoiningPages {
  constructor(
    private readonly desk: JoiningDesk,
    private readonly questions: JoiningQuestions,
  ) {}

  @Post() @FormOf('/people/:person/circle/add')
  async ask(@IdIn('person') person: string, @Body() command: AddToCircle): Promise<SeeOther> {
    await this.questions.ask(person, command);
    return seeOther(`/people/${person}/circle`, 'The question waits for them. Nobody is added before they say yes');
  }

  @Get(':question')
  async page(@IdIn('person') person: string, @IdIn('question') question: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AnswerQuestionPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.question(person, question)) });
  }

  @Post(':question/answer') @FormOf('/people/:person/circle/questions/:question')
  async answer(@IdIn('person') person: string, @IdIn('question') question: string, @Body() command: AnswerJoining): Promise<SeeOther> {
    return seeOther(`/people/${person}/circle`, SAID[await this.questions.answer(person, question, command)]);
  }

  @Post(':question/withdrawal') @FormOf('/people/:person/circle/questions/:question')
  async withdraw(@IdIn('person') person: string, @IdIn('question') question: string): Promise<SeeOther> {
    await this.questions.withdraw(person, question);
    return seeOther(`/people/${person}/circle`, 'The question is taken back');
  }
}
