import { Injectable } from '@nestjs/common';
import { hasRole, WRITING } from '@app/access';
import { GoalJudgements, type GoalJudgement, type JudgedGoal } from '@app/care-plans';
import { currentContext } from '@app/kernel';
import { MyPageQueries, PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService, type Person } from '@app/persons';
import { judgementItem, type JudgementItem } from './plan-item';

/** All that was said of a goal: by the person, and by the team; each list the newest first, and neither counted into the other. */
export interface JudgedAnswer {
  readonly goal: { readonly id: string; readonly text: string };
  readonly person: readonly JudgementItem[];
  readonly team: readonly JudgementItem[];
}

/** How a goal goes, as the pages and the JSON show it. */
@Injectable()
export class JudgementsDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly pages: MyPageQueries,
    private readonly judgements: GoalJudgements,
  ) {}

  /** @throws NotFound */
  async page(personId: string, goal: string): Promise<{ identity: Identity; judged: JudgedGoal; maySay: boolean }> {
    return { identity: await this.people.identity(personId, 'CarePlan'), judged: await this.judgements.of(personId, goal), maySay: hasRole(currentContext().actor, WRITING) };
  }

  /** @throws NotFound for everybody but the person */
  async mine(personId: string, goal: string): Promise<{ person: Person; judged: JudgedGoal }> {
    return { person: await this.pages.themself(personId), judged: await this.judgements.of(personId, goal) };
  }

  /** @throws NotFound */
  async answer(personId: string, goal: string): Promise<JudgedAnswer> {
    await this.persons.find(personId);
    const { goal: { itemId, text }, judgements, organisations } = await this.judgements.of(personId, goal);
    const of = (side: GoalJudgement['side']): JudgementItem[] => judgements.filter((one) => one.side === side).map((one) => judgementItem(one, organisations));
    return { goal: { id: itemId, text }, person: of('person'), team: of('team') };
  }
}
