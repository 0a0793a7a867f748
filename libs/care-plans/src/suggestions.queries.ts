import { Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { CareAction } from './care-action.entity';
import { PlanContentQueries, type PlanContent } from './plan-content.queries';
import type { Goal, Need, PlanStatement } from './plan-items.entity';
import { PlanSuggestion, type SuggestedKind, type SuggestionState } from './plan-suggestion.entity';
import { PlanVersion } from './plan-version.entity';
import { isAsked } from './who-is-asked';

/** A line of a plan, whichever kind it is. */
export interface KnownLine {
  readonly kind: SuggestedKind;
  readonly row: Need | Goal | CareAction | PlanStatement;
  readonly words: string;
}

/** A suggestion as its reader sees it: whose organisation's it is, and the version in which it stands. */
export interface SeenSuggestion {
  readonly suggestion: PlanSuggestion;
  readonly organisation: string;
  /** null until it is published, and for who may not know of that version */
  readonly version: Pick<PlanVersion, 'id' | 'number' | 'smallNumber'> | null;
}

/** What becomes of a suggestion, as it is written down. */
export interface Move {
  readonly to: SuggestionState;
  readonly reason?: string | null;
  readonly because?: string | null;
  readonly draftId?: string;
  readonly itemId?: string;
}

/** Every line of a plan in its order. */
export const linesIn = ({ statements, needs, goals, otherActions }: PlanContent): KnownLine[] => [
  ...statements.map((row): KnownLine => ({ kind: 'statement', row, words: row.text })),
  ...needs.map((row): KnownLine => ({ kind: 'need', row, words: row.text })),
  ...goals.flatMap(({ goal, actions }): KnownLine[] => [{ kind: 'goal', row: goal, words: goal.text }, ...actions.map((row): KnownLine => ({ kind: 'action', row, words: row.what }))]),
  ...otherActions.map((row): KnownLine => ({ kind: 'action', row, words: row.what })),
];

@Injectable()
export class SuggestionsQueries {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
  ) {}

  /** Those that the caller may read, what waits first and the oldest of it on top; then what was answered, newest first. Audited. */
  async ofPerson(personId: string): Promise<SeenSuggestion[]> {
    return this.transactions.run(async () => {
      const rows = await (await this.records.readable(PlanSuggestion, 's')).andWhere('s.personId = :personId', { personId }).orderBy('s.createdAt', 'ASC').addOrderBy('s.id', 'ASC').getMany();
      this.records.audit({ action: 'read', subject: 'PlanSuggestion', personId, subjectIds: rows.map(({ id }) => id) });
      const [waiting, answered] = [rows.filter((row) => row.state === 'waiting'), rows.filter((row) => row.state !== 'waiting')];
      return this.seen([...waiting, ...answered.sort((a, b) => b.movedAt.getTime() - a.movedAt.getTime())]);
    });
  }

  /** One of them. Audited. @throws NotFound */
  async one(personId: string, id: string): Promise<SeenSuggestion> {
    return this.transactions.run(async () => (await this.seen([await this.records.get(PlanSuggestion, personId, id)]))[0] as SeenSuggestion);
  }

  private async seen(rows: readonly PlanSuggestion[]): Promise<SeenSuggestion[]> {
    const names = await this.contents.organisationNames(rows.map((row) => row.ownerOrganisationId));
    const ids = rows.flatMap((row) => (row.publishedAt && row.draftId ? [row.draftId] : []));
    const versions = ids.length === 0 ? [] : await (await this.records.readable(PlanVersion, 'v')).andWhere('v.personId = :personId and v.id = any (:ids)', { personId: rows[0]?.personId, ids }).getMany();
    return rows.map((suggestion) => ({
      suggestion, organisation: names.get(suggestion.ownerOrganisationId) ?? '', version: suggestion.publishedAt ? (versions.find(({ id }) => id === suggestion.draftId) ?? null) : null,
    }));
  }

  /** A line of the plan that stands, or of the draft about which others are asked: of the one that its reader had before them, else of the one that has it. */
  async line(personId: string, itemId: string, readVersion: string | null | undefined): Promise<KnownLine | null> {
    const draft = await this.askedAbout(personId);
    const drafted = async (): Promise<KnownLine | null> => (draft && (await this.lineIn(personId, draft.id, itemId)));
    return draft && draft.id === readVersion ? drafted() : ((await this.lineInForce(personId, itemId)) ?? drafted());
  }

  /** The draft about which the caller is asked. */
  async askedAbout(personId: string): Promise<PlanVersion | null> {
    if (!(await isAsked(this.transactions, personId))) return null;
    return (await this.records.readable(PlanVersion, 'v')).andWhere(`v.personId = :personId and v.state = 'in_contribution'`, { personId }).getOne();
  }

  private async lineIn(personId: string, versionId: string, itemId: string): Promise<KnownLine | null> {
    return linesIn(await this.contents.content(personId, { versionId })).find(({ row }) => row.itemId === itemId) ?? null;
  }

  /** A line of the plan that stands, as far as the caller may see it. */
  async lineInForce(personId: string, itemId: string): Promise<KnownLine | null> {
    return linesIn(await this.contents.content(personId, { inForce: true })).find(({ row }) => row.itemId === itemId) ?? null;
  }

  /** What a line said in another version, as far as the caller may see it. */
  async wordsIn(personId: string, versionId: string, itemId: string): Promise<string | null> {
    return (await this.lineIn(personId, versionId, itemId))?.words ?? null;
  }

  /** Is there a plan that the caller may know of, or a draft about which they are asked? */
  async hasPlan(personId: string): Promise<boolean> {
    return (await this.askedAbout(personId)) !== null || (await this.records.readable(PlanVersion, 'v')).andWhere(`v.personId = :personId and v.state = 'published'`, { personId }).getExists();
  }

  /** The same words about the same line by the same author that still wait: what came twice is one. */
  async same({ personId, aboutItemId, goalId, kind, text, voice }: Pick<PlanSuggestion, 'personId' | 'aboutItemId' | 'goalId' | 'kind' | 'text' | 'voice'>): Promise<PlanSuggestion | null> {
    return (await this.records.readable(PlanSuggestion, 's'))
      .andWhere(`s.personId = :personId and s.state = 'waiting' and s.createdBy = :me and s.kind = :kind and s.text = :words and s.voice = :voice
        and s.aboutItemId is not distinct from :aboutItemId and s.goalId is not distinct from :goalId`, { personId, me: currentContext().actor.userId, kind, words: text, voice, aboutItemId, goalId })
      .getOne();
  }

  /** The organisation that writes the plan, if it reads such things; null otherwise. Whoever asks comes in turn. @param among those who may know of it at all */
  async writer(personId: string, category: string, among: readonly string[] | null): Promise<string | null> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ writer: string | null }>('select plan_writer($1, $2, $3) as writer', [personId, category, among]);
    return row?.writer ?? null;
  }

  /** What the person themselves suggests. */
  async suggestForMyself({ personId, id, kind, aboutItemId, goalId, text, why, audience }: Pick<PlanSuggestion, 'personId' | 'id' | 'kind' | 'aboutItemId' | 'goalId' | 'text' | 'why' | 'audience'>): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select suggest_for_myself($1, $2, $3, $4, $5, $6, $7, $8)', [personId, id, kind, aboutItemId, goalId, text, why, audience]);
  }

  /** False when somebody else moved it first. */
  async move({ personId, id, rowVersion }: PlanSuggestion, { to, reason = null, because = null, draftId, itemId }: Move): Promise<boolean> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ moved: boolean }>('select move_suggestion($1, $2, $3, $4, $5, $6, $7, $8) as moved',
      [personId, id, rowVersion, to, reason, because, draftId ?? null, itemId ?? null]);
    this.transactions.tellChange({ personId, subject: 'PlanSuggestion', subjectId: id });
    return row?.moved ?? false;
  }
}
