import type { SeenContribution } from './contributions.queries';
import { decidedOf, goalOf, promiseTo } from './decided';
import { ReviewContribution } from './review-contribution.entity';
import { ReviewItem } from './review-item.entity';

const [HOLDER, PARTNER] = ['holder', 'partner'];
const point = (traits: Partial<ReviewItem> = {}): ReviewItem =>
  Object.assign(new ReviewItem(), { id: 'point', ownerOrganisationId: HOLDER, kind: 'goal', aboutId: 'goal', outcome: 'action', decided: 'Drive her', doerKind: 'organisation', doerOrganisationId: PARTNER, sealedTo: null, ...traits });
const promise = (answer: 'accepts' | 'declines', by = PARTNER): ReviewContribution => Object.assign(new ReviewContribution(), { kind: 'promise', aboutId: 'point', aboutText: 'Drive her', ownerOrganisationId: by, answer });
const at = { goalId: 'goal', isThere: false };

it('a point is about the goal that it names, or about that of its step; about anything else it is about none', () => {
  const goals = [{ goal: { itemId: 'goal' }, actions: [{ itemId: 'step' }] }];
  expect([['goal', 'goal'], ['step', 'step'], ['step', 'goal'], ['goal', 'gone'], ['said', 'goal'], ['topic', null]].map(([kind, aboutId]) => goalOf({ kind, aboutId } as ReviewItem, goals))).toEqual(['goal', 'goal', null, null, null, null]);
});

it('what was decided is taken in once whoever is to do it has said so, for their own organisation', () => {
  expect(decidedOf(point({ outcome: 'decision' }), null, at)).toBeNull();
  expect(decidedOf(point(), null, at)).toBe('waits');
  expect(decidedOf(point(), promise('declines'), at)).toBe('declined');
  expect(decidedOf(point(), promise('accepts'), at)).toBe('ready');
  const all = [{ contribution: promise('accepts', HOLDER) }, { contribution: promise('declines') }] as SeenContribution[];
  expect(promiseTo(point(), all)?.answer).toBe('declines');
  expect(promiseTo(point({ decided: 'Drive her home as well' }), all)).toBeNull();
});

it('what the person or whoever holds the review does was agreed when it was put down', () => {
  expect(decidedOf(point({ doerKind: 'person', doerOrganisationId: null }), null, at)).toBe('ready');
  expect(decidedOf(point({ doerOrganisationId: HOLDER }), null, at)).toBe('ready');
  expect(decidedOf(point({ doerOrganisationId: HOLDER }), promise('declines', HOLDER), at)).toBe('declined');
});

it('is not offered where it is there already, about no goal, for a few only, or too long for a step', () => {
  const accepted = promise('accepts');
  expect(decidedOf(point(), accepted, { ...at, isThere: true })).toBe('taken');
  expect(decidedOf(point(), accepted, { ...at, goalId: null })).toBe('no_goal');
  expect(decidedOf(point({ sealedTo: ['anita'] }), accepted, at)).toBe('sealed');
  expect(decidedOf(point({ decided: 'x'.repeat(501) }), accepted, at)).toBe('too_long');
  expect(decidedOf(point({ decided: '🙂'.repeat(500) }), accepted, at)).toBe('ready');
});
