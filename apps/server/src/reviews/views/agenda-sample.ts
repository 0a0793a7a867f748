import { ReviewItem } from '@app/reviews';
import type { AgendaModel, PointModel } from '../agenda.desk';
import { answersModel, own } from './answers-sample';

/** Invented data for the states of views: the points of the review of Margery. */
const { review, goals, contributions } = answersModel;
export const aPoint = (traits: Partial<ReviewItem> = {}): ReviewItem => Object.assign(new ReviewItem(), {
  personId: review.personId, id: '0190aaaa-0000-7000-8000-000000007301', ownerOrganisationId: review.ownerOrganisationId, category: 'plan', audience: 'circle' as const, namedOrganisations: [], visibleToPerson: true, sealedTo: null, createdAt: review.createdAt,
  createdBy: review.createdBy, source: 'ui', rowVersion: 1, reviewId: review.id, kind: 'goal', aboutId: goals[0]?.itemId ?? null, question: goals[0]?.text ?? 'Sing at Easter', position: 0, minutes: null, note: null, outcome: null, decided: null, deferredTo: null,
  doerKind: null, doerOrganisationId: null, doerName: null, dueOn: null, takenItemId: null, ...traits,
} satisfies Partial<ReviewItem>);
export const points: ReviewItem[] = [
  aPoint(),
  aPoint({ id: '0190aaaa-0000-7000-8000-000000007302', kind: 'step', question: 'Ring the clinic about the chair', outcome: 'action', decided: 'Ring again', doerKind: 'organisation', doerOrganisationId: own[0]?.ownerOrganisationId ?? null, doerName: 'Age Well Brackenbridge', dueOn: '2026-12-20', note: 'Nobody had rung' }),
  aPoint({ id: '0190aaaa-0000-7000-8000-000000007303', kind: 'topic', question: 'Who rings at weekends?', outcome: 'deferred', deferredTo: '2027-01-10', minutes: 5 }),
];
export const agendaModel: AgendaModel = { ...answersModel, points, toPromise: points.slice(1, 2), writesPlan: true };
export const pointModel: PointModel = { ...agendaModel, review: Object.assign(Object.create(review) as typeof review, review, { state: 'in_session' }), point: aPoint(), said: contributions.slice(0, 1), notReading: [], isOurs: false, isAsked: false };
