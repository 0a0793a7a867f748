import { localDay } from '@app/kernel';
import type { Held } from '@app/overviews';

const AUTHORITIES: Record<string, string> = {
  implied_direct_care: 'Helps directly, the person may expect it', explicit: 'The person said yes', best_interests: 'Decided in their best interests', statutory_duty: 'A duty by law', public_interest: 'Serious harm or the public interest',
  court_order: 'A court’s order', emergency: 'An emergency',
};
const BASES: Record<string, string> = { registered: 'Registered the person', advocate: 'Speaks for the person', wind_down: 'Help has ended: their own notes until then' };

/** By which decision they hold it. */
export const decisionWords = ({ basis, authority }: Pick<Held, 'basis' | 'authority'>): string => BASES[basis] ?? AUTHORITIES[authority ?? ''] ?? 'By the organisation that registered the person';

/** The last day on which they hold it, a local one: what ends with a day ends at the midnight after it. */
export const lastDay = ({ until }: Pick<Held, 'until'>): string | null => until && localDay(new Date(until.getTime() - 1));
