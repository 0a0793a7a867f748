import type { Body } from '@app/information-rights';
import { categoriesInWords } from '@app/persons';
import { formatDate, formatDateTime } from '@app/web-kit';

/** What an item is called, by its table; one that is not here is called like its table. */
const KINDS: Record<string, string> = {
  person: 'Who they are', about_me: 'About them', alert: 'An alert', care_action: 'A step of the plan', care_team_member: 'Somebody who helps', contact_note: 'A note', contact_point: 'Address or phone',
  coordination_case: 'The case', correction: 'What they say is wrong', goal: 'A goal', goal_judgement: 'How a goal goes', joining_question: 'A question about who may join', key_worker_assignment: 'The key worker', need: 'A need', objection: 'An objection',
  own_reference: 'Our own reference', plan_statement: 'A part of the plan', plan_suggestion: 'A suggestion for the plan', plan_version: 'The plan', plan_view: 'What they think of the plan', proposed_member: 'Somebody who may help',
  huddle_line: 'What was decided in a huddle', review: 'A review', review_contribution: 'What was said for a review', review_invitee: 'Who was asked to a review',
  referral: 'A referral', related_person: 'Family or friend', sharing_conversation: 'What was agreed about sharing', state_transition: 'A change', talk_request: 'What they want to talk about',
};
/** What is called otherwise than its column. */
const NAMES: Record<string, string> = {
  actor_name: 'By', author_name: 'Written by', doer_kind: 'Who does it', doer_name: 'By name', dropped: 'Taken out', due_on: 'Due', effective_at: 'When', entity: 'What changed', from_state: 'Before', not_do: 'What they do not do',
  own: 'Told on their own page', person_comment: 'What they said of it', person_may_read: 'May the person read it, as was said then', person_view: 'What they think of it', said_by: 'Said by', state_at: 'Since', superseded_at: 'Replaced', to_state: 'Since then', told_again: 'Told again, so many times',
  underlying: 'Lies underneath others', view_alone: 'Alone when asked', view_asked: 'How they were asked', voice: 'Whose words', written_by_name: 'Written by',
};
/** What only software needs: it stands in the data, and says nothing on paper. */
const SOFTWARE = new Set(['content_hash', 'in_force', 'key', 'opens_to', 'opens_to_person', 'position', 'sequence', 'small_number']);
/** Columns of which the words are chosen from a list and typed by nobody. */
const CHOSEN = new Set(['about', 'answer', 'capacity', 'doer', 'doer_kind', 'domain', 'from_state', 'heading', 'how', 'importance', 'kind', 'mode', 'occasion', 'outcome', 'section', 'state', 'to_state', 'unmet_reason', 'view_asked', 'voice']);
const VOICES: Record<string, string> = { self: 'Their own', carer: 'A family carer’s', professional: 'A professional’s' };
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

/** `CareAction` as its table is called, `care_action`. */
const tableOf = (entity: string): string => entity.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

function saidOf(name: string, value: unknown): string[] {
  if (name === 'entity' && typeof value === 'string') return [KINDS[tableOf(value)] ?? value];
  if (name === 'may_be_told' && Array.isArray(value)) return value.map((said: string) => categoriesInWords([said]) || said);
  if (name === 'voice' && typeof value === 'string') return [VOICES[value] ?? value];
  return CHOSEN.has(name) ? words(value).map((said) => (WORD.test(said) ? sentence(said) : said)) : words(value);
}

/** What stands in an item, as somebody reads it: what it is called, and what it says. */
export const linesOf = (body: Body): { name: string; text: string }[] =>
  Object.entries(body).flatMap(([name, value]) => {
    const said = SOFTWARE.has(name) ? [] : saidOf(name, value);
    return said.length === 0 ? [] : [{ name: NAMES[name] ?? sentence(name.replace(/_(on|at)$/, '')), text: said.join(', ') }];
  });
