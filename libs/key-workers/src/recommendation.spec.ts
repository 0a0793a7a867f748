import type { Candidate } from './allocation.queries';
import { recommended, withPlanned } from './recommendation';

const someone = (membershipId: string, values: Partial<Candidate> = {}): Candidate => ({
  membershipId, userId: membershipId, name: membershipId, jobTitle: 'Worker', organisationId: 'o', organisation: 'Council', cases: 0, points: 0, capacity: 10, before: false, lastAllocatedAt: null, ...values,
});
const order = (candidates: readonly Candidate[]): string[] => candidates.map(({ membershipId }) => membershipId);

describe('who is recommended for one of several cases', () => {
  it('is whoever has most room with what they are asked for in the same act', () => {
    const all = [someone('a', { points: 2 }), someone('b', { points: 3 })];
    expect(order(withPlanned(all, new Map()))).toEqual(['a', 'b']);
    expect(order(withPlanned(all, new Map([['a', 2]])))).toEqual(['b', 'a']);
    expect(recommended(withPlanned(all, new Map([['a', 9], ['b', 6]])), 'complex')).toBeNull();
  });

  it('is still the one who led before, and last those with whom nothing was agreed', () => {
    const all = [someone('c', { capacity: null }), someone('d', { points: 9 }), someone('e', { before: true, points: 9 })];
    expect(order(withPlanned(all, new Map([['e', 1]])))).toEqual(['e', 'd', 'c']);
  });
});
