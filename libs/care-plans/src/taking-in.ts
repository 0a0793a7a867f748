import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, newId } from '@app/kernel';
import { Records } from '@app/records';
import { CareAction } from './care-action.entity';
import { MOST_LINES } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { UNSAID } from './decided-steps.service';
import { DraftWriter } from './draft-writer';
import { DraftsService } from './drafts.service';
import type { Opening } from './narrower';
import { PlanContentQueries, type PlanContent } from './plan-content.queries';
import type { PlanItem } from './plan-item.entity';
import { Goal, Need, PlanStatement } from './plan-items.entity';
import type { PlanSuggestion } from './plan-suggestion.entity';
import { PlanVersion } from './plan-version.entity';
import { linesIn } from './suggestions.queries';

/** Longest, where a line takes less than a suggestion may hold. */
const LONGEST: Record<PlanSuggestion['kind'], number> = { need: 1000, goal: 1000, action: 500, statement: 2000 };

/** The words of a suggestion go into the draft of those who answer it, where they are edited like all others. */
@Injectable()
export class TakingIn {
  constructor(
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
    private readonly queries: CarePlansQueries,
    private readonly drafts: DraftsService,
    private readonly writer: DraftWriter,
  ) {}

  /**
   * Into the draft that is open, or into a new one. Whoever has the draft open elsewhere is told of it when they save.
   * @param wider whether those may read the words from then on who may not read the suggestion
   * @throws Conflict `suggestion.itemGone`, `plan.full`, `plan.closed`; Invalid on `/opensWider`, `/words`
   */
  async take(suggestion: PlanSuggestion, words: string, wider: boolean): Promise<{ draftId: string; itemId: string }> {
    const { personId } = suggestion;
    if ([...words].length > LONGEST[suggestion.kind]) throw tooLong(LONGEST[suggestion.kind]);
    const draft = (await this.queries.draft(personId)) ?? (await this.drafts.start(personId, {}));
    draft.mustBeWritten();
    const content = await this.contents.content(personId, { versionId: draft.id });
    const itemId = suggestion.aboutItemId ? await this.change(suggestion, content, { words, wider }) : await this.add(suggestion, draft, content, { words, wider });
    await this.records.change(PlanVersion, { personId, id: draft.id }, draft.rowVersion, {});
    return { draftId: draft.id, itemId };
  }

  /** Instead of what stood there before; behind it, where the draft says something else already: no word of its writer is lost. */
  private async change(suggestion: PlanSuggestion, content: PlanContent, { words, wider }: { words: string; wider: boolean }): Promise<string> {
    const line = linesIn(content).find(({ kind, row }) => kind === suggestion.kind && row.itemId === suggestion.aboutItemId);
    if (!line) throw new Conflict('suggestion.itemGone', 'This part is not in the draft any more. Put it back there first, or say why it is not taken');
    if (!wider && isNarrower(suggestion, line.row)) {
      throw Invalid.field('/opensWider', 'required', 'More people read this part of the plan than may read the suggestion. Tick that they may, or leave it out');
    }
    const stands = linesIn(await this.contents.content(suggestion.personId, { inForce: true })).find(({ row }) => row.itemId === suggestion.aboutItemId)?.words;
    const read = suggestion.aboutVersionId === line.row.versionId ? suggestion.aboutText : stands;
    const text = line.words === read ? words : `${line.words}${suggestion.kind === 'action' ? '. ' : '\n'}${words}`;
    if ([...text].length > LONGEST[suggestion.kind]) throw tooLong(LONGEST[suggestion.kind]);
    if (line.row instanceof CareAction) await this.writer.change(CareAction, line.row, { what: text, goesOn: true });
    else if (line.row instanceof Goal) await this.writer.change(Goal, line.row, { text });
    else if (line.row instanceof Need) await this.writer.change(Need, line.row, { text });
    else await this.writer.change(PlanStatement, line.row, { text });
    return line.row.itemId;
  }

  private async add(suggestion: PlanSuggestion, draft: PlanVersion, { needs, goals }: PlanContent, { words, wider }: { words: string; wider: boolean }): Promise<string> {
    const { personId, kind, goalId, voice } = suggestion;
    const goal = goals.find((one) => one.goal.itemId === goalId);
    if (kind === 'action' && !goal) throw new Conflict('suggestion.itemGone', 'The goal of this step is not in the draft any more. Put it back there first, or say why it is not taken');
    const beside: readonly PlanItem[] = kind === 'need' ? needs : kind === 'goal' ? goals.map((one) => one.goal) : (goal?.actions ?? []);
    if (beside.length >= MOST_LINES) throw new Conflict('plan.full', `There are ${MOST_LINES} lines already. Take one out of the draft first`);
    const base = {
      ...opening(suggestion, wider), personId, versionId: draft.id, itemId: newId(), position: 1 + Math.max(-1, ...beside.map((row) => row.position)), audience: 'internal' as const, visibleToPerson: false, inForce: false, dropped: false,
    };
    if (kind === 'need') await this.records.create(Need, { ...base, text: words, domain: 'daily_living', voice, state: 'open', unmetBecause: null, unmetReason: null, askedFor: null, offered: null, underlying: null });
    else if (kind === 'goal') await this.records.create(Goal, { ...base, text: words, why: null, importance: null, voice, targetOn: null, state: 'active', noActionBecause: null });
    else await this.records.create(CareAction, { ...UNSAID, ...base, goalId: goalId ?? '', what: words });
    return base.itemId;
  }
}

const tooLong = (max: number): Invalid => Invalid.field('/words', 'tooLong', `Together with what the draft says this is longer than ${max} characters. Shorten it, here or in the draft`);

const readersOf = ({ namedOrganisations, ownerOrganisationId }: PlanSuggestion): string[] => [...new Set([...namedOrganisations, ownerOrganisationId])];

/** Do more people read the line, once published, than may read the suggestion? */
export function isNarrower(suggestion: PlanSuggestion, { opensTo, opensToOrganisations, opensToPerson }: Opening): boolean {
  if (suggestion.sealedTo !== null || (opensToPerson && !suggestion.visibleToPerson)) return true;
  if (suggestion.audience === 'circle' || opensTo === 'internal') return false;
  return opensTo === 'circle' || opensToOrganisations.some((id) => !readersOf(suggestion).includes(id));
}

/** A new line begins as narrow as the suggestion, unless it is said that more may read it; of what is sealed only its writer decides who does. */
function opening(suggestion: PlanSuggestion, wider: boolean): Opening {
  const { category, audience, sealedTo, visibleToPerson } = suggestion;
  if (wider) return { category, opensTo: 'circle', opensToOrganisations: [], opensToPerson: true };
  const others = readersOf(suggestion).filter((id) => id !== currentContext().actor.organisationId);
  if (sealedTo !== null || (audience !== 'circle' && others.length === 0)) return { category, opensTo: 'internal', opensToOrganisations: [], opensToPerson: false };
  return audience === 'circle' ? { category, opensTo: 'circle', opensToOrganisations: [], opensToPerson: visibleToPerson } : { category, opensTo: 'named', opensToOrganisations: others, opensToPerson: visibleToPerson };
}
