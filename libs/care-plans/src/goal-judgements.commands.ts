import { LocalDate, LongText, OneOf } from '@app/kernel';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { GOAL_PROGRESS, JUDGES, type GoalProgress, type Judge } from './goal-judgement.entity';

/** How a goal goes, to the person on their own page. */
export class SayGoalJudgement {
  @OneOf(GOAL_PROGRESS, { required: true, label: 'how it is going' }) progress: GoalProgress;
  @LongText({ max: 1000, label: 'your words' }) words?: string | null;
}

/** The same as they said it to somebody, or as somebody of the team sees it. */
export class RecordGoalJudgement {
  @OneOf(JUDGES, { required: true, label: 'who says so' }) side: Judge;
  @OneOf(GOAL_PROGRESS, { required: true, label: 'how it is going' }) progress: GoalProgress;
  @LongText({ max: 1000, label: 'the words' }) words?: string | null;
  /** where the person said it */
  @OneOf(TALKED_HOW, { label: 'how you talked' }) how?: TalkedHow | null;
  @LocalDate({ past: true, label: 'the day' }) judgedOn?: string | null;
}
