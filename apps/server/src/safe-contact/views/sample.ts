import type { PersonRound, SafeRule, SafeRules } from '@app/sharing';

/** Invented data for the states of views. */
const phone: SafeRule = {
  id: '0190aaaa-0000-7000-8000-0000000000a7', channel: 'phone', allowed: true, whoAnswers: 'Her son Piotr, most days', times: 'Weekdays, 10:00 to 14:00', voicemail: false, codeWord: 'The library book',
  since: new Date('2026-11-03T10:00:00Z'), until: null, recordedBy: 'Jo Whitcombe', knownTo: null,
};
const post: SafeRule = { ...phone, id: '0190aaaa-0000-7000-8000-0000000000a8', channel: 'post', allowed: false, whoAnswers: null, times: null, voicemail: null, codeWord: null, knownTo: ['Anita Bose', 'Jo Whitcombe'] };

export const rules: SafeRules = { version: 3, live: [phone, post], ended: [{ ...phone, id: '0190aaaa-0000-7000-8000-0000000000a9', times: 'Any time', voicemail: true, until: new Date('2026-11-03T10:00:00Z') }] };
export const noRules: SafeRules = { version: 0, live: [], ended: [] };

const jo: PersonRound = { userId: '0190aaaa-0000-7000-8000-0000000000b1', membershipId: '0190aaaa-0000-7000-8000-0000000000b2', name: 'Jo Whitcombe', jobTitle: 'Social worker', organisation: 'Marlshire County Council', byName: true };
export const round: PersonRound[] = [jo, { ...jo, userId: '0190aaaa-0000-7000-8000-0000000000b3', membershipId: '0190aaaa-0000-7000-8000-0000000000b4', name: 'Anita Bose', jobTitle: 'Adviser', organisation: 'Haven Row' }];
