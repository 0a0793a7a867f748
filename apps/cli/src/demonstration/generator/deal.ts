import type { Random } from './random';

/** How far somebody's story has come; each is dealt to its share of the people. */
export type Course =
  | 'noCase' | 'triage' | 'waiting' | 'active' | 'refusing' | 'moving' | 'monitoring' | 'onHold' | 'declined' | 'thanked' | 'movedAway' | 'died';

export type Kin = 'none' | 'ordinary' | 'caresForOne' | 'youngCarer';

export interface Dealt {
  course: Course;
  kin: Kin;
  /** Needs an interpreter or a format. */
  needsWords: boolean;
  leadIsJo: boolean;
  delphine: boolean;
  steph: boolean;
  noNumber: boolean;
}

/** Of 288 people, so many. What is not dealt is active, with ordinary relatives. */
const courses: Partial<Record<Course, number>> = {
  noCase: 30, triage: 4, waiting: 14, refusing: 10, moving: 2, monitoring: 26, onHold: 5, declined: 6, thanked: 2, movedAway: 2, died: 3,
};
const kin: Partial<Record<Kin, number>> = { none: 26, caresForOne: 43, youngCarer: 6 };

/** Whether somebody's case has, or had, a key worker. */
export const isLed = (course: Course): boolean => !['noCase', 'triage', 'waiting'].includes(course);

export const isOpen = (course: Course): boolean => ['active', 'refusing', 'moving', 'monitoring', 'onHold'].includes(course);

/**
 * Deals each trait to exactly its share, so that the texture is the same for every seed and only who has it differs.
 * Shares are of 288 and scale with `count`.
 */
export function deal(count: number, random: Random): Dealt[] {
  const share = (of288: number): number => Math.round((of288 * count) / 288);
  const everyone = Array.from({ length: count }, (_, index) => index);
  const dealt: Dealt[] = everyone.map(() => ({
    course: 'active', kin: 'ordinary', needsWords: false, leadIsJo: false, delphine: false, steph: false, noNumber: false,
  }));
  const give = (indices: number[], trait: Partial<Dealt>): void => indices.forEach((index) => Object.assign(dealt[index] ?? {}, trait));

  let deck = random.shuffled(everyone);
  for (const [course, of288] of Object.entries(courses) as [Course, number][]) give(deck.splice(0, share(of288)), { course });
  deck = random.shuffled(everyone);
  for (const [trait, of288] of Object.entries(kin) as [Kin, number][]) give(deck.splice(0, share(of288)), { kin: trait });
  give(random.some(everyone, share(35)), { needsWords: true });
  give(random.some(everyone, share(3)), { noNumber: true });

  const open = everyone.filter((index) => isOpen(dealt[index]?.course ?? 'noCase'));
  give(random.some(open, share(26)), { leadIsJo: true });
  give(random.some(open, share(10)), { delphine: true });
  give(random.some(open, share(6)), { steph: true });
  return dealt;
}
