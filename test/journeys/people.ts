import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';

/** A valid NHS number that no other test has used: nine digits counted up from a random place, and the check digit that follows. */
let counted = 400_000_000 + Math.floor(Math.random() * 90_000_000);
export function anNhsNumber(): string {
  for (;;) {
    const nine = String(counted++);
    const rest = 11 - ([...nine].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11);
    if (rest !== 10) return nine + String(rest === 11 ? 0 : rest);
  }
}

/** A family name that no other test has used. Without vowels, it has no word in it that a test looks for. */
export const aFamilyName = (): string => `Test${newId().slice(-12).replace(/./g, (digit) => 'bcdfghjkmnpqrtvw'.charAt(parseInt(digit, 16)))}`;

/** Registers somebody as JSON; returns the id. Throws when that is refused. */
export async function register(visitor: Visitor, person: Record<string, unknown> = {}): Promise<string> {
  const answer = await visitor.send('post', '/api/people', { given: 'Margery', family: aFamilyName(), birthDate: '1944-05-03', nhsNumberAbsentBecause: 'not_known_yet', ...person });
  if (answer.status !== 201) throw new Error(`Not registered: ${answer.status} ${answer.text}`);
  return (answer.body as { personId: string }).personId;
}

/** Opens a case as JSON; returns its id. */
export async function openCase(visitor: Visitor, personId: string, command: Record<string, unknown> = {}): Promise<string> {
  const answer = await visitor.send('post', `/api/people/${personId}/case`, { reason: 'Falls at home', ...command });
  if (answer.status !== 201) throw new Error(`No case: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** The ids behind links to people, in the order of the page, each once. */
export const peopleOn = (html: string): string[] => [...new Set([...html.matchAll(/href="\/people\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''))];

/** The ids of the timeline's entries and corrections on a page. */
export const entriesOn = (html: string): string[] => [...html.matchAll(/id="entry-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');

/** The ids of the circle's members on a page. */
export const membersOn = (html: string): string[] => [...html.matchAll(/id="member-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');

/** The words of a page without its markup. */
export const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&#39;/g, '’').replace(/\s+/g, ' ');

/** What a refused request was told: `/family required`. */
export const codes = (body: unknown): string[] => (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`);
