import { WEIGHTS, type Complexity } from '@app/cases';
import type { Candidate } from './allocation.queries';

/** Would one case more be more than was agreed? */
export const wouldBeOver = ({ points, capacity }: Pick<Candidate, 'points' | 'capacity'>, complexity: Complexity): boolean =>
  capacity !== null && points + WEIGHTS[complexity] > capacity;

/** Points for which somebody is asked in the same act, by membership. */
export type Planned = ReadonlyMap<string, number>;

/** The candidates as if everybody who is asked in the same act had said yes: in the order of the recommendation again. */
export function withPlanned(candidates: readonly Candidate[], planned: Planned): Candidate[] {
  const room = ({ points, capacity }: Candidate): number => (capacity === null ? Number.POSITIVE_INFINITY : points / capacity);
  return candidates.map((one) => ({ ...one, points: one.points + (planned.get(one.membershipId) ?? 0) }))
    .map((one, at) => ({ one, at }))
    .sort((a, b) => Number(b.one.before) - Number(a.one.before) || compare(room(a.one), room(b.one)) || a.one.points - b.one.points || a.at - b.at)
    .map(({ one }) => one);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/**
 * Whom the list recommends: the first with room. Nobody when all have as much as was agreed.
 * @param candidates in the order of `AllocationQueries.candidates`
 */
export const recommended = (candidates: readonly Candidate[], complexity: Complexity): Candidate | null =>
  candidates.find((one) => !wouldBeOver(one, complexity)) ?? null;

/** Whether a choice has to be explained: over what was agreed, or not the first on the list although the person did not ask for them (domain.md §3.5). */
export function needsReason(candidates: readonly Candidate[], chosen: Candidate, complexity: Complexity, personPreference: boolean): 'over' | 'order' | null {
  if (wouldBeOver(chosen, complexity)) return 'over';
  if (personPreference || recommended(candidates, complexity)?.membershipId === chosen.membershipId) return null;
  return 'order';
}
