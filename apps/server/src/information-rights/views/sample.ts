import type { AccessPart, AccessStatus, AskedOfUs, HeldThing, MyCopy, WaitingRight } from '@app/information-rights';

/** Invented data for the states of views. */
export const TODAY = '2026-12-09';
export const NOW = new Date('2026-12-09T10:00:00Z');
const who = { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Eun-ji Park', birthDate: '1985-02-14' };
export const part: AccessPart = {
  id: '0190aaaa-0000-7000-8000-0000000000b1', ...who, requestId: '0190aaaa-0000-7000-8000-0000000000b0', askedOn: '2026-11-20', how: 'phone', words: 'Everything since last spring', whole: true, spokeAlone: true, present: null,
  recordedBy: 'Jo Whitcombe', coordinator: 'Marlshire County Council', coordinates: true, discreet: false, state: 'open', dueOn: '2026-12-20', extendedBecause: null, pausedOn: null, pausedFor: null, pausedDays: 0, releasedAt: null,
  releasedBy: null, onOwnPage: false, version: 1,
};
export const late: AccessPart = { ...part, id: '0190aaaa-0000-7000-8000-0000000000b2', name: 'Dawit Tesfaye', birthDate: null, dueOn: '2026-12-01', words: null, whole: false, coordinates: false, spokeAlone: false, present: 'his brother', how: 'online' };
export const paused: AccessPart = { ...part, id: '0190aaaa-0000-7000-8000-0000000000b3', pausedOn: '2026-12-02', pausedFor: 'identity', extendedBecause: 'Twelve years of notes on paper', pausedDays: 3 };
export const released: AccessPart = { ...part, id: '0190aaaa-0000-7000-8000-0000000000b4', state: 'released', releasedAt: NOW, releasedBy: 'Fran Lister', onOwnPage: true };
export const discreet: AccessPart = { ...late, discreet: true };
export const things: readonly HeldThing[] = [
  { kind: 'contact_note', id: '0190aaaa-0000-7000-8000-0000000000c1', version: 1, at: NOW, writtenBy: 'Jo Whitcombe', body: { text: 'She is worried about the rent. Her brother drinks.', happened_at: '2026-12-01T10:00:00Z' }, given: { text: 'She is worried about the rent. Her brother drinks.', happened_at: '2026-12-01T10:00:00Z' }, passages: [], release: null, reason: null, testedBy: null, decidedBy: null },
  { kind: 'related_person', id: '0190aaaa-0000-7000-8000-0000000000c2', version: 2, at: NOW, writtenBy: null, body: { name: 'Min-jun Park', relation: 'brother' }, given: { name: 'Min-jun Park', relation: 'brother' }, passages: [], release: false, reason: 'serious_harm', testedBy: 'Dr Amal Osei', decidedBy: 'Fran Lister' },
  { kind: 'alert', id: '0190aaaa-0000-7000-8000-0000000000c3', version: 1, at: NOW, writtenBy: 'Jo Whitcombe', body: {}, given: {}, passages: [], release: true, reason: null, testedBy: null, decidedBy: 'Fran Lister' },
];
/** The same, of which something is hidden. */
export const hiddenIn = (thing: HeldThing): HeldThing => ({
  ...thing, given: { text: 'She is worried about the rent. [hidden: about somebody else]', happened_at: '2026-12-01T10:00:00Z' },
  passages: [
    { id: '0190aaaa-0000-7000-8000-0000000000e1', words: 'Her brother drinks.', reason: 'third_party', testedBy: null, by: 'Fran Lister', stands: true },
    { id: '0190aaaa-0000-7000-8000-0000000000e2', words: 'He has been told', reason: 'serious_harm', testedBy: 'Dr Amal Osei', by: 'Fran Lister', stands: false },
  ],
});
export const others: readonly AccessStatus[] = [
  { organisation: 'Marlshire County Council', state: 'open', dueOn: '2026-12-20', paused: false, releasedAt: null },
  { organisation: 'Age Well Brackenbridge', state: 'released', dueOn: '2026-12-20', paused: false, releasedAt: NOW },
  { organisation: 'Fernlea Homes', state: 'open', dueOn: '2026-12-20', paused: true, releasedAt: null },
];
export const asked: readonly AskedOfUs[] = [
  { id: part.id, askedOn: part.askedOn, how: 'phone', state: 'open', dueOn: part.dueOn, releasedAt: null },
  { id: released.id, askedOn: '2025-03-01', how: 'online', state: 'released', dueOn: '2025-04-01', releasedAt: NOW },
];
const copy: MyCopy = { requestId: part.requestId, askedOn: part.askedOn, partId: part.id, organisation: 'Marlshire County Council', state: 'released', dueOn: part.dueOn, releasedAt: NOW, readable: true };
export const copies: readonly MyCopy[] = [copy, { ...copy, partId: late.id, organisation: 'Age Well Brackenbridge', readable: false }, { ...copy, partId: paused.id, organisation: 'Fernlea Homes', state: 'open', releasedAt: null, readable: false }];
export const correction: WaitingRight = { kind: 'correction', id: '0190aaaa-0000-7000-8000-0000000000f1', ...who, said: 'I did not fall', writtenBy: 'Jo Whitcombe', since: new Date('2026-10-20T10:00:00Z'), dueOn: '2026-11-20', organisation: null };
export const objection: WaitingRight = { ...correction, kind: 'objection', id: '0190aaaa-0000-7000-8000-0000000000f2', name: 'Dawit Tesfaye', birthDate: null, said: 'They talk about everybody', writtenBy: null, dueOn: null, organisation: 'Fernlea Homes' };
