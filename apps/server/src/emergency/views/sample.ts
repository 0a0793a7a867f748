import { EmergencyOpening, type OneOpening } from '@app/sharing';
import { identity } from '../../person/views/sample';

/** Invented data for the states of views. */
export const NOW = new Date('2026-12-09T09:05:00Z');

const opening = Object.assign(new EmergencyOpening(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000ea', userId: '0190aaaa-0000-7000-8000-0000000000b5', userName: 'Sasha Reid', organisationId: '0190aaaa-0000-7000-8000-0000000000a5',
  because: 'life_at_risk', reason: 'Found on the floor at home by a neighbour, cannot speak. We need to know whom to ring.', openedAt: new Date('2026-12-05T22:40:00Z'), until: new Date('2026-12-06T02:40:00Z'), stopped: false,
  concerned: ['0190aaaa-0000-7000-8000-0000000000a1'], told: [], excluded: [], state: 'to_review', outcome: null, reviewWords: null, reviewedBy: null, reviewerName: null, reviewedAt: null, rowVersion: 1,
} satisfies Partial<EmergencyOpening>);

export const waiting: OneOpening = { opening, organisation: 'Marlshire Ambulance Service', person: { name: 'Margery Plumtree-Oduya', opens: false }, mayReview: true };
export const fresh: OneOpening = { ...waiting, opening: Object.assign(new EmergencyOpening(), opening, { id: '0190aaaa-0000-7000-8000-0000000000eb', because: 'missing', openedAt: new Date('2026-12-09T08:50:00Z'), until: new Date('2026-12-09T12:50:00Z') }) };
export const stopped: OneOpening = { ...waiting, person: null, opening: Object.assign(new EmergencyOpening(), opening, { id: '0190aaaa-0000-7000-8000-0000000000ec', stopped: true, userName: 'Lee Marsh' }), organisation: 'Fernlea Homes' };
export const reviewed: OneOpening = {
  ...waiting, mayReview: false, person: { name: 'Margery Plumtree-Oduya', opens: true },
  opening: Object.assign(new EmergencyOpening(), opening, {
    id: '0190aaaa-0000-7000-8000-0000000000ed', state: 'reviewed', outcome: 'justified', reviewWords: null, reviewedBy: '0190aaaa-0000-7000-8000-0000000000b6', reviewerName: 'Fran Lister', reviewedAt: new Date('2026-12-07T10:00:00Z'), rowVersion: 2,
  }),
};
