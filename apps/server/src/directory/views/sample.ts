import type { ServiceRow } from '@app/directory';

/** Invented data for the states of views. */
export const warmHomes: ServiceRow = {
  id: '0190aaaa-0000-7000-8000-0000000000e1', organisationId: '0190aaaa-0000-7000-8000-0000000000a4', organisation: 'Warm Hearth', organisationState: 'active', accessScope: 'named',
  discreetByDefault: false, name: 'Warm and dry home', description: 'We look at damp, draughts and boilers, and help to pay for putting them right.\nWe come to the home twice.',
  needs: ['home', 'money'], eligibility: 'People who own or rent in Brackenbridge and have a condition that cold makes worse', area: 'Brackenbridge: Northgate, Weirside, Old Quarry, Ferry End',
  accessibility: 'We come to the home. BSL by appointment', referralRoutes: 'OneStory, or ring us', capacity: '6 homes a month', wait: 'about 3 weeks', waitAsOf: '2026-12-01',
  verifiedOn: '2026-12-01', cost: 'Free', phone: '01632 960192', email: 'hello@warmhearth.example', url: 'https://warmhearth.example', intake: [], externalId: null, state: 'listed',
  stateReason: null, source: 'ui', rowVersion: 2, takesReferrals: true,
};

export const bareService: ServiceRow = {
  ...warmHomes, id: '0190aaaa-0000-7000-8000-0000000000e2', organisation: 'Example Organization Inc.', organisationState: 'prospective', name: 'Community Counselling', description: 'Counselling.',
  needs: [], eligibility: null, area: null, accessibility: null, referralRoutes: null, capacity: null, wait: null, waitAsOf: null, verifiedOn: null, cost: null, phone: null, email: null,
  url: null, takesReferrals: false,
};

export const pausedService: ServiceRow = {
  ...warmHomes, id: '0190aaaa-0000-7000-8000-0000000000e3', name: 'Loft and draught visits', state: 'paused', stateReason: 'Our van is being repaired until February', takesReferrals: false, verifiedOn: '2026-01-05',
};
