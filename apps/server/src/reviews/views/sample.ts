import { Review, ReviewInvitee, type Proposal } from '@app/reviews';
import { organisations } from '../../contacts/views/sample';
import { identity } from '../../person/views/sample';
import type { ReviewModel } from '../reviews.desk';

/** Invented data for the states of views: a review of Margery to which her circle is asked. */
const { personId, registeredBy, createdBy } = identity.person;
const item = {
  personId, ownerOrganisationId: registeredBy, category: 'circle', audience: 'named' as const, namedOrganisations: [], visibleToPerson: true, sealedTo: null, createdAt: new Date('2026-12-01T10:00:00Z'), createdBy, source: 'ui', rowVersion: 2,
};
export const aReview = (traits: Partial<Review> = {}): Review => Object.assign(new Review(), {
  ...item, id: '0190aaaa-0000-7000-8000-000000007001', caseId: personId, kind: 'planned', occasion: 'time', countsAs: 'Care Act review', mode: 'meeting', state: 'contributions_open', dueOn: '2026-12-14', startsAt: new Date('2026-12-17T10:00:00Z'),
  minutes: 45, place: 'Weirside Medical Practice, room 2', chairName: 'Jo Whitcombe', chairMembershipId: createdBy, readBy: '2026-12-15', returnBy: null, nextReviewOn: null, because: null, movedAt: item.createdAt, sequence: 0,
  beganAt: null, outcome: null, planAfter: null, summary: null, personView: null, personSaid: null, minutesUsed: null, ...traits,
} satisfies Partial<Review>);
const invitee = (n: number, traits: Partial<ReviewInvitee>): ReviewInvitee => Object.assign(new ReviewInvitee(), {
  ...item, id: `0190aaaa-0000-7000-8000-00000000710${n}`, reviewId: '0190aaaa-0000-7000-8000-000000007001', kind: 'organisation', key: `organisation:${n}`, name: '', organisationId: null, relatedPersonId: null, state: 'invited', because: null, words: null,
  ownerName: null, ownerMembershipId: null, doBy: null, doneAt: null, attended: null, sequence: 0, ...traits,
} satisfies Partial<ReviewInvitee>);

export const invitees: ReviewInvitee[] = [
  invitee(1, { kind: 'person', key: 'person', name: 'Margery Plumtree-Oduya', words: 'Tunde, her brother' }),
  invitee(2, { kind: 'carer', key: 'carer:1', name: 'Tunde Oduya' }),
  invitee(3, { kind: 'advocate', key: 'advocate', name: 'An advocate for Madge', ownerName: 'Jo Whitcombe', ownerMembershipId: createdBy, doBy: '2026-12-05' }),
  invitee(4, { kind: 'interpreter', key: 'interpreter', name: 'Large print', ownerName: 'Jo Whitcombe', ownerMembershipId: createdBy, doBy: '2026-12-15', doneAt: item.createdAt }),
  invitee(5, { name: organisations[0]?.name ?? '', organisationId: organisations[0]?.id ?? null }),
  invitee(6, { name: organisations[1]?.name ?? '', organisationId: organisations[1]?.id ?? null, state: 'left_out', because: 'they_asked', words: 'They read the outcome' }),
];
export const proposals: Proposal[] = invitees.filter(({ kind }) => kind === 'person' || kind === 'carer' || kind === 'organisation').map(({ key, kind, name, organisationId }) => ({ key, kind, name, does: kind === 'carer' ? 'brother' : kind === 'organisation' ? 'Visits' : null, organisationId, relatedPersonId: null, sealedTo: null }));
export const model: ReviewModel = { identity, review: aReview(), invitees, unasked: [], organisation: 'Marlshire County Council', mayHold: true };
