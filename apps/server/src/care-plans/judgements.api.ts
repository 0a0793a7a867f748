import { Body, Controller, Get, Post } from '@nestjs/common';
import { GoalJudgements, RecordGoalJudgement, SayGoalJudgement } from '@app/care-plans';
import { IdIn, MayCome } from '../http';
import { JudgementsDesk, type JudgedAnswer } from './judgements.desk';

@Controller('api/people/:person/care-plan/goals/:goal/judgements') @MayCome('signed-in')
export class JudgementsApi {
  constructor(
    private readonly desk: JudgementsDesk,
    private readonly judgements: GoalJudgements,
  ) {}

  @Get()
  history(@IdIn('person') person: string, @IdIn('goal') goal: string): Promise<JudgedAnswer> {
    return this.desk.answer(person, goal);
  }

  @Post() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async record(@IdIn('person') person: string, @IdIn('goal') goal: string, @Body() command: RecordGoalJudgement): Promise<JudgedAnswer> {
    await this.judgements.record(person, goal, command);
    return this.desk.answer(person, goal);
  }
}

@Controller('api/me/:person/goals/:goal/judgements') @MayCome('person')
export class MyJudgementsApi {
  constructor(
    private readonly desk: JudgementsDesk,
    private readonly judgements: GoalJudgements,
  ) {}

  @Post()
  async say(@IdIn('person') person: string, @IdIn('goal') goal: string, @Body() command: SayGoalJudgement): Promise<JudgedAnswer> {
    await this.judgements.say(person, goal, command);
    return this.desk.answer(person, goal);
  }
}
