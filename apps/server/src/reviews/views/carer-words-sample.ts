import { ReviewContribution, type CarerWord, type SeenContribution } from '@app/reviews';
import { own } from './answers-sample';

/** Invented data for the states of views: what Margery's family said for her review. */
const word = (traits: Partial<ReviewContribution>): ReviewContribution => Object.assign(new ReviewContribution(), own[0], {
  id: '0190aaaa-0000-7000-8000-000000007401', answer: null, text: 'I cannot do the stairs with her any more', voice: 'carer', relatedPersonId: '0190aaaa-0000-7000-8000-000000007501', personMayRead: false, how: 'phone', authorName: 'Jo Whitcombe', ...traits,
} satisfies Partial<ReviewContribution>);
const [named, unnamed] = [word({}), word({ id: '0190aaaa-0000-7000-8000-000000007402', aboutId: null, aboutText: null, how: 'face_to_face', text: 'She sleeps badly' })];
export const saidByCarers: SeenContribution[] = [
  { contribution: named, organisation: 'Marlshire County Council', saidFor: null, carer: { name: 'Tunde Oduya' } },
  { contribution: unnamed, organisation: 'Marlshire County Council', saidFor: null, carer: { name: null } },
];
export const carerWords: CarerWord[] = [
  { id: named.id, text: 'I cannot do the stairs with her any more', about: named.aboutText, how: 'phone', name: 'Tunde Oduya', sentAt: new Date('2026-12-08T11:00:00Z'), authorName: 'Jo Whitcombe' },
  { id: unnamed.id, text: 'She sleeps badly', about: null, how: 'face_to_face', name: null, sentAt: new Date('2026-12-08T11:00:00Z'), authorName: 'Jo Whitcombe' },
];
