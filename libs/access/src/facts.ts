import type { Subject } from './subject';

/**
 * What rules may speak of. `access` are the caller's live rows of person_access for the record's person, each seen
 * against the record: does it own the item, does its category open it, does the item name it. `sealedFromMe` says
 * that the item is for others' eyes only. The same words have a SQL reading (to-sql.ts) and a JavaScript reading (below).
 */
export const ACCESS_FIELDS = ['scopeId', 'organisationId', 'basis', 'excludesMe', 'owns', 'inCircle', 'named', 'forPerson', 'forCarer'] as const;
export const RELATION_FIELDS: Record<string, readonly string[]> = { access: ACCESS_FIELDS };

export interface SubjectFacts {
  /** the record's own columns that a condition may name, as column names in SQL */
  readonly columns: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
  /** does the record have the columns of an item (owner, category, audience …)? */
  readonly item: boolean;
}

const ITEM = {
  ownerOrganisationId: 'owner_organisation_id',
  category: 'category',
  audience: 'audience',
  visibleToPerson: 'visible_to_person',
} as const;

const known = new Map<Subject, SubjectFacts>();

/** Says that rules may be stated about this entity, and which of its columns they may name; a column of ids in a list ends with `[]`. */
export function describe(subject: Subject, kind: 'item' | 'person' | 'organisation', columns: Record<string, string> = {}): void {
  const all = { ...(kind === 'item' ? ITEM : {}), ...columns };
  known.set(subject, { columns: all, fields: [...Object.keys(all), ...(kind === 'item' ? ['sealedFromMe'] : [])], item: kind === 'item' });
}

export function factsOf(subject: Subject): SubjectFacts {
  const facts = known.get(subject);
  if (!facts) throw new Error(`No rule may be stated about ${subject.name}: describe() it first`);
  return facts;
}

/** A live row of person_access as the database gives it. */
export interface AccessRow {
  readonly scopeId: string;
  readonly organisationId: string | null;
  readonly basis: string;
  readonly categories: readonly string[];
  readonly refused: readonly string[];
  readonly excluded: readonly string[];
}

interface ItemLike {
  ownerOrganisationId?: string;
  category?: string;
  audience?: string;
  namedOrganisations?: readonly string[];
  visibleToPerson?: boolean;
  sealedTo?: readonly string[] | null;
}

/** The record with its facts loaded, ready for `ability.can`: the JavaScript reading of what to-sql.ts says in SQL. */
export function withFacts<T extends object>(subject: Subject, record: T, access: readonly AccessRow[], userId: string): object {
  const item = record as ItemLike;
  const category = item.category ?? '';
  const facts = access.map((row) => ({
    scopeId: row.scopeId,
    organisationId: row.organisationId,
    basis: row.basis,
    excludesMe: row.excluded.includes(userId),
    owns: row.organisationId !== null && item.ownerOrganisationId === row.organisationId,
    inCircle: item.audience === 'circle' && row.categories.includes(category),
    named:
      item.audience === 'named' &&
      row.organisationId !== null &&
      (item.namedOrganisations ?? []).includes(row.organisationId) &&
      !row.refused.includes(category),
    forPerson: item.visibleToPerson === true,
    forCarer: item.visibleToPerson === true && item.audience === 'circle' && row.categories.includes(category),
  }));
  const target = Object.create(subject.prototype as object) as object;
  return Object.assign(target, record, {
    access: facts,
    sealedFromMe: item.sealedTo != null && !item.sealedTo.includes(userId),
  });
}
