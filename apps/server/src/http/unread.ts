import { unreadParameters } from '@app/kernel';

/** One line for an address that asks for something that there is not; `words` says what a parameter is called on the page. */
export function unreadWords(query: object, words: Readonly<Record<string, string>>): string | null {
  const names = [...new Set(unreadParameters(query).map((name) => words[name] ?? name))];
  return names.length === 0 ? null : `There is no such ${names.join(' or ')}. This is the usual list.`;
}
