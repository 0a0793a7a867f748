import { newId } from '@app/kernel';
import type { Row } from './insert';

type Item = (id: string, own: Row) => Row;
const DAY = 86_400_000;
const inDays = (n: number): string => new Date(Date.now() + n * DAY).toISOString();

/** A plan that the coordinators published, with a goal and a step of theirs, and the draft of the next. */
export function planRows(item: Item, names: { case: string; version: string; draft: string; action: string; goal: string; coordinator: string; isDrafted: boolean; drafted: string }): Record<string, Row[]> {
  const own = { category: 'plan', owner_organisation_id: names.coordinator };
  const version = { ...own, case_id: names.case, small_number: 0 };
  const line = { ...own, version_id: names.version, position: 0, opens_to: 'circle', opens_to_organisations: [], opens_to_person: true, in_force: true, dropped: false };
  const agreed = names.drafted === 'agreed' ? { person_view: 'agrees', view_asked: 'directly', agreed_at: inDays(-1), agreed_by: newId(), agreed_by_name: 'worker of the team' } : {};
  const at = names.action.slice(0, -1);
  const other = (n: number): string => `${at}${((parseInt(names.action.slice(-1), 16) + n) % 16).toString(16)}`;
  return {
    plan_version: [
      item(names.version, { ...version, number: 1, state: 'published', person_view: 'agrees', view_asked: 'directly', next_review_on: inDays(60).slice(0, 10), published_at: inDays(-3), content_hash: 'x', author_name: 'worker of the team' }),
      item(newId(), { ...own, case_id: null, small_number: 0, number: 0, state: 'draft', imported_from: 'practice.json', audience: 'internal', visible_to_person: false }),
      ...(names.isDrafted ? [item(names.draft, { ...version, number: 2, state: names.drafted, based_on: names.version, ...(names.drafted === 'draft' ? { audience: 'internal', visible_to_person: false } : { audience: 'circle', visible_to_person: true, opened_at: inDays(-1) }), ...agreed })] : []),
    ],
    goal: [item(names.goal, { ...line, item_id: names.goal, text: 'Sing at Easter', voice: 'self', state: 'active' })],
    care_action: [item(names.action, {
      ...line, item_id: names.action, goal_id: names.goal, what: 'Ask for a lift', doer: names.coordinator, doer_kind: 'organisation', doer_organisation_id: names.coordinator, state: 'open',
    })],
    plan_statement: [item(other(1), { ...line, item_id: other(1), section: 'who_to_ring', text: 'The council', voice: 'professional' })],
  };
}
