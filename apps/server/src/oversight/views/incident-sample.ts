import type { Incident } from '@app/oversight';

/** Invented data for the states of views. */
export const NOW = new Date('2026-12-09T12:00:00Z');
export const open: Incident = {
  id: '0190aaaa-0000-7000-8000-0000000000c1', kind: 'wrong_person', at: new Date('2026-12-08T09:30:00Z'), personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03', reportedBy: 'Jo Whitcombe',
  readers: [{ name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' }], caused: false, reportBy: new Date('2026-12-11T09:30:00Z'), done: null, notToldBecause: null, reportable: null, reportableBecause: null, reportedOn: null,
  closedAt: null, closedBy: null,
};
export const late: Incident = { ...open, id: '0190aaaa-0000-7000-8000-0000000000c2', kind: 'breach', at: new Date('2026-12-01T09:30:00Z'), reportBy: new Date('2026-12-04T09:30:00Z'), personId: null, name: null, birthDate: null, reportedBy: null, readers: [] };
export const caused: Incident = { ...open, caused: true };
export const closed: Incident = {
  ...open, id: '0190aaaa-0000-7000-8000-0000000000c3', done: 'The reader was rung and had not used it', notToldBecause: null, reportable: true, reportableBecause: 'It said where somebody lives', reportedOn: '2026-12-09', closedAt: new Date('2026-12-09T10:00:00Z'), closedBy: 'Fran Lister',
};
export const closedQuietly: Incident = { ...closed, notToldBecause: 'It would have frightened them for nothing', reportable: false, reportableBecause: 'One colleague read two lines', reportedOn: null };
