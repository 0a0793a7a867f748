import type { Copies, Value } from './copies';
import { dice, idOf, KIND, type Days } from './dice';
import { ITEM, itemOf, TRANSITION } from './lives';
import type { Resident } from './residents';
import { CHARITIES, SERVICES, serviceOwner } from './town';

const AUTHOR = idOf(KIND.user, 1);
const STANDS = `${ITEM}, version_id, item_id, position, opens_to, opens_to_person, in_force`;

/** Half of the cases have a plan, a few of these a second version; a third have asked a service for help. */
export function writeCoordination(copies: Copies, days: Days, one: Resident): void {
  if (!one.hasCase) return;
  if (one.i % 2 === 0) {
    const again = one.i % 12 === 0;
    writePlan(copies, days, one, 1, again ? 'superseded' : 'published');
    if (again) writePlan(copies, days, one, 2, 'published');
  }
  if (dice(one.i, 80, 3) === 0) writeReferral(copies, days, one);
}

function writePlan(copies: Copies, days: Days, one: Resident, number: 1 | 2, state: 'published' | 'superseded'): void {
  const { i } = one;
  const version = idOf(KIND.plan, i * 2 + number);
  const at = days.moment(-Math.min(one.since, number === 1 ? 40 : 3));
  // Nobody agreed to an invented plan, so the hash of its words is of no words.
  copies.add('plan_version', `${ITEM}, case_id, number, state, person_view, view_asked, next_review_on, author_name, published_at, published_by, superseded_at, content_hash`,
    ...itemOf(days, one, KIND.plan, 'plan', i * 2 + number), idOf(KIND.case, i), number, state, 'agrees', 'directly', days.day(one.reviewOffset), 'Worker 1', at, AUTHOR, state === 'superseded' ? days.moment(-3) : null, '0'.repeat(64));
  // What stands in a version: the n-th of its kind, the same item in both versions.
  const stands = (kind: number, n: number): Value[] =>
    [...itemOf(days, one, kind, 'plan', i * 16 + number * 4 + n), version, idOf(KIND.line, i * 64 + (kind - KIND.need) * 8 + n), n, 'circle', true, state === 'published'];
  copies.add('need', `${STANDS}, domain, text, voice`, ...stands(KIND.need, 0), 'home', 'The stairs are steep and the boiler goes out at night', 'self');
  copies.add('need', `${STANDS}, domain, text, voice`, ...stands(KIND.need, 1), 'people', 'Days pass without a word', 'self');
  copies.add('goal', `${STANDS}, text, voice, target_on`, ...stands(KIND.goal, 0), 'To sing in the choir again before Christmas', 'self', days.day(40));
  const goal = idOf(KIND.line, i * 64 + (KIND.goal - KIND.need) * 8);
  copies.add('care_action', `${STANDS}, goal_id, what, doer, doer_kind, doer_organisation_id, due_on`, ...stands(KIND.action, 0), goal, 'Ring the landlord about the boiler', one.lead ? `worker:${idOf(KIND.membership, one.lead.n).toString()}` : null,
    one.lead ? 'organisation' : null, one.lead ? idOf(KIND.organisation, one.lead.organisation) : null, days.day(dice(i, 81, 30) - 5));
  copies.add('care_action', `${STANDS}, goal_id, what, doer, doer_kind, doer_organisation_id, due_on`, ...stands(KIND.action, 1), goal, 'Find out when the choir meets', 'person', 'person', null, days.day(10));
  STATEMENTS.forEach(([section, text], n) => copies.add('plan_statement', `${STANDS}, section, text, voice`, ...stands(KIND.statement, n), section, text, 'self'));
}

const STATEMENTS = [['what_matters', 'My garden, and being asked first'], ['who_to_ring', 'Worker 1, on weekdays'], ['if_it_goes_wrong', 'Ring my sister, then the district nurses']] as const;

const REFERRAL = `${ITEM}, service_id, service_name, to_organisation_id, to_scopes, need_domain, need_text, why_now, urgency, summary, names_person, opens, agreed_how, agreed_on, state, moved_at,
  sender_name, sent_at, answer_by, promise_date, decline_reason, outcome, ended_at, relationship_id, decision_id`;
const JOINED = ['accepted', 'in_progress', 'in_progress', 'completed'];
const ASKED = ['sent', 'sent', 'sent', 'acknowledged', 'info_requested', 'declined', 'withdrawn'];

/** To the charity that helps already, or to one that has not said yes. */
function writeReferral(copies: Copies, days: Days, one: Resident): void {
  const { i, charity } = one;
  const state = charity ? (JOINED[i % JOINED.length] ?? '') : (ASKED[i % ASKED.length] ?? '');
  const organisation = charity?.organisation ?? CHARITIES.first + dice(i, 82, 22);
  const service = serviceOf(organisation, i);
  const sent = Math.min(one.since, 1 + dice(i, 83, 40));
  const ended = ['completed', 'declined', 'withdrawn'].includes(state);
  const id = idOf(KIND.referral, i);
  copies.add('referral', REFERRAL, ...itemOf(days, one, KIND.referral, 'plan'), idOf(KIND.service, service), `Service ${service}`, idOf(KIND.organisation, organisation), [idOf(KIND.organisation, organisation)],
    'people_loneliness', 'Days pass without a word', 'Their neighbour has moved away', i % 9 === 0 ? 'urgent' : 'routine', '[{"key": "age", "label": "Age", "text": "80 to 89"}]', false, ['identity', 'contacts', 'circle'],
    'in_person', days.day(-sent), state, days.moment(-Math.min(sent, 1)), 'Worker 1', days.moment(-sent), days.day(7 - sent), charity ? days.day(14 - sent) : null, state === 'declined' ? 'no_capacity' : null,
    state === 'completed' ? 'achieved' : null, ended ? days.moment(-1) : null, charity?.id ?? null, charity?.decision ?? null);
  copies.add('state_transition', TRANSITION, ...itemOf(days, one, KIND.moved, 'plan'), 'Referral', id, 'draft', 'sent', days.moment(-sent), 'Worker 1');
}

/** One of an organisation's own entries in the directory. */
function serviceOf(organisation: number, i: number): number {
  let n = 1 + dice(i, 84, SERVICES - 400);
  while (serviceOwner(n) !== organisation) n += 1;
  return n;
}
