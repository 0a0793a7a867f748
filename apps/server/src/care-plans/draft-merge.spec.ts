import { marksOf, Merge, readMarks } from './draft-merge';

const step = (item: string, what: string): Record<string, unknown> => ({ item, what, doer: 'person', dueOn: { day: '1', month: '2', year: '2027' } });
const goal = (item: string, text: string, ...actions: unknown[]): Record<string, unknown> => ({ item, text, why: '', namedOrganisationIds: [], actions: [...actions, {}] });
const filled = { whatMatters: 'Singing.', strengths: '', goals: [goal('g1', 'Sing at Easter', step('s1', 'Practise')), goal('g2', 'A dry room')], needs: [] };
const was = readMarks(JSON.stringify(marksOf(filled))) ?? {};
const both = (typed: object, saved: object): { values: Record<string, unknown>; both: Merge['both'] } => {
  const merge = new Merge();
  return { values: merge.of({ ...filled, ...typed }, { ...filled, ...saved }, was), both: merge.both };
};
const texts = (rows: unknown, name: string): unknown[] => (rows as Record<string, unknown>[]).map((row) => row[name]);

describe('two people who write one draft', () => {
  it('each keep what only they changed', () => {
    const { values, both: none } = both(
      { whatMatters: 'Singing, and Tunde asleep.', goals: [goal('g1', 'Sing at Easter', { ...step('s1', 'Practise'), dueOn: { day: '9', month: '2', year: '2027' } }), goal('g2', 'A dry room')] },
      { strengths: 'Keeps the score', goals: [goal('g1', 'Sing at Easter, sitting down', step('s1', 'Practise daily')), goal('g2', 'A dry room')] },
    );
    expect([values['whatMatters'], values['strengths'], none]).toEqual(['Singing, and Tunde asleep.', 'Keeps the score', []]);
    const [first] = values['goals'] as Record<string, unknown>[];
    expect([first?.['text'], texts(first?.['actions'], 'what'), texts(first?.['actions'], 'dueOn')[0]]).toEqual(['Sing at Easter, sitting down', ['Practise daily', undefined], { day: '9', month: '2', year: '2027' }]);
  });

  it('keep the lines that only one of them added or took out', () => {
    const { values } = both({ goals: [goal('g1', '', step('s1', 'Practise')), goal('g2', 'A dry room'), goal('', 'Ring Bisi')] }, { goals: [goal('g1', 'Sing at Easter', step('s1', 'Practise')), goal('g3', 'Sleep')] });
    expect(texts(values['goals'], 'text')).toEqual(['', 'Ring Bisi', 'Sleep']);
  });

  it('are told of each box that both changed, with what the other wrote; the line that one took out and the other wrote in stays as a new one', () => {
    const { values, both: told } = both({ whatMatters: 'Singing.\r\nEaster.', goals: [goal('g1', 'Sing'), goal('g2', 'A dry, warm room')] }, { whatMatters: 'Tunde.', goals: [goal('g1', 'Sing sitting down', step('s1', 'Practise'))] });
    expect(told).toEqual([{ field: 'whatMatters', theirs: 'Tunde.' }, { field: 'goals-0-text', theirs: 'Sing sitting down' }]);
    expect((values['goals'] as Record<string, unknown>[]).map(({ item, text }) => [item, text])).toEqual([['g1', 'Sing'], ['', 'A dry, warm room']]);
  });

  it('have changed nothing where a browser ends its lines in its own way, or sends no box at all', () => {
    const two = { ...filled, whatMatters: 'One\nTwo' };
    const merge = new Merge();
    expect(merge.of({ whatMatters: 'One\r\nTwo ' }, { ...two, whatMatters: 'Three' }, marksOf(two))).toMatchObject({ whatMatters: 'Three', goals: two.goals });
    expect(merge.both).toEqual([]);
  });
});

it.each([undefined, '', 'x', '[]', 'null', '"a"'])('marks that are none are no marks: %s', (sent) => {
  expect(readMarks(sent)).toBeNull();
});
