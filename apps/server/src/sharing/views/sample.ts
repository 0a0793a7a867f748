import { Objection, REFUSES, SharingConversation, TalkRequest, type Agreed, type ObjectionRow } from '@app/sharing';
import { ageWell } from '../../care-teams/views/sample';
import { identity } from '../../person/views/sample';

/** Invented data for the states of views. */
const AT = new Date('2026-12-01T10:00:00Z');
const conversation = Object.assign(new SharingConversation(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000c9', ownerOrganisationId: '0190aaaa-0000-7000-8000-0000000000a1', category: 'circle', audience: 'circle', namedOrganisations: [],
  visibleToPerson: true, sealedTo: null, createdAt: AT, createdBy: '0190aaaa-0000-7000-8000-0000000000b1', source: 'ui', rowVersion: 1, answer: 'yes', heldOn: '2025-12-16', how: 'face_to_face',
  present: 'Her sister, for the first part', spokeAlone: true, interpreter: 'Yoruba, by phone', capacity: 'best_interests', support: null, decidedBy: 'Dr Sian Hale with her daughter', lookAgainOn: '2027-03-01',
  endsOn: '2027-06-30', reviewOn: '2026-12-16', words: 'Anybody who comes to my door, yes.', authorName: 'Jo Whitcombe',
} satisfies Partial<SharingConversation>);

export const agreed: Agreed = {
  version: 2, asks: false, last: { conversation, organisation: 'Marlshire County Council' },
  refusals: [
    { id: '0190aaaa-0000-7000-8000-0000000000d9', organisationId: ageWell.id, organisation: ageWell.name, categories: [...REFUSES.no_health], objection: false },
    { id: '0190aaaa-0000-7000-8000-0000000000da', organisationId: '0190aaaa-0000-7000-8000-0000000000ab', organisation: 'Fernlea Homes', categories: ['contacts'], objection: true },
  ],
};

export const bareAgreed: Agreed = {
  version: 1, asks: true, refusals: [],
  last: { conversation: Object.assign(new SharingConversation(), conversation, { answer: 'ask', how: 'phone', present: null, spokeAlone: false, interpreter: null, capacity: 'with_support', support: 'a picture board', decidedBy: null, lookAgainOn: null, endsOn: null, reviewOn: '2027-12-01', words: null }), organisation: 'Age Well Brackenbridge' },
};

export const stopped: Agreed = { ...bareAgreed, last: { conversation: Object.assign(new SharingConversation(), conversation, { answer: 'stop', capacity: null, endsOn: null, reviewOn: null }), organisation: 'Marlshire County Council' } };

/** Before anybody talked with the person about it. */
export const untold: Agreed = { version: 0, asks: false, last: null, refusals: [] };

export const talkAsked = Object.assign(new TalkRequest(), {
  ...agreed.last?.conversation, id: '0190aaaa-0000-7000-8000-0000000000dc', words: 'After six is best', spokeAlone: false, present: 'Her sister', askedByName: 'Margery Plumtree-Oduya', createdAt: AT,
});

const made = Object.assign(new Objection(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000ee', ownerOrganisationId: '0190aaaa-0000-7000-8000-0000000000a1', category: 'circle', audience: 'named', namedOrganisations: [], visibleToPerson: false,
  sealedTo: null, createdAt: AT, createdBy: '0190aaaa-0000-7000-8000-0000000000b1', source: 'ui', rowVersion: 1, organisationId: ageWell.id, decisionId: '0190aaaa-0000-7000-8000-0000000000ef',
  level: 'own_only', said: 'They talk. I do not want them to read about my leg.', authorName: 'Jo Whitcombe', state: 'applied', explained: null, explainedBy: null, reasons: null, decidedBy: null, guardian: null, decidedAt: null, reviewOn: null,
} satisfies Partial<Objection>);

export const objecting: ObjectionRow = { objection: made, organisation: ageWell.name, mayChange: true, mayDecide: false };
