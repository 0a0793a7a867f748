import type { Complaint, ComplaintOrganisation, MyComplaint } from '@app/information-rights';

/** Invented data for the states of views. */
export const made: Complaint = {
  id: '0190aaaa-0000-7000-8000-0000000000a1', personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Eun-ji Park', birthDate: '1987-08-14', madeOn: '2026-11-30', how: 'phone', words: 'My letter went to the wrong flat', about: 'The man at the desk',
  spokeAlone: true, present: null, recordedBy: 'Jo Whitcombe', state: 'made', acknowledgeBy: '2026-12-30', acknowledgedOn: null, acknowledgedBy: null, answer: null, answeredOn: null, answeredBy: null, version: 1,
};
export const overdue: Complaint = { ...made, id: '0190aaaa-0000-7000-8000-0000000000a2', name: 'Dawit Tesfaye', birthDate: null, about: null, acknowledgeBy: '2026-12-01', how: 'online', spokeAlone: false, present: 'his brother' };
export const acknowledged: Complaint = { ...made, id: '0190aaaa-0000-7000-8000-0000000000a3', state: 'acknowledged', acknowledgedOn: '2026-12-02', acknowledgedBy: 'Fran Lister' };
export const answered: Complaint = { ...acknowledged, id: '0190aaaa-0000-7000-8000-0000000000a4', state: 'upheld', answer: 'We have your address right now, and have told the post room why.', answeredOn: '2026-12-05', answeredBy: 'Fran Lister' };
const mine: MyComplaint = { id: made.id, organisation: 'Marlshire County Council', madeOn: made.madeOn, words: made.words, state: 'made', acknowledgeBy: made.acknowledgeBy, acknowledgedOn: null, answer: null, answeredOn: null };
export const myComplaints: readonly MyComplaint[] = [mine, { ...mine, id: acknowledged.id, state: 'acknowledged', acknowledgedOn: '2026-12-02' }, { ...mine, id: answered.id, state: 'upheld', acknowledgedOn: '2026-12-02', answer: answered.answer, answeredOn: '2026-12-05' }];
export const organisations: readonly ComplaintOrganisation[] = [{ id: '0190aaaa-0000-7000-8000-0000000000d1', name: 'Age Well Brackenbridge' }, { id: '0190aaaa-0000-7000-8000-0000000000d2', name: 'Marlshire County Council' }];
