import { Case } from '@app/cases';
import { fullPage, identity } from '../../person/views/sample';
import type { Asked } from '@app/key-workers';
import type { Choice, KeyWorkerModel } from '../key-worker.desk';

/** Invented data for the states of views. */
const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000f${String(n).padStart(3, '0')}`;

export const priya: Choice = {
  membershipId: id(1), userId: id(2), name: 'Priya Nair', jobTitle: 'Occupational therapist', organisationId: id(3), organisation: 'Marl Valley Community Health Trust', cases: 11, points: 24,
  capacity: 30, before: true, lastAllocatedAt: new Date('2026-11-20T10:00:00Z'), recommended: true, over: false,
};
export const idris: Choice = { ...priya, membershipId: id(4), userId: id(5), name: 'Idris Vaughan', jobTitle: 'District nurse lead', cases: 1, points: 2, capacity: null, before: false, recommended: false };
export const bernadette: Choice = { ...idris, membershipId: id(6), userId: id(7), name: 'Bernadette Coyle', jobTitle: 'Community matron', cases: 16, points: 30, capacity: 30, over: true };

const openCase = fullPage.case;
if (!openCase) throw new Error('The sample has a case');

const asked: Asked = {
  id: id(8), membershipId: priya.membershipId, name: priya.name, organisation: priya.organisation, askedBy: 'Denise Marchetti', askedAt: new Date('2026-12-07T10:00:00Z'), answerBy: '2026-12-10',
  handoverOf: null, mine: false,
};

/** Nobody leads, and somebody can be asked. */
export const full: KeyWorkerModel = {
  identity: { ...identity, keyWorker: null }, case: openCase, asked: null, lapsed: false, waitingSince: new Date('2026-11-25T09:00:00Z'), mayDecide: true, choices: [priya, idris, bernadette],
};
export const led: KeyWorkerModel = {
  ...full, waitingSince: null,
  identity: { ...identity, keyWorker: identity.keyWorker && { ...identity.keyWorker, cover: { name: 'Adaeze Nwosu', phone: '01632 960012', until: new Date('2026-12-19T00:00:00Z') } } },
};
export const askedOfOther: KeyWorkerModel = { ...full, asked, choices: [priya] };
export const askedOfMe: KeyWorkerModel = { ...full, asked: { ...asked, mine: true, handoverOf: id(9) }, mayDecide: false, choices: [] };
/** For somebody who decides nothing. */
export const unknown: KeyWorkerModel = { ...full, mayDecide: false, choices: [] };
/** More than can be shown at once, all with as much as was agreed. */
export const over: KeyWorkerModel = { ...full, choices: Array.from({ length: 10 }, (_, n) => ({ ...bernadette, membershipId: id(20 + n), name: `Worker ${n + 1}` })) };
export const closed: KeyWorkerModel = { ...unknown, waitingSince: null, case: Object.assign(new Case(), openCase, { state: 'closed' }) };
