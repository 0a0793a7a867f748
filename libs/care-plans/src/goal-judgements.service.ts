import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, localDay, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CarePlansQueries } from './care-plans.queries';
import { GoalJudgement } from './goal-judgement.entity';
import type { RecordGoalJudgement, SayGoalJudgement } from './goal-judgements.commands';
import { PlanContentQueries } from './plan-content.queries';
import { Goal } from './plan-items.entity';

/** A goal, and all that was said of how it goes. */
export interface JudgedGoal {
  readonly goal: Goal;
  /** the newest first, by day */
  readonly judgements: readonly GoalJudgement[];
  /** the names of those who said it for the team, by the ids of their organisations */
  readonly organisations: ReadonlyMap<string, string>;
}

/** How a goal goes, by the person and by the team: each said on its own, and kept. */
@Injectable()
export class GoalJudgements {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly plans: CarePlansQueries,
    private readonly contents: PlanContentQueries,
  ) {}

  /** A goal of the plan that stands, and its history. Audited. @throws NotFound, also for one that is hidden, and for family carers */
  of(personId: string, goalId: string): Promise<JudgedGoal> {
    return this.transactions.run(async () => {
      const goal = await this.goal(personId, goalId);
      const judgements = await this.plans.judgements(personId, [goalId]);
      this.records.audit({ action: 'read', subject: 'GoalJudgement', personId, subjectIds: [goal.id, ...judgements.map(({ id }) => id)] });
      return { goal, judgements, organisations: await this.contents.organisationNames(judgements.map(({ ownerOrganisationId }) => ownerOrganisationId)) };
    });
  }

  /** The person's own word on their own page. The key worker is told. @throws NotFound for everybody else, and for a goal that they do not read */
  say(personId: string, goalId: string, { progress, words }: SayGoalJudgement): Promise<GoalJudgement> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      await this.goal(personId, goalId);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string }>('select say_goal_judgement($1, $2, $3, $4) as id', [personId, goalId, progress, words ?? null]);
      this.records.audit({ action: 'create', subject: 'GoalJudgement', personId, subjectIds: row && [row.id] });
      const said = await this.records.get(GoalJudgement, personId, row?.id ?? '');
      this.records.news('care-plan.goal-judged', said, { keyWorker: true });
      return said;
    });
  }

  /** By whoever helps: what the person said to them, or what they think for the team. It is read by whoever reads the goal (I25). @throws NotFound, Forbidden, Invalid; Conflict `goal.notTheirs` */
  record(personId: string, goalId: string, { side, progress, words, how, judgedOn }: RecordGoalJudgement): Promise<GoalJudgement> {
    return this.transactions.run(async () => {
      const goal = await this.goal(personId, goalId);
      if (side === 'person' && !how) throw Invalid.field('/how', 'required', 'Choose how you talked');
      if (side === 'person' && !goal.visibleToPerson) throw new Conflict('goal.notTheirs', 'They do not read this goal, so they have said nothing of it');
      const { actor } = currentContext();
      const { versionId, category, audience, visibleToPerson, sealedTo } = goal;
      return this.records.create(GoalJudgement, {
        personId, goalId, versionId, side, progress, words: words ?? null, how: side === 'person' ? (how ?? null) : null, judgedOn: judgedOn ?? localDay(new Date()), saidByName: actor.name,
        category, visibleToPerson, sealedTo, audience, namedOrganisations: audience === 'named' ? [...new Set([...goal.namedOrganisations, goal.ownerOrganisationId])] : [],
      });
    });
  }

  private async goal(personId: string, goalId: string): Promise<Goal> {
    if (currentContext().actor.roles.includes('carer')) throw new NotFound('Goal', goalId, personId);
    const goal = (await this.contents.rows(Goal, personId, { inForce: true })).find((one) => one.itemId === goalId);
    if (!goal) throw new NotFound('Goal', goalId, personId);
    return goal;
  }
}
