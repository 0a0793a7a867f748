import type { Copies, Value } from './copies';
import { dice, idOf, KIND, type Days, type Id } from './dice';
import type { Resident } from './residents';
import { referenceOf } from './standing';

const AUTHOR = idOf(KIND.user, 1);
export const ITEM = 'person_id, id, owner_organisation_id, category, audience, visible_to_person, created_at, created_by, source';
const NOTE_KINDS = ['visit', 'phone', 'phone', 'message'];
const LONG = { always: 1000, every: 40, notes: 60 };

/** The columns of ITEM: made by the council's worker for whoever stands first, seen by the circle. */
export const itemOf = (days: Days, one: Resident, kind: number, category: string, n = one.i): Value[] =>
  [one.id, idOf(kind, n), ownerOf(one), category, 'circle', true, days.moment(-one.since), AUTHOR, 'system'];
export const ownerOf = ({ team, practice }: Resident): Id => idOf(KIND.organisation, team === null ? practice : 1);

/** Where somebody lives, and for who has a case: the circle, the key worker, what matters to them, who has looked, and notes; few for most, many for some. */
export function writeLife(copies: Copies, days: Days, one: Resident): void {
  const { i } = one;
  const street = `${i % 900} Beck Lane`;
  copies.add('contact_point', `${ITEM}, kind, value, lines, postcode`, ...itemOf(days, one, KIND.address, 'identity'), 'address', street, [street, 'Brackenbridge'], `ZZ${i % 90} 9AA`);
  if (i % 2 === 0) copies.add('contact_point', `${ITEM}, kind, value, lines, postcode`, ...itemOf(days, one, KIND.phone, 'identity'), 'phone', `01632 ${String(i % 1_000_000).padStart(6, '0')}`, [], null);
  const referred = new Set<number>();
  for (const tie of one.ties) {
    const reference = referenceOf(one, tie);
    if (reference === null || referred.has(tie.organisation)) continue;
    referred.add(tie.organisation);
    copies.add('own_reference', `${ITEM}, reference`, one.id, idOf(KIND.reference + referred.size, i), idOf(KIND.organisation, tie.organisation), 'identity', 'internal', false, days.moment(-one.since), AUTHOR, 'system', reference);
  }
  if (one.hasCase) writeCase(copies, days, one);
}

function writeCase(copies: Copies, days: Days, one: Resident): void {
  const { i, since, lead } = one;
  const at = days.moment(-since);
  const id = idOf(KIND.case, i);
  copies.add('coordination_case', `${ITEM}, state, reason, opened_at, last_conversation_at, next_review_on, integrated_team_id`, ...itemOf(days, one, KIND.case, 'identity'), lead ? 'active' : 'awaiting_key_worker',
    'Needs several services at once', at, one.conversation === null ? null : days.moment(-one.conversation), days.day(one.reviewOffset), one.inJointTeam ? idOf(KIND.integratedTeam, 1) : null);
  if (lead) {
    copies.add('key_worker_assignment', `${ITEM}, case_id, membership_id, kind, proposed_at, accepted_at`, ...itemOf(days, one, KIND.lead, 'identity'), id, idOf(KIND.membership, lead.n), 'lead', at, at);
  }
  one.ties.forEach((tie, k) => {
    copies.add('care_team_member', `${ITEM}, case_id, organisation_id, team_id, membership_id, relationship_id, state, does, does_not_do, starts`, one.id, idOf(KIND.member, i * 8 + k), idOf(KIND.organisation, tie.organisation), 'circle',
      'circle', true, at, AUTHOR, 'system', id, idOf(KIND.organisation, tie.organisation), tie.kind === 'team' ? tie.scopeId : null, tie.kind === 'membership' ? tie.scopeId : null, tie.id,
      'active', 'Visits and rings', 'Does not bring medicines', at);
  });
  copies.add('state_transition', TRANSITION, ...itemOf(days, one, KIND.change, 'identity'), 'Case', id, 'triage', 'active', at, 'Worker 1');
  HEADINGS.forEach((heading, n) => {
    copies.add('about_me', `${ITEM}, heading, text, voice, last_confirmed_on`, ...itemOf(days, one, KIND.about, 'about_me', i * 4 + n), heading,
      'My garden, my sister on Sundays, and being asked before anybody comes in.', 'self', days.day(-20));
  });
  copies.add('related_person', `${ITEM}, name, relation, phone, main_carer`, ...itemOf(days, one, KIND.relative, 'circle'), `Jean ${one.family}`, 'sister', '01632 960000', true);
  if (i % 4 === 1) {
    copies.add('alert', `${ITEM}, kind, text, what_to_do, state, review_on`, ...itemOf(days, one, KIND.alert, 'identity'), 'environment', 'A large dog in the yard', 'Ring before you come', 'active', days.day(60));
  }
  copies.add('audit_event', 'request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id', idOf(KIND.request, i), idOf(KIND.user, 1 + (i % 60)), ownerOf(one), 'direct-care', 'read', 'Person', 'done', one.id);
  writeNotes(copies, days, one);
}

export const TRANSITION = `${ITEM}, entity, entity_id, from_state, to_state, effective_at, actor_name`;
const HEADINGS = ['matters_most', 'how_to_communicate', 'please_do'];

function writeNotes(copies: Copies, days: Days, one: Resident): void {
  const { i, ties } = one;
  const many = i <= LONG.always || i % LONG.every === 0 ? LONG.notes : 3 + dice(i, 60, 5);
  const text = `Rang in the morning. ${one.given} had slept badly and had not yet had breakfast. We talked about the lunch club, about the letter from the landlord and about who comes on Thursday. Next time: the ramp.`;
  for (let nth = 0; nth < many; nth++) {
    const at = days.moment(-(nth * 3 + dice(i * 64 + nth, 61, 3) + 1));
    const { organisation } = ties[nth % ties.length] ?? { organisation: 1 };
    copies.add('contact_note', `${ITEM}, kind, about, happened_at, text, author_name`, one.id, idOf(KIND.note, i * 64 + nth), idOf(KIND.organisation, organisation), nth % 5 === 0 ? 'health' : 'contacts',
      nth % 10 < 3 ? 'internal' : 'circle', nth % 2 === 0, at, AUTHOR, 'system', NOTE_KINDS[nth % 4] ?? 'phone', nth % 6 === 0 ? 'attempt' : 'person', at, text, 'Worker 1');
  }
}
