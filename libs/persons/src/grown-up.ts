import type { RelatedPerson } from './items.entity';

const ADULT_YEARS = 18;
const OFTEN_YOUNG = /\b(great-?)?grand-?(son|daughter|child|children)\b|\b(child|kid|pupil)\b/i;
const AT_HOME_OFTEN_YOUNG = /\b(step-?)?(son|daughter|child|brother|sister)\b|\b(niece|nephew|cousin)\b/i;

/** The last birthday of somebody who is grown up on a local calendar day. */
export const grownUpSince = (today: string): string => `${Number(today.slice(0, 4)) - ADULT_YEARS}${today.slice(4)}`;

/**
 * Is a relative a child? `null` where nobody wrote down how old they are and the word for them could well be a child's: then nobody counts on them, and somebody asks.
 * @param today the local calendar day
 */
export function isChild({ birthDate, ageGroup, relation, livesWith }: Pick<RelatedPerson, 'birthDate' | 'ageGroup' | 'relation' | 'livesWith'>, today: string): boolean | null {
  if (birthDate !== null) return birthDate > grownUpSince(today);
  if (ageGroup !== null) return ageGroup === 'child';
  return OFTEN_YOUNG.test(relation) || (livesWith && AT_HOME_OFTEN_YOUNG.test(relation)) ? null : false;
}
