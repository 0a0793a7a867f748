import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';
import type { TalkedHow } from '@app/sharing';

/** In plain words, and not in numbers: nobody shall add them up (FHIR Goal.achievementStatus: achieved, improving, no-change, worsening). */
export const GOAL_PROGRESS = ['reached', 'closer', 'same', 'further'] as const;
export type GoalProgress = (typeof GOAL_PROGRESS)[number];
export const JUDGES = ['person', 'team'] as const;
export type Judge = (typeof JUDGES)[number];

/** How a goal went on a day, to the person or to somebody of the team. It stands beside the goal, by the id that the goal keeps, and is never changed. */
@ItemTable('goal_judgement')
@ForeignKey('plan_version', ['personId', 'versionId'], ['personId', 'id'], { name: 'goal_judgement_version_fkey' })
@Index('goal_judgement_goal_idx', ['personId', 'goalId'])
@Check('goal_judgement_side_check', 'side')
@Check('goal_judgement_progress_check', 'progress')
@Check('goal_judgement_how_check', 'how')
export class GoalJudgement extends PersonItem {
  @Column('uuid') goalId: string;
  @Column('uuid') versionId: string;
  @Column('text') side: Judge;
  @Column('text') progress: GoalProgress;
  @Column('text', { nullable: true }) words: string | null;
  /** how the person said it; `online`: on their own page. Null for the team */
  @Column('text', { nullable: true }) how: TalkedHow | 'online' | null;
  /** a local calendar day */
  @Column('date') judgedOn: string;
  /** whose judgement it is; of the person's own, who wrote it down */
  @Column('text') saidByName: string;
}

/** The last that each side said of a goal. @param judgements the newest first */
export const lastSaid = (judgements: readonly GoalJudgement[], goalId: string): Record<Judge, GoalJudgement | null> => {
  const of = (side: Judge): GoalJudgement | null => judgements.find((one) => one.goalId === goalId && one.side === side) ?? null;
  return { person: of('person'), team: of('team') };
};
