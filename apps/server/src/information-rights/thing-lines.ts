import type { Body } from '@app/information-rights';
import { formatDate, formatDateTime } from '@app/web-kit';

/** What an item is called, by its table; one that is not here is called like its table. */
const KINDS: Record<string, string> = {
  person: 'Who they are', about_me: 'About them', alert: 'An alert', care_action: 'A step of the plan', care_team_member: 'Somebody who helps', contact_note: 'A note', contact_point: 'Address or phone',
  coordination_case: 'The case', correction: 'What they say is wrong', goal: 'A goal', goal_judgement: 'How a goal goes', joining_question: 'A question about who may join', key_worker_assignment: 'The key worker', need: 'A need', objection: 'An objection',
  own_reference: 'Our own reference', plan_statement: 'A part of the plan', plan_suggestion: 'A suggestion for the plan', plan_version: 'The plan', plan_view: 'What they think of the plan', proposed_member: 'Somebody who may help',
  referral: 'A referral', related_person: 'Family or friend', sharing_conversation: 'What was agreed about sharing', state_transition: 'A change', talk_request: 'What they want to talk about',
};
const WORD = /^[a-z]+(_[a-z]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

const sentence = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

export const kindWords = (kind: string): string => KINDS[kind] ?? sentence(kind);

function words(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value === 'object') return Object.values(value).flatMap(words);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (ID.test(text)) return [];
  if (DAY.test(text)) return [formatDate(text)];
  if (INSTANT.test(text)) return [formatDateTime(new Date(text))];
  return [WORD.test(text) && text.includes('_') ? sentence(text) : text];
}

/** What stands in an item, as somebody reads it: what it is called, and what it says. */
export const linesOf = (body: Body): { name: string; text: string }[] =>
  Object.entries(body).flatMap(([name, value]) => {
    const said = words(value);
    return said.length === 0 ? [] : [{ name: sentence(name.replace(/_(on|at)$/, '')), text: said.join(', ') }];
  });
