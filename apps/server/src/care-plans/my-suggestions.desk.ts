import { Injectable } from '@nestjs/common';
import { CarePlansQueries, SuggestionsQueries, type Goal, type KnownLine, type SeenSuggestion } from '@app/care-plans';
import { Forbidden, NotFound } from '@app/kernel';
import { MyPageQueries, type MyPerson } from '@app/overviews';
import type { FormState } from '../http';
import type { ChooseMyLine } from './suggestions.commands';

/** What somebody asked to be changed in their own plan, and the form to ask for more. */
export interface MySuggestionsModel {
  readonly person: MyPerson;
  readonly suggestions: readonly SeenSuggestion[];
  readonly line: KnownLine | null;
  readonly goals: readonly Goal[];
}

/** A person's own suggestions. A family carer has none: what somebody else says about a plan is not the person's view of it. */
@Injectable()
export class MySuggestionsDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly queries: SuggestionsQueries,
  ) {}

  /** @throws Forbidden for who has no page of their own; NotFound for a line that is not theirs to read */
  async page(query: ChooseMyLine, form: FormState): Promise<MySuggestionsModel> {
    const person = (await this.pages.people()).find(({ personId, as }) => as === 'own' && (!query.person || personId === query.person));
    if (!person) throw new Forbidden('action.forbidden', 'Whose plan it is asks for a change to it here. Tell the key worker what you would change');
    const itemId = form.isFilled ? form.text('item') : query.item;
    const line = itemId ? await this.queries.line(person.personId, itemId, form.text('readVersion') || query.version) : null;
    if (itemId && !line) throw new NotFound('PlanSuggestion', undefined, person.personId);
    const { content } = await this.plans.current(person.personId);
    return { person, suggestions: await this.queries.ofPerson(person.personId), line, goals: content.goals.map(({ goal }) => goal) };
  }
}
