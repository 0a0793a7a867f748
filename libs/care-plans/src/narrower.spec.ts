import { narrower, type Opening } from './narrower';

const circle: Opening = { category: 'plan', opensTo: 'circle', opensToOrganisations: [], opensToPerson: true };
const named = (...opensToOrganisations: string[]): Opening => ({ ...circle, opensTo: 'named', opensToOrganisations });
const own: Opening = { category: 'plan', opensTo: 'internal', opensToOrganisations: [], opensToPerson: false };

it('I25: what comes of two things is for those only who read both, and for the person only where both are', () => {
  expect(narrower(circle, circle)).toEqual(circle);
  expect(narrower(circle, { ...circle, opensToPerson: false })).toEqual({ ...circle, opensToPerson: false });
  expect(narrower(named('a', 'b'), named('b', 'c'))).toEqual(named('b'));
  expect(narrower(named('a'), named('c'))).toEqual(own);
});

it('is for the writer’s own organisation where one line cannot say who reads both', () => {
  for (const [one, other] of [[circle, named('a')], [named('a'), circle], [circle, own], [own, circle], [own, own]] as const) expect(narrower(one, other)).toEqual(own);
  expect(narrower(circle, { ...circle, category: 'health' })).toEqual(own);
});
