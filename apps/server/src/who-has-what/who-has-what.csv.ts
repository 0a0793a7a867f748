import { localDay } from '@app/kernel';
import type { Held } from '@app/overviews';
import { CATEGORIES, CATEGORY_WORDS } from '@app/persons';
import { csv } from '../http/csv';
import { decisionWords, lastDay, toldWords } from './views/words';

/** A row for each helper, a column for each kind of information. Days are as in ISO 8601. */
export const heldCsv = (held: readonly Held[]): string => csv([
  ['Organisation', 'Who', 'By which decision', 'Which it is', 'Looked at again on', 'Told on', 'Since', 'Until', ...CATEGORIES.map((category) => CATEGORY_WORDS[category])],
  ...held.map((one) => [
    one.organisation, one.who ?? 'everybody there who works with people', decisionWords(one), one.note ?? 'not said', one.reviewOn ?? 'no day set', one.toldOn ?? toldWords(one).toLowerCase(), localDay(one.since), lastDay(one) ?? 'nothing ends it',
    ...CATEGORIES.map((category) => (one.categories.includes(category) ? 'yes' : 'no')),
  ]),
]);
