import { membershipOf } from '../staff';
import type { Email } from '../types';
import { adaeze, bernadette, idris, jo, joel, marcia, pete, priya, tamsin, yusuf, zofia } from '../people/colleagues';

/** Points that each has agreed to with their manager; a usual case is 2. Jo has more than that. */
const CAPACITY: Partial<Record<Email, number>> = { [jo]: 48, [adaeze]: 60, [pete]: 40, [priya]: 50, [idris]: 40, [bernadette]: 60, [marcia]: 40, [tamsin]: 60, [joel]: 30, [yusuf]: 40, [zofia]: 40 };

/** What was agreed with somebody at their first employer; nothing with most. */
export const capacityOf = (email: Email, organisation: string): number | null => (membershipOf(email).organisation === organisation ? (CAPACITY[email] ?? null) : null);
