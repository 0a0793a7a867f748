import { policies, readFrom, withFacts, type AccessRow, type Standpoint, type Subject } from '@app/access';
import { Goal } from '@app/care-plans';
import { Alert, ContactNote } from '@app/contacts';
import { scopesOf, type Actor, type Role } from '@app/kernel';
import type { AccessScope, Sector } from '@app/organisations';
import { AboutMe, ContactPoint, Person } from '@app/persons';

/** What roles together let somebody see of an invented person, in words that end "sees …". */
export interface RoleSight {
  readonly roles: readonly Role[];
  /** as a volunteer, to whom nothing opens but what names them */
  readonly volunteer: boolean;
  /** of somebody to whom they are assigned */
  readonly assigned: readonly string[];
  /** of somebody whom only a colleague helps, or another team */
  readonly colleagues: readonly string[];
  /** of somebody whom their organisation does not help */
  readonly strangers: readonly string[];
  /** may they write in the record of somebody to whom they are assigned? */
  readonly writes: boolean;
}

/** How an organisation that helps stands: who in it a relationship opens, and which categories it usually has. */
export interface UsualHelp {
  readonly sector: Sector;
  readonly accessScope: AccessScope;
  readonly categories: readonly string[];
}

// Nobody and nothing has these ids.
const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [OURS, THEIRS, PERSON, MEMBERSHIP, ELSEWHERE, USER, SOMEBODY] = [1, 2, 3, 4, 5, 6, 7].map(id) as [string, string, string, string, string, string, string];

interface Sample {
  readonly subject: Subject;
  readonly record: object;
  readonly words: string;
}
const item = (subject: Subject, words: string, traits: { category: string; owner?: string; audience?: string; sealedTo?: string[] }): Sample => ({
  subject, words,
  record: {
    personId: PERSON, id: id(8), ownerOrganisationId: traits.owner ?? THEIRS, category: traits.category, audience: traits.audience ?? 'circle', namedOrganisations: [], visibleToPerson: true,
    sealedTo: traits.sealedTo ?? null,
  },
});

/** An invented person: one of each kind of thing that a record has. */
const SAMPLE: readonly Sample[] = [
  { subject: Person, record: { personId: PERSON, registeredBy: THEIRS }, words: 'name and date of birth' },
  item(ContactPoint, 'address and telephone', { category: 'identity' }),
  item(AboutMe, 'what matters to them', { category: 'about_me' }),
  item(Goal, 'their plan', { category: 'plan' }),
  item(ContactNote, 'visits and calls of others who help', { category: 'contacts' }),
  item(ContactNote, 'health notes of others who help', { category: 'health' }),
  item(ContactNote, 'notes about their home', { category: 'housing' }),
  item(ContactNote, 'your organisation’s own notes', { category: 'contacts', owner: OURS, audience: 'internal' }),
  item(ContactNote, 'other organisations’ own notes', { category: 'contacts', audience: 'internal' }),
  item(ContactNote, 'notes about safeguarding', { category: 'safeguarding' }),
  item(Alert, 'what is kept to people who are named', { category: 'health', owner: OURS, sealedTo: [SOMEBODY] }),
];

/** What each of the roles lets somebody see, as the rules say that hold for real records: no record is read for it. */
export function whatRolesSee(roles: readonly Role[], help: UsualHelp, volunteer = false): RoleSight {
  const actor: Actor = { userId: USER, name: '', organisationId: OURS, membershipId: MEMBERSHIP, sector: help.sector, teamIds: [], roles, onlyByName: volunteer };
  const ability = policies.abilityFor(actor);
  const door = (scopeId: string): AccessRow => ({ scopeId, organisationId: OURS, basis: 'care_team', categories: help.categories, refused: [], excluded: [] });
  const doors = { assigned: [door(MEMBERSHIP)], colleagues: [door(help.accessScope === 'organisation' ? OURS : ELSEWHERE)], strangers: [] };
  const writes = SAMPLE.some(({ subject, record }) => subject === ContactNote && ability.can('create', withFacts(subject, record, doors.assigned, USER) as never));
  const from = (open: readonly AccessRow[]): string[] => seen({ actor, ability, doors: open.filter(({ scopeId }) => scopesOf(actor).includes(scopeId)) });
  return { roles, volunteer, assigned: from(doors.assigned), colleagues: from(doors.colleagues), strangers: from(doors.strangers), writes };
}

const seen = (standpoint: Standpoint): string[] => SAMPLE.filter(({ subject, record }) => readFrom(standpoint, subject, [record]).length > 0).map(({ words }) => words);
