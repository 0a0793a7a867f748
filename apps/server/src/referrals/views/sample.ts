import { Referral, type NeedBehind, type SeenReferral } from '@app/referrals';
import { warmHomes } from '../../directory/views/sample';
import { identity, keyWorker } from '../../person/views/sample';
import type { PageContext } from '@app/web-kit';
import type { ChosenService } from '../new-referral.desk';

/** Invented data for the states of views. */
export const receiver: PageContext = { ...keyWorker, user: { name: 'Rory Ellis', organisation: 'Warm Hearth', kind: 'staff' } };

/** Ids of further referrals in a list. */
export const OTHERS = ['2', '3', '4'].map((n) => `0190aaaa-0000-7000-8000-0000000000f${n}`) as [string, string, string];

export const referral = (values: Partial<Referral> = {}): Referral => Object.assign(new Referral(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000f1', ownerOrganisationId: identity.person.registeredBy, category: 'housing', audience: 'circle', namedOrganisations: [],
  visibleToPerson: true, sealedTo: null, createdAt: new Date('2026-12-01T10:00:00Z'), createdBy: identity.person.createdBy, source: 'ui', rowVersion: 3,
  serviceId: warmHomes.id, serviceName: warmHomes.name, toOrganisationId: warmHomes.organisationId, toScopes: [warmHomes.organisationId], needId: null, needDomain: 'home',
  needText: 'The north bedroom is damp and the boiler is from 1994.', whyNow: 'Her breathing is worse since it turned cold.', urgency: 'routine',
  summary: [{ key: 'age', label: 'Age', text: '80 to 89' }, { key: 'communication', label: 'How to communicate', text: 'Large print, 20 point' }], namesPerson: false, opens: ['identity', 'housing'],
  authority: 'explicit', authorityNote: null, authorityReviewOn: null, agreedHow: 'in_person', agreedOn: '2026-12-01', spokeAlone: true, state: 'sent', stateReason: null, movedAt: new Date('2026-12-01T10:00:00Z'), senderName: 'Jo Whitcombe', senderPhone: '01632 960010',
  sentAt: new Date('2026-12-01T10:00:00Z'), answerBy: '2026-12-08', question: null, answer: null, receiverName: null, promiseDate: null, declineReason: null, redirectServiceId: null,
  redirectedFromId: null, settledAt: null, endReason: null, outcome: null, outcomeWords: null, endedAt: null, excluded: [], relationshipId: null, decisionId: null, memberId: null,
} satisfies Omit<Referral, 'isOpen' | 'owner' | 'mayMove' | 'moveTo'>, values);

const names = { from: 'Marlshire County Council', fromPhone: '01632 960001', to: 'Warm Hearth', redirectService: null, person: null };
export const received = (values: Partial<Referral> = {}): SeenReferral => ({ referral: referral(values), side: 'receiver', names });
export const sent = (values: Partial<Referral> = {}): SeenReferral => ({ referral: referral(values), side: 'sender', names: { ...names, person: 'Margery Plumtree-Oduya' } });

export const need: NeedBehind = {
  id: '0190aaaa-0000-7000-8000-0000000000e9', domain: 'home', text: 'A dry bedroom', category: 'housing', audience: 'circle', namedOrganisations: [], visibleToPerson: true, sealedTo: null,
};

export const chosen: ChosenService = {
  service: warmHomes, existing: null, standing: null,
  summary: {
    person: identity.person, phoneWithheld: false, mayOpen: ['about_me', 'circle', 'plan', 'contacts', 'housing', 'money'],
    facts: [{ key: 'name', label: 'Name and date of birth', text: 'Margery Plumtree-Oduya, likes to be called Madge, born 3 May 1944' }, { key: 'age', label: 'Age', text: '80 to 89' }, { key: 'phone', label: 'Phone', text: '01632 960123' }],
  },
  workers: [{ membershipId: '0190aaaa-0000-7000-8000-0000000000b9', name: 'Rory Ellis', jobTitle: 'Home energy adviser' } as ChosenService['workers'][number]],
};
