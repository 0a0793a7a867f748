import { localDay } from '@app/kernel';
import type { Held } from '@app/overviews';
import { AUTHORITY_WORDS } from '../../sharing/views/words';

const BASES: Record<string, string> = { registered: 'Registered the person', advocate: 'Speaks for the person', wind_down: 'Help has ended: their own notes until then' };

/** By which decision they hold it. */
export const decisionWords = ({ basis, authority }: Pick<Held, 'basis' | 'authority'>): string => BASES[basis] ?? AUTHORITY_WORDS[authority ?? ''] ?? 'By the organisation that registered the person';

/** Whether the person knows of it: who helps directly may be let in before. */
export const toldWords = ({ authority }: Pick<Held, 'authority'>): string => (authority ? 'Not told yet' : 'Not recorded');

/** The last day on which they hold it, a local one: what ends with a day ends at the midnight after it. */
export const lastDay = ({ until }: Pick<Held, 'until'>): string | null => until && localDay(new Date(until.getTime() - 1));
