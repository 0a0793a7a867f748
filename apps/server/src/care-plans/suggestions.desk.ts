import { Injectable } from '@nestjs/common';
import { CarePlansQueries, DraftsService, isNarrower, SuggestionsQueries, SuggestionsService, type AnswerSuggestion, type Goal, type KnownLine, type PlanVersion, type SeenSuggestion, type SuggestChange } from '@app/care-plans';
import { NotFound } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import type { FormState } from '../http';
import { suggestionItem, type SuggestionItem } from './suggestion-item';
import type { ChooseLine } from './suggestions.commands';

/** How the reader may suggest something: themselves, only what the person told them, or not. */
export type Offered = 'own' | 'for_person' | null;

export interface SuggestionsModel {
  readonly identity: Identity;
  readonly suggestions: readonly SeenSuggestion[];
  readonly offered: Offered;
  /** does the reader write the plan, and answer? */
  readonly mayWrite: boolean;
}

/** What the form of a suggestion needs. */
export interface SuggestModel {
  readonly identity: Identity;
  readonly line: KnownLine | null;
  /** the draft about which they are asked, where it is about that */
  readonly draft: PlanVersion | null;
  /** the goals towards which a new step may lead */
  readonly goals: readonly Goal[];
  readonly offered: Offered;
}

/** One suggestion, and what its reader may do with it. */
export interface SuggestionModel {
  readonly identity: Identity;
  readonly seen: SeenSuggestion;
  /** is it about a line of a draft about which others were asked? */
  readonly ofDraft: boolean;
  /** what the line says now; null where it is gone, not theirs to see, or the suggestion is of something new */
  readonly saysNow: string | null;
  /** what it says in the draft, where that is different */
  readonly draftSays: string | null;
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
  /** may the reader go on with the draft into which it was taken? */
  readonly mayWrite: boolean;
  /** do more people read the line than may read the suggestion? */
  readonly opensWider: boolean;
}

/** Suggestions for the plan, as they are read, made and answered. */
@Injectable()
export class SuggestionsDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly queries: SuggestionsQueries,
    private readonly service: SuggestionsService,
    private readonly drafts: DraftsService,
  ) {}

  /** @throws NotFound */
  async list(personId: string): Promise<SuggestionsModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    return { identity, suggestions: await this.queries.ofPerson(personId), offered: await this.service.offered(personId), mayWrite: await this.drafts.mayWrite(personId) };
  }

  /** @throws NotFound, also for a line that the caller does not see */
  async toMake(personId: string, query: ChooseLine, form: FormState): Promise<SuggestModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const itemId = form.isFilled ? form.text('item') : query.item;
    const readVersion = (form.isFilled ? form.text('readVersion') : null) || query.version;
    const line = itemId ? await this.queries.line(personId, itemId, readVersion) : null;
    if (itemId && !line) throw new NotFound('PlanSuggestion', undefined, personId);
    const draft = readVersion ? await this.queries.askedAbout(personId) : null;
    const plan = draft && draft.id === readVersion ? await this.plans.proposedPlan(personId) : null;
    const { content } = plan ?? (await this.plans.current(personId));
    return { identity, line, draft: plan?.version ?? null, goals: content.goals.map(({ goal }) => goal), offered: await this.service.offered(personId) };
  }

  /** @throws NotFound */
  async page(personId: string, id: string): Promise<SuggestionModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const seen = await this.queries.one(personId, id);
    const { suggestion } = seen;
    const mayWrite = await this.drafts.mayWrite(personId);
    const mayAnswer = mayWrite && this.service.mayAnswer(suggestion);
    const about = suggestion.aboutItemId;
    const line = about ? await this.queries.line(personId, about, suggestion.aboutVersionId) : null;
    const asked = await this.queries.askedAbout(personId);
    const draft = mayAnswer && about ? await this.plans.draft(personId) : null;
    const drafted = draft && about ? await this.queries.wordsIn(personId, draft.id, about) : null;
    return {
      identity, seen, ofDraft: asked !== null && asked.id === suggestion.aboutVersionId, saysNow: line?.words ?? null, draftSays: drafted !== null && drafted !== line?.words ? drafted : null, mayAnswer, mayWrite,
      mayWithdraw: suggestion.state === 'waiting' && !identity.windDownUntil && this.service.mayWithdraw(suggestion),
      opensWider: line ? isNarrower(suggestion, line.row) : suggestion.audience !== 'circle' || suggestion.sealedTo !== null || !suggestion.visibleToPerson,
    };
  }

  async answerList(personId: string): Promise<{ items: readonly SuggestionItem[]; next: null }> {
    return { items: (await this.service.ofPerson(personId)).map(suggestionItem), next: null };
  }

  async answerOne(personId: string, id: string): Promise<SuggestionItem> {
    return suggestionItem(await this.queries.one(personId, id));
  }

  async make(personId: string, command: SuggestChange): Promise<SuggestionItem> {
    return this.answerOne(personId, (await this.service.make(personId, command)).id);
  }

  async answer(personId: string, id: string, version: number, command: AnswerSuggestion): Promise<SuggestionItem> {
    return this.answerOne(personId, (await this.service.answer(personId, id, version, command)).id);
  }

  async withdraw(personId: string, id: string, version: number): Promise<SuggestionItem> {
    return this.answerOne(personId, (await this.service.withdraw(personId, id, version)).id);
  }
}
