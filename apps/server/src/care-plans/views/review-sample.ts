import type { PointBeside } from '@app/reviews';
import { agendaModel, aPoint } from '../../reviews/views/agenda-sample';
import { saidByCarers } from '../../reviews/views/carer-words-sample';
import { ownWords } from '../../reviews/views/own-words-sample';
import { aReview } from '../../reviews/views/sample';
import type { WhileReviewed } from '../beside-review';
import { changes, fullPlan } from './sample';

/** Invented data for the states of views: the review of Margery, beside the draft that is written after it. */
const goalId = fullPlan.content.goals[0]?.goal.itemId ?? '';
const action = { kind: 'goal', outcome: 'action', doerKind: 'organisation', doerOrganisationId: agendaModel.review.ownerOrganisationId, doerName: 'Marlshire County Council', dueOn: '2026-12-20' } as const;
const beside = (n: number, traits: Parameters<typeof aPoint>[0], decided: PointBeside['decided'], of: string | null = goalId): PointBeside => ({ point: aPoint({ id: `0190aaaa-0000-7000-8000-00000000731${n}`, ...traits }), goalId: of, decided, promise: null });

export const besideReview: WhileReviewed = {
  review: aReview({ state: 'writing_up' }), mayTake: true,
  contributions: [...agendaModel.contributions, ...saidByCarers, ...ownWords.map((contribution) => ({ contribution, organisation: 'Marlshire County Council', saidFor: null, carer: null }))],
  points: [
    beside(1, { ...action, decided: 'Bring her to the rehearsals by car until the lift is mended', note: 'She laughed' }, 'ready'),
    beside(2, { ...action, kind: 'step', question: 'Ring the clinic about the chair', decided: 'Ring again' }, 'taken'),
    beside(3, { ...action, doerName: 'Age Well Brackenbridge', decided: 'A lift on Thursdays' }, 'waits'),
    beside(4, {}, null),
    beside(5, { ...action, kind: 'topic', question: 'Who rings at weekends?', decided: 'Ring on Sundays' }, 'no_goal', null),
    beside(6, { kind: 'topic', question: 'The day centre', outcome: 'decision', decided: 'Not before spring' }, null, null),
  ],
  differences: changes.differences, goalOfStep: new Map(fullPlan.content.goals.flatMap(({ goal, actions }) => actions.map((one) => [one.itemId, goal.itemId] as const))),
};
