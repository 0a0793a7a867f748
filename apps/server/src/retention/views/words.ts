import type { CountsFrom, HoldKind, RecordType, RetentionPeriod, Stands } from '@app/information-rights';
import { plural } from '@app/web-kit';

export const TYPE_WORDS: Readonly<Record<RecordType, string>> = {
  care: 'Record of care or support', mental_health: 'Mental health record', complaint: 'Complaints about information', subject_access: 'Copies that were asked for',
};

const FROM_WORDS: Readonly<Record<CountsFrom, string>> = { last_contact: 'after the last contact or the end of care', death: 'after the death', closed: 'after it was closed' };

/** Where what is published stands. */
export const SOURCE = 'Records Management Code of Practice, NHS England, 2021';

export const yearsWords = (years: number, from: CountsFrom): string => `${plural(years, 'year')} ${FROM_WORDS[from]}`;

/** As it holds now. */
export const periodWords = ({ years, countsFrom }: RetentionPeriod): string => (years === null ? 'None is set: nothing of it comes to its end' : yearsWords(years, countsFrom));

export const STANDS_WORDS: Readonly<Record<Stands, string>> = {
  due: 'To be decided', proposed: 'To be disposed of: waits for a second person', approved: 'To be disposed of: approved', held: 'Held back', kept: 'Kept longer',
};

export const HOLD_WORDS: Readonly<Record<HoldKind, string>> = {
  inquiry: 'A public inquiry', inquest: 'An inquest', subject_access: 'Somebody asked for a copy', mortality_review: 'A review of a death (LeDeR or another)', safeguarding_review: 'A safeguarding adults review',
  claim: 'A claim or a court case', other: 'Something else',
};

/** What is never in the lists, said to everybody in the same words. */
export const NOT_LISTED = 'Restricted records, and what is for people who are named alone, are kept and are never listed here.';
