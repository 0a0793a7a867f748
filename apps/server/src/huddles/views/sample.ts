import { Huddle, HuddleLine, type Colleague, type PutDown } from '@app/huddles';
import { identity } from '../../person/views/sample';
import type { HuddleModel, HuddlesModel, LineModel } from '../huddles.desk';

/** Invented data for the states of views: a huddle in which Margery is talked about. */
const { personId, registeredBy, createdBy } = identity.person;
const TEAM = { id: '0190aaaa-0000-7000-8000-000000008000', name: 'Northgate & Weirside Integrated Neighbourhood Team' };
export const colleagues: Colleague[] = [
  { membershipId: '0190aaaa-0000-7000-8000-000000008001', name: 'Tamsin Lowe', organisation: 'Brackenbridge Primary Care Network' },
  { membershipId: '0190aaaa-0000-7000-8000-000000008002', name: 'Idris Vaughan', organisation: 'Marl Valley Community Health Trust' },
  { membershipId: '0190aaaa-0000-7000-8000-000000008003', name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' },
];
const huddle: Huddle = Object.assign(new Huddle(), {
  id: '0190aaaa-0000-7000-8000-000000008010', integratedTeamId: TEAM.id, heldOn: '2026-12-08', chairMembershipId: colleagues[0]?.membershipId ?? '', chairName: 'Tamsin Lowe', attendees: colleagues.map(({ membershipId }) => membershipId), endedAt: null, rowVersion: 1,
} satisfies Huddle);
export const aLine = (traits: Partial<HuddleLine> = {}): HuddleLine => Object.assign(new HuddleLine(), {
  personId, id: '0190aaaa-0000-7000-8000-000000008020', ownerOrganisationId: registeredBy, category: 'circle', audience: 'circle', namedOrganisations: [], visibleToPerson: false, sealedTo: null, createdAt: new Date('2026-12-08T09:15:00Z'), createdBy,
  source: 'ui', rowVersion: 1, huddleId: huddle.id, outcome: null, decided: null, doerMembershipId: null, doerName: null, dueOn: null, reviewId: null, stays: null, ...traits,
} satisfies Partial<HuddleLine>);

export const start: HuddlesModel = { teams: [TEAM], team: TEAM, huddles: [huddle], today: null, colleagues };
const seen = { huddle, team: TEAM.name, isOpen: true, isChair: true, there: colleagues };
export const acted = aLine({ outcome: 'action', decided: 'Rings her about the boiler', doerMembershipId: colleagues[1]?.membershipId ?? null, doerName: 'Idris Vaughan, Marl Valley Community Health Trust', dueOn: '2026-12-11', stays: true });
const lastTime: PutDown = { personId, decided: 'Asks the practice about her tablets', doerName: 'Delphine Carter, Age Well Brackenbridge', dueOn: '2026-12-04' };
export const page: HuddleModel = {
  ...seen, colleagues, others: [{ personId, name: 'Rasheed Miah', birthDate: '1955-02-02', reasons: [] }],
  listed: [{ line: aLine(), name: 'Margery Plumtree-Oduya', preferred: null, birthDate: '1944-05-03', reasons: ['quiet', 'review', 'put'], lastTime }, { line: { ...acted, id: '0190aaaa-0000-7000-8000-000000008021' }, name: 'Derek Hallam', preferred: null, birthDate: '1959-11-11', reasons: [], lastTime: null }],
};
export const line: LineModel = { ...seen, identity, line: aLine(), reasons: ['quiet', 'put'], lastTime, hearing: colleagues.slice(0, 2), leaving: colleagues.slice(2), mayReview: true, planned: null };
