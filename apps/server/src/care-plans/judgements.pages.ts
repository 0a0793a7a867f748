import { Body, Controller, Get, Post } from '@nestjs/common';
import { GoalJudgements, RecordGoalJudgement, SayGoalJudgement } from '@app/care-plans';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { MyGoalPage } from '../me/views/my-goal';
import { JudgementsDesk } from './judgements.desk';
import { JudgementsPage } from './views/judgements';

@Controller('people/:person/plan/goals/:goal') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class JudgementsPages {
  constructor(
    private readonly desk: JudgementsDesk,
    private readonly judgements: GoalJudgements,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('goal') goal: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return JudgementsPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.page(person, goal)) });
  }

  @Post() @FormOf('/people/:person/plan/goals/:goal')
  async record(@IdIn('person') person: string, @IdIn('goal') goal: string, @Body() command: RecordGoalJudgement): Promise<SeeOther> {
    await this.judgements.record(person, goal, command);
    return seeOther(`/people/${person}/plan#goal-${goal}`, 'What was said stands beside the goal');
  }
}

/** On one's own page: nobody does it in one's place. */
@Controller('me/:person/goals/:goal') @MayCome('person')
export class MyJudgementsPages {
  constructor(
    private readonly desk: JudgementsDesk,
    private readonly judgements: GoalJudgements,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('goal') goal: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyGoalPage({ ctx, form, ...(await this.desk.mine(person, goal)) });
  }

  @Post() @FormOf('/me/:person/goals/:goal')
  async say(@IdIn('person') person: string, @IdIn('goal') goal: string, @Body() command: SayGoalJudgement): Promise<SeeOther> {
    await this.judgements.say(person, goal, command);
    return seeOther(`/me?person=${person}`, 'What you said stands beside your goal. Your key worker is told');
  }
}
