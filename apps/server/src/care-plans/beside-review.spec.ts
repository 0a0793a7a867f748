import type { Difference } from '@app/care-plans';
import { ReviewContribution, ReviewItem, type PointBeside, type SeenContribution } from '@app/reviews';
import { aboutGoal, aboutNoGoal, type WhileReviewed } from './beside-review';

const said = (id: string, kind: ReviewContribution['kind'], aboutId: string | null): SeenContribution => ({ contribution: Object.assign(new ReviewContribution(), { id, kind, aboutId }), organisation: '', saidFor: null, carer: null });
const point = (id: string, goalId: string | null, traits: Partial<ReviewItem> = {}): PointBeside => ({ point: Object.assign(new ReviewItem(), { id, kind: 'goal', aboutId: goalId }, traits), goalId, decided: null, promise: null });
const difference = (kind: Difference['kind'], itemId: string): Difference => ({ kind, itemId, what: 'changed', title: itemId, section: null, fields: [] });

const review = {
  contributions: [said('about sing', 'update', 'sing'), said('about none', 'update', null), said('repeated', 'update', null), said('about gone', 'update', 'gone'), said('her own', 'matters', null), said('comes', 'coming', null), said('promise', 'promise', 'p1')],
  points: [point('p1', 'sing'), point('p2', null, { kind: 'said', aboutId: 'repeated' }), point('p3', 'gone')],
  differences: [difference('goal', 'sing'), difference('action', 'step of sing'), difference('action', 'step of gone'), difference('need', 'lift'), difference('statement', 'ring')],
  goalOfStep: new Map([['step of sing', 'sing'], ['step of gone', 'gone']]),
} as unknown as WhileReviewed;
const ids = ({ said: all, points, differences }: ReturnType<typeof aboutGoal>): unknown => [all.map(({ contribution }) => contribution.id), points.map((one) => one.point.id), differences.map(({ itemId }) => itemId)];

it('beside a goal stands what is about it and its steps', () => {
  expect(ids(aboutGoal(review, 'sing'))).toEqual([['about sing'], ['p1'], ['sing', 'step of sing']]);
});

it('everything else stands once, also what is about a goal that is not on the page', () => {
  expect(ids(aboutNoGoal(review, ['sing']))).toEqual([['about none', 'about gone', 'her own'], ['p2', 'p3'], ['step of gone', 'lift', 'ring']]);
});
