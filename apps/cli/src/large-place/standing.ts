import type { Client } from 'pg';
import type { Copies, Value } from './copies';
import { idOf, KIND, type Days, type Id } from './dice';
import { namesOfAll, type Resident, type Tie } from './residents';

const CATEGORIES = ['identity', 'about_me', 'circle', 'plan', 'contacts', 'health', 'social_care', 'housing', 'money', 'documents'];
const AUTHOR = idOf(KIND.user, 1);
/** The contact that is agreed for every case, in days. */
export const EVERY = 28;

/** How names sound. */
export class Sounds {
  private constructor(private readonly known: ReadonlyMap<string, readonly string[]>) {}

  /** Asks the database once for each name. */
  static async learn(owner: Client, names: readonly string[]): Promise<Sounds> {
    const { rows } = await owner.query<{ name: string; codes: string[] }>('select name, sounds_of(name) as codes from unnest($1::text[]) name', [[...new Set(names)]]);
    return new Sounds(new Map(rows.map(({ name, codes }) => [name, codes])));
  }

  of({ family, given, preferred }: Resident): string[] {
    const heard = new Set(this.known.get(family));
    for (const word of [given, preferred ?? given]) for (const code of this.known.get(word) ?? []) heard.add(code);
    return [...heard].sort();
  }
}

export const referenceOf = ({ i }: Resident, { organisation, kind }: Tie): string | null => ((organisation === 1 && kind === 'team') || kind === 'membership' ? `R-${i}` : null);

/** Who somebody is, who stands where with them, and what follows from that: the same as `refresh_person_access` would make of it. */
export function writeStanding(copies: Copies, days: Days, sounds: Sounds, one: Resident): void {
  const at = days.moment(-one.since);
  copies.add('person', 'person_id, registered_by, family, given, preferred, birth_date, nhs_number, nhs_number_state, nhs_number_absent_because, source, created_at, created_by',
    one.id, idOf(KIND.organisation, one.practice), one.family, one.given, one.preferred, days.day(one.birthOffset), one.nhsNumber,
    one.nhsNumber ? 'valid' : 'absent', one.nhsNumber ? null : 'not_known', 'system', at, AUTHOR);
  if (one.nhsNumber) copies.add('nhs_number_holder', 'nhs_number, person_id, state', one.nhsNumber, one.id, 'current');
  const [names, heard] = [namesOf(one), sounds.of(one)];
  const decided = new Set<Id>();
  const scopes = new Set<Id>();
  for (const tie of one.ties) {
    const organisation = idOf(KIND.organisation, tie.organisation);
    copies.add('relationship', 'person_id, id, organisation_id, scope_kind, scope_id, basis, categories, starts, source, created_at, created_by',
      one.id, tie.id, organisation, tie.kind, tie.scopeId, tie.basis, CATEGORIES, at, 'system', at, AUTHOR);
    if (tie.decision && !decided.has(tie.decision)) {
      decided.add(tie.decision);
      copies.add('sharing_decision', 'person_id, id, organisation_id, permit, categories, authority, starts, source, created_at, created_by, created_for',
        one.id, tie.decision, organisation, true, CATEGORIES, 'implied_direct_care', at, 'system', at, AUTHOR, organisation);
    }
    copies.add('person_access', 'person_id, scope_id, fact_id, relationship_id, organisation_id, basis, categories, refused, excluded, discreet, starts, until',
      one.id, tie.scopeId, tie.decision ?? tie.id, tie.id, organisation, tie.basis, CATEGORIES, [], [], false, at, 'infinity');
    if (!scopes.has(tie.scopeId)) copies.add('worklist', LINE, ...lineOf(days, one, tie, names, heard));
    scopes.add(tie.scopeId);
  }
}

const LINE = 'scope_id, person_id, organisation_id, basis, starts, until, excluded, family, given, reference, words, sounds, case_id, key_worker_id, last_conversation_at, next_review_on, contact_due_on';

/** Names as `plain()` writes them. */
const plain = (words: string): string => words.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f-]/g, '').replaceAll('ł', 'l');
const PLAIN = new Map(namesOfAll().map((name) => [name, plain(name)]));
const namesOf = ({ family, given, preferred }: Resident): string => [family, given, preferred, given, family].filter((word) => word !== null).map((word) => PLAIN.get(word)).join(' ');

function lineOf(days: Days, one: Resident, tie: Tie, names: string, heard: string[]): Value[] {
  const { family, given } = one;
  const reference = hasReference(one, tie) ? referenceOf(one, tie) : null;
  const words = ` ${names}${reference === null ? '' : ` ${plain(reference)}`} `;
  return [
    tie.scopeId, one.id, idOf(KIND.organisation, tie.organisation), tie.basis, '-infinity', 'infinity', [], family, given, reference, words, heard,
    one.hasCase ? idOf(KIND.case, one.i) : null, one.lead ? idOf(KIND.user, one.lead.n) : null, one.conversation === null ? null : days.moment(-one.conversation),
    one.hasCase ? days.day(one.reviewOffset) : null, one.hasCase ? days.day(EVERY - (one.conversation ?? one.since)) : null,
  ];
}

/** An organisation has one reference, for all of its teams. */
const hasReference = (one: Resident, tie: Tie): boolean => one.ties.some((other) => other.organisation === tie.organisation && referenceOf(one, other) !== null);
