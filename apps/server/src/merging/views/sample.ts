import type { Merge, MergeOf } from '@app/persons';
import type { Identity } from '@app/overviews';
import { identity } from '../../person/views/sample';

/** Invented data for the states of views. */
const OTHER = '0190aaaa-0000-7000-8000-000000000009';
const AT = new Date('2026-12-08T14:30:00Z');

export const other: Identity = { ...identity, person: { ...identity.person, personId: OTHER, given: 'Marjory', preferred: null, birthDate: '1944-03-05' }, nhsNumber: null, keyWorker: null, sameName: { sameAddress: false, elsewhere: false } };

export const proposed: MergeOf = {
  id: '0190aaaa-0000-7000-8000-0000000000e1', other: OTHER, isKept: true, state: 'proposed', because: 'She showed both letters: day and month were turned round', proposedBy: 'Jo Whitcombe', proposedAt: AT, isMine: true, decidedBy: null, version: 1,
};
export const joined: MergeOf = { ...proposed, state: 'confirmed', isMine: false, decidedBy: 'Fran Lister', version: 2 };

export const waiting: Merge = {
  id: proposed.id, state: 'proposed', because: proposed.because, proposedBy: proposed.proposedBy, proposedAt: AT, isMine: false, decidedBy: null, decidedBecause: null, decidedAt: null, version: 1,
  kept: { personId: identity.person.personId, name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03', organisation: 'Marlshire County Council' },
  merged: { personId: OTHER, name: 'Marjory Plumtree-Oduya', birthDate: null, organisation: null },
};
export const standing: Merge = { ...waiting, state: 'confirmed', decidedBy: 'Fran Lister', decidedBecause: 'The practice has one patient', decidedAt: AT, version: 2 };
