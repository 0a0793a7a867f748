import { Injectable } from '@nestjs/common';
import { JoiningQuestions, type Joining } from '@app/care-teams';
import { CarePlansQueries, type CarePlan } from '@app/care-plans';
import { Corrections, type Disputed, type Which } from '@app/corrections';
import { NotFound } from '@app/kernel';
import { MyPageQueries } from '@app/overviews';
import type { Person } from '@app/persons';

/** What the forms on a person's own page show. */
@Injectable()
export class OwnDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly questions: JoiningQuestions,
    private readonly plans: CarePlansQueries,
    private readonly corrections: Corrections,
  ) {}

  themself(personId: string): Promise<Person> {
    return this.pages.themself(personId);
  }

  /** @throws NotFound where no plan is published */
  async plan(personId: string): Promise<{ person: Person; plan: CarePlan }> {
    const person = await this.pages.themself(personId);
    const plan = await this.plans.current(personId);
    if (!plan.version) throw new NotFound('PlanVersion', undefined, personId);
    return { person, plan };
  }

  async disputed(personId: string, which: Which): Promise<{ person: Person; disputed: Disputed }> {
    return { person: await this.pages.themself(personId), disputed: await this.corrections.disputed(personId, which) };
  }

  async joining(personId: string, id: string): Promise<{ person: Person; question: Joining }> {
    return { person: await this.pages.themself(personId), question: await this.questions.find(personId, id) };
  }
}
