import { ReviewContribution } from '@app/reviews';
import { own } from './answers-sample';

/** Invented data for the states of views: what Margery says for her review. */
const word = (n: number, traits: Partial<ReviewContribution>): ReviewContribution => Object.assign(new ReviewContribution(), own[0], { id: `0190aaaa-0000-7000-8000-00000000730${n}`, answer: null, aboutId: null, aboutText: null, how: 'own_page', authorName: 'Margery Plumtree-Oduya', ...traits } satisfies Partial<ReviewContribution>);
export const ownWords: ReviewContribution[] = [
  word(1, { kind: 'coming', answer: 'yes', text: null }), word(2, { kind: 'matters', text: 'That I sing at Easter' }), word(3, { kind: 'talk', text: 'The lift, and not my sister', how: 'phone', authorName: 'Jo Whitcombe' }),
];
