import { Correction, type Disputed } from '@app/corrections';
import { identity } from '../../person/views/sample';

/** Invented data for the states of views. */
const AT = new Date('2026-12-01T10:00:00Z');
export const asked = Object.assign(new Correction(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000f1', ownerOrganisationId: '0190aaaa-0000-7000-8000-0000000000a1', category: 'contacts', audience: 'circle', namedOrganisations: [], visibleToPerson: true,
  sealedTo: null, createdAt: AT, createdBy: identity.person.createdBy, source: 'ui', rowVersion: 1, subject: 'ContactNote', subjectId: '0190aaaa-0000-7000-8000-0000000000d1', authorId: identity.person.createdBy,
  statement: 'I did not fall. I sat down because I was tired.', how: 'online', spokeAlone: true, present: null, saidByName: 'Margery Plumtree-Oduya', answerBy: '2027-01-01', state: 'asked', answer: null, answeredAt: null, answeredByName: null,
} satisfies Partial<Correction>);
export const answered = Object.assign(new Correction(), asked, {
  id: '0190aaaa-0000-7000-8000-0000000000f2', how: 'phone', spokeAlone: false, present: 'her sister', saidByName: 'Jo Whitcombe', state: 'not_corrected', answer: 'Two of us saw it, and the warden was called.', answeredAt: new Date('2026-12-04T10:00:00Z'),
  answeredByName: 'Jo Whitcombe',
} satisfies Partial<Correction>);
export const disputed: Disputed = { kind: 'ContactNote', item: asked.subjectId, words: 'She fell at the gate.', organisation: 'Marlshire County Council' };
