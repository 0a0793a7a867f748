import type { Agreement, Impact } from '@app/organisations';

/** Invented data for the states of views. */
export const holds: Agreement = {
  id: '0190aaaa-0000-7000-8000-0000000000a1', name: 'Age Well Brackenbridge', sector: 'vcse', state: 'active', signedOn: '2025-04-01', expiresOn: '2027-03-31', version: 1, ours: false,
  since: null, because: null, by: null, byOrganisation: null,
};
export const bare: Agreement = { ...holds, id: '0190aaaa-0000-7000-8000-0000000000a2', name: 'Marlshire County Council', sector: 'council_social_care', signedOn: null, expiresOn: null, ours: true };
export const stopped: Agreement = {
  ...holds, state: 'suspended', version: 2, since: new Date('2026-12-08T15:20:00Z'), because: 'A laptop with records was stolen and was not encrypted', by: 'Fran Lister', byOrganisation: 'Marlshire County Council',
};
export const impact: Record<Impact, number> = { colleague: 4, helped: 11, lead: 1, step: 6, referral: 2, review: 0 };
export const noImpact: Record<Impact, number> = { colleague: 0, helped: 0, lead: 0, step: 0, referral: 0, review: 0 };
