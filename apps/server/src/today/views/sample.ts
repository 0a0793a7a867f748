import type { CaseloadRow, DoFirst, DueStep, OpenQuestion } from '@app/overviews';
import { myReviews } from '../../reviews/views/answers-sample';
import type { Today } from '../today.desk';

/** Invented data for the states of the page. */
const margery = { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', preferred: 'Madge', birthDate: '1944-05-03' };
const chidi = { personId: '0190aaaa-0000-7000-8000-000000000002', name: 'Chidi Okafor', preferred: null, birthDate: null };
const CASE = '0190aaaa-0000-7000-8000-0000000000e1';

const row: CaseloadRow = {
  ...margery, caseId: CASE, given: 'Margery', family: 'Plumtree-Oduya', nhsNumber: '9434765919', ownReference: null, nhsNumberState: 'valid', keyWorker: 'Jo Whitcombe',
  keyWorkerId: '0190aaaa-0000-7000-8000-0000000000b1', lastConversationAt: new Date('2026-11-01T10:00:00Z'), contactDueOn: '2026-11-29', nextReviewOn: '2026-11-14', alerts: 2,
  mark: ['2026-11-14', 'Plumtree-Oduya'],
};
const first: DoFirst = {
  ...margery, lastConversationAt: row.lastConversationAt, alerts: 2,
  why: [{ kind: 'step', since: '2026-12-04', what: 'Ring the clinic about the chair', itemId: '0190aaaa-0000-7000-8000-0000000000e3' }, { kind: 'review', since: '2026-11-14' }, { kind: 'quiet', since: '2026-11-29' }, { kind: 'suggestion', since: '2026-12-01', who: 'Delphine Carter', id: '0190aaaa-0000-7000-8000-0000000000e7' }],
};
const asked: DoFirst = { ...chidi, lastConversationAt: null, alerts: null, why: [{ kind: 'asked', since: '2026-12-11', who: 'Denise Marchetti', caseId: CASE }, { kind: 'quiet', since: '2026-11-29' }] };
const step: DueStep = { ...margery, itemId: '0190aaaa-0000-7000-8000-0000000000e2', what: 'Visit with the physiotherapist', dueOn: '2026-12-12', doer: 'Jo Whitcombe' };
const question: OpenQuestion = { ...chidi, caseId: CASE, who: 'Zofia Mazur', answerBy: '2026-12-10' };

const counts = { everyone: 28, mine: 20, waiting: 2, quiet: 3, review: 1 };
const none = { everyone: 0, mine: 0, waiting: 0, quiet: 0, review: 0 };
const empty: Today = { counts: none, doFirst: [], nextReview: null, steps: [], put: [], reviews: [], referrals: [], suggestions: [], drafts: [], left: [], waiting: { questions: [], steps: [] }, news: [], toAnswer: [], toReview: null };

export const sample = {
  full: {
    ...empty, toAnswer: myReviews.slice(0, 2), counts, doFirst: [asked, first, { ...chidi, personId: '0190aaaa-0000-7000-8000-000000000003', name: 'Derek Hallam', lastConversationAt: null, alerts: 0, why: [{ kind: 'step', since: '2026-12-09', what: 'Bring the clock back', itemId: '0190aaaa-0000-7000-8000-0000000000e4' }] }],
    left: [
      { ...chidi, kind: 'lead', id: CASE, what: null, organisation: 'Marl Valley Trust' }, { ...margery, kind: 'step', id: '0190aaaa-0000-7000-8000-0000000000e9', what: 'Lunch on Tuesdays', organisation: 'Age Well Brackenbridge' },
      { ...margery, kind: 'referral', id: '0190aaaa-0000-7000-8000-0000000000ea', what: 'Befriending', organisation: 'Age Well Brackenbridge' }, { ...margery, kind: 'review', id: '0190aaaa-0000-7000-8000-0000000000eb', what: null, organisation: 'Age Well Brackenbridge' },
    ],
    toReview: { count: 2, since: new Date('2026-12-05T22:40:00Z') }, steps: [step], put: [{ ...chidi, lineId: '0190aaaa-0000-7000-8000-0000000000ec', what: 'Rings about the boiler', dueOn: '2026-12-08' }], reviews: [{ ...chidi, reviewOn: '2026-12-14' }],
    referrals: [
      { id: '0190aaaa-0000-7000-8000-0000000000e5', service: 'Lunch club', organisation: 'Marlshire County Council', name: 'Somebody aged 80 to 89', state: 'sent', answerBy: '2026-12-11' },
      { id: '0190aaaa-0000-7000-8000-0000000000e9', service: 'Visiting', organisation: 'Marlshire County Council', name: null, state: 'acknowledged', answerBy: '2026-12-01' },
      { id: '0190aaaa-0000-7000-8000-0000000000e6', service: 'Damp and heating', organisation: 'Warm Hearth', name: margery.name, state: 'declined', answerBy: null },
    ],
    suggestions: [
      { ...margery, id: '0190aaaa-0000-7000-8000-0000000000e7', text: 'Sing the Fauré at Easter, and walk to the rehearsals', who: 'Delphine Carter', madeAt: new Date('2026-12-01T10:00:00Z') },
      { ...chidi, id: '0190aaaa-0000-7000-8000-0000000000e8', text: 'Fishing on Sundays', who: null, madeAt: new Date('2026-12-08T10:00:00Z') },
    ],
    drafts: [
      { ...margery, state: 'agreed', since: new Date('2026-12-08T15:00:00Z') }, { ...chidi, state: 'in_contribution', since: new Date('2026-12-03T10:00:00Z') },
      { ...chidi, personId: '0190aaaa-0000-7000-8000-000000000003', name: 'Derek Hallam', state: 'ready_for_agreement', since: new Date('2026-12-07T10:00:00Z') },
    ],
    waiting: { questions: [question], steps: [{ ...step, dueOn: '2026-12-01', doer: 'Idris Vaughan, Marl Valley Trust' }] },
    news: [{
      id: '0190aaaa-0000-7000-8000-0000000000f1', personId: margery.personId, name: margery.name, kind: 'contact-note.addressed', subjectId: '0190aaaa-0000-7000-8000-0000000000d1',
      by: 'Idris Vaughan', toldAt: new Date('2026-12-09T08:40:00Z'), readAt: null,
    }],
  },
  bare: { ...empty, toReview: { count: 1, since: new Date('2026-12-09T08:00:00Z') }, counts: { ...none, everyone: 1 }, nextReview: { ...row, nextReviewOn: '2027-01-03' } },
  planless: { ...empty, counts: { ...none, everyone: 1 } },
  empty,
} satisfies Record<string, Today>;
