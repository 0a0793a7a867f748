import { Objection, type ObjectionState } from './objection.entity';

const STATES: readonly ObjectionState[] = ['applied', 'explained', 'upheld', 'partly_upheld', 'not_upheld', 'withdrawn'];
const DECIDED: readonly ObjectionState[] = ['upheld', 'partly_upheld', 'not_upheld'];
const LEGAL: Record<ObjectionState, readonly ObjectionState[]> = {
  applied: ['explained', 'withdrawn'], explained: [...DECIDED, 'withdrawn'], upheld: [...DECIDED, 'withdrawn'], partly_upheld: [...DECIDED, 'withdrawn'], not_upheld: [], withdrawn: [],
};
const every = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));
const inState = (state: ObjectionState): Objection => Object.assign(new Objection(), { state });

describe('I12: an objection', () => {
  it.each(every.filter(([from, to]) => LEGAL[from].includes(to)))('that is %s may become %s', (from, to) => {
    expect(inState(from).moveTo(to)).toEqual({ from, to });
    expect(inState(from).next).toContain(to);
  });

  it.each(every.filter(([from, to]) => !LEGAL[from].includes(to)))('that is %s cannot become %s', (from, to) => {
    expect(() => inState(from).moveTo(to)).toThrow(expect.objectContaining({ code: 'objection.state' }));
  });
});
