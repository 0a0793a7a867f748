import type { EndedRecord, LegalHold, PeriodStep, RetentionPeriod } from '@app/information-rights';

export const TODAY = '2026-12-09';

/** Invented data for the states of views. */
export const due: EndedRecord = {
  personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Harold Benbow', birthDate: '1931-02-11', recordType: 'care', lastOn: '2018-03-02', endedOn: '2026-03-02', years: 8, stands: 'due', because: null, keepUntil: null,
  decidedAt: null, decidedBy: null, mine: false, approvedAt: null, approvedBy: null, version: 0, others: 1,
};
export const alone: EndedRecord = { ...due, personId: '0190aaaa-0000-7000-8000-000000000002', name: 'Edie Marsh', birthDate: null, recordType: 'complaint', years: 10, others: 0 };
export const proposed: EndedRecord = { ...due, personId: '0190aaaa-0000-7000-8000-000000000003', name: 'Ivy Lund', stands: 'proposed', because: 'Nothing in it is needed', decidedAt: new Date('2026-12-01T10:00:00Z'), decidedBy: 'Gwen Prosser', version: 1 };
export const mine: EndedRecord = { ...proposed, decidedBy: 'Fran Lister', mine: true };
export const approved: EndedRecord = { ...proposed, personId: '0190aaaa-0000-7000-8000-000000000004', name: 'Tom Askew', stands: 'approved', approvedAt: new Date('2026-12-03T10:00:00Z'), approvedBy: 'Fran Lister', version: 2 };
export const held: EndedRecord = { ...due, personId: '0190aaaa-0000-7000-8000-000000000005', name: 'Ruth Garside', stands: 'held' };
export const kept: EndedRecord = { ...due, personId: '0190aaaa-0000-7000-8000-000000000006', name: 'Sam Orme', stands: 'kept', because: 'Her daughter has asked about adoption papers', keepUntil: '2028-03-31', decidedAt: new Date('2026-11-20T10:00:00Z'), decidedBy: 'Fran Lister', version: 1 };

export const published: RetentionPeriod = { recordType: 'care', years: 8, published: 8, countsFrom: 'last_contact', version: 0, because: null, setAt: null, setBy: null };
export const set: RetentionPeriod = { ...published, years: 6, version: 2, because: 'Decided by the records board', setAt: new Date('2026-10-01T09:00:00Z'), setBy: 'Fran Lister' };
export const none: RetentionPeriod = { ...published, years: null, published: null };
export const history: PeriodStep[] = [
  { version: 2, years: 6, because: 'Decided by the records board', setAt: new Date('2026-10-01T09:00:00Z'), setBy: 'Fran Lister' }, { version: 1, years: 10, because: 'Until the inquiry has ended', setAt: new Date('2025-02-03T09:00:00Z'), setBy: 'Gwen Prosser' },
];

export const hold: LegalHold = {
  id: '0190aaaa-0000-7000-8000-0000000000b1', personId: held.personId, name: held.name, birthDate: held.birthDate, kind: 'inquest', because: 'The coroner has written', since: '2026-06-01', reviewOn: '2027-01-15',
  placedAt: new Date('2026-06-01T09:00:00Z'), placedBy: 'Fran Lister', lookedAt: new Date('2026-09-01T09:00:00Z'), lookedBy: 'Gwen Prosser', lookedWords: 'The inquest is in spring', liftedAt: null, liftedBecause: null, liftedBy: null, version: 2,
};
export const overdue: LegalHold = { ...hold, id: '0190aaaa-0000-7000-8000-0000000000b2', kind: 'other', birthDate: null, reviewOn: '2026-12-01', lookedAt: null, lookedBy: null, lookedWords: null, version: 1 };
export const lifted: LegalHold = { ...hold, id: '0190aaaa-0000-7000-8000-0000000000b3', liftedAt: new Date('2026-11-02T09:00:00Z'), liftedBecause: 'The inquest is over', liftedBy: 'Fran Lister', version: 3 };
