import { ReviewContribution, type MyReview, type SeenContribution } from '@app/reviews';
import { fullPlan } from '../../care-plans/views/sample';
import { organisations } from '../../contacts/views/sample';
import type { AnswersModel } from '../answers.desk';
import { aReview, model } from './sample';

/** Invented data for the states of views: what partners said for the review of Margery. */
const { review } = model;
const [ageWell, practice] = [organisations[0]?.id ?? '', organisations[1]?.id ?? ''];
const goals = fullPlan.content.goals.map(({ goal }) => goal);
const one = (n: number, traits: Partial<ReviewContribution>): ReviewContribution => Object.assign(new ReviewContribution(), {
  personId: review.personId, id: `0190aaaa-0000-7000-8000-00000000720${n}`, ownerOrganisationId: ageWell, category: 'plan', audience: 'circle' as const, namedOrganisations: [], visibleToPerson: true, sealedTo: null, createdAt: new Date('2026-12-08T10:00:00Z'),
  createdBy: review.createdBy, source: 'ui', rowVersion: 1, reviewId: review.id, kind: 'update', answer: 'stuck', aboutId: goals[0]?.itemId ?? null, aboutText: goals[0]?.text ?? null, text: 'She has stopped coming since the lift broke', saidByName: null, saidByOrganisationId: null,
  onDate: null, voice: null, relatedPersonId: null, personMayRead: null, authorName: 'Delphine Carter', how: null, sentAt: new Date('2026-12-08T11:00:00Z'), ...traits,
} satisfies Partial<ReviewContribution>);
const byPhone = one(3, { ownerOrganisationId: review.ownerOrganisationId, answer: 'some_progress', text: 'She walked to the gate', saidByName: 'Dr Amal Osei', saidByOrganisationId: practice, authorName: 'Jo Whitcombe' });
export const own = [one(1, {}), one(4, { answer: null, aboutId: null, aboutText: null, text: 'The lift is broken', sentAt: null })];
export const saidByPhone: SeenContribution = { contribution: byPhone, organisation: 'Marlshire County Council', saidFor: { organisation: 'Weirside Medical Practice', isOurs: true, confirmation: null }, carer: null };
export const contributions: SeenContribution[] = [
  { contribution: own[0] as ReviewContribution, organisation: 'Age Well Brackenbridge', saidFor: null, carer: null },
  { contribution: one(2, { kind: 'coming', answer: 'yes', aboutId: null, aboutText: null, text: 'From ten past' }), organisation: 'Age Well Brackenbridge', saidFor: null, carer: null },
  saidByPhone,
  { contribution: Object.assign(new ReviewContribution(), byPhone, { id: '0190aaaa-0000-7000-8000-000000007206' }), organisation: 'Marlshire County Council', saidFor: { organisation: 'Weirside Medical Practice', isOurs: true, confirmation: one(5, { kind: 'confirmation', answer: 'not_right', text: 'To the door' }) }, carer: null },
];
export const answersModel: AnswersModel = { ...model, goals, contributions, own, mayAnswer: false, byMail: 'ok' };
export const asPartner: AnswersModel = { ...answersModel, mayHold: false, mayAnswer: true, byMail: null };
const mine: MyReview = {
  personId: review.personId, name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03', id: review.id, kind: 'planned', state: 'contributions_open', startsAt: aReview().startsAt, dueOn: '2026-12-14', returnBy: null, readBy: '2026-12-15', minutes: 45,
  mine: false, answered: 'not yet', coming: null, toConfirm: false, toPromise: false, leftOut: false, reference: 'AW-0231',
};
export const myReviews: MyReview[] = [
  mine, { ...mine, answered: 'begun', coming: 'maybe', reference: null }, { ...mine, answered: 'sent', coming: 'yes', toConfirm: true }, { ...mine, answered: 'sent', coming: 'yes', state: 'closed', toPromise: true }, { ...mine, answered: 'sent', coming: 'yes' }, { ...mine, mine: true, state: 'due', startsAt: null, dueOn: '2026-12-01', readBy: null },
  { ...mine, mine: true, state: 'paused_unable', returnBy: '2026-12-10' }, { ...mine, leftOut: true },
];
