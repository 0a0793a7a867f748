import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AddToCircle, AnswerJoining, JoiningQuestions, type Answered } from '@app/care-teams';
import { IdIn, MayCome } from '../http';
import { joiningItem, type JoiningItem } from './circle-item';

@Controller('api/people/:person/circle/questions') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class JoiningApi {
  constructor(private readonly questions: JoiningQuestions) {}

  /** Asks a person who wants to be asked each time: nobody is let in before their yes. */
  @Post()
  async ask(@IdIn('person') person: string, @Body() command: AddToCircle): Promise<JoiningItem> {
    const { id } = await this.questions.ask(person, command);
    return joiningItem(await this.questions.find(person, id));
  }

  /** What the person said to whoever asked. */
  @Post(':question/answer') @HttpCode(200)
  async answer(@IdIn('person') person: string, @IdIn('question') question: string, @Body() command: AnswerJoining): Promise<{ state: Answered }> {
    return { state: await this.questions.answer(person, question, command) };
  }

  @Post(':question/withdrawal') @HttpCode(204)
  async withdraw(@IdIn('person') person: string, @IdIn('question') question: string): Promise<void> {
    await this.questions.withdraw(person, question);
  }
}
