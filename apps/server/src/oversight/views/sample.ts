import type { HeldLook, KnownPerson, UnusualAccess } from '@app/oversight';

/** Invented data for the states of views. */
export const known: KnownPerson = {
  id: '0190aaaa-0000-7000-8000-0000000000d1', personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03', userId: '0190aaaa-0000-7000-8000-0000000000e1',
  colleague: 'Idris Vaughan', saidAt: new Date('2026-12-08T14:05:00Z'),
};
export const bareKnown: KnownPerson = { ...known, id: '0190aaaa-0000-7000-8000-0000000000d2', name: 'Dawit Tesfaye', birthDate: null };

export const held: HeldLook = {
  id: '0190aaaa-0000-7000-8000-0000000000f1', personId: known.personId, name: known.name, birthDate: known.birthDate, who: 'Priya Nair', organisation: 'Marlshire County Council',
  because: 'Her son opens her page with her', reviewOn: '2026-12-09', heldAt: new Date('2026-11-09T10:00:00Z'), heldBy: 'Fran Lister',
};
export const bareHeld: HeldLook = { ...held, id: '0190aaaa-0000-7000-8000-0000000000f2', name: 'Dawit Tesfaye', birthDate: null, who: null, reviewOn: '2027-01-20' };

export const finding: UnusualAccess = {
  id: '0190aaaa-0000-7000-8000-0000000000c1', rule: 'no_involvement', userId: known.userId, colleague: 'Idris Vaughan', role: 'District nurse', personId: known.personId, person: known.name,
  birthDate: known.birthDate, number: 3, firstAt: new Date('2026-12-07T22:10:00Z'), lastAt: new Date('2026-12-07T22:40:00Z'), raisedAt: new Date('2026-12-08T23:00:00Z'), outcome: null, words: null, decidedAt: null,
  decidedBy: null, version: 1,
};
export const bareFinding: UnusualAccess = { ...finding, id: '0190aaaa-0000-7000-8000-0000000000c2', rule: 'refused_tries', role: null, personId: null, person: null, birthDate: null, number: 7 };
export const settled: UnusualAccess = {
  ...finding, id: '0190aaaa-0000-7000-8000-0000000000c3', outcome: 'breach', words: 'Looked up her neighbour. Reported to the regulator', decidedAt: new Date('2026-12-09T09:00:00Z'), decidedBy: 'Fran Lister', version: 2,
};
