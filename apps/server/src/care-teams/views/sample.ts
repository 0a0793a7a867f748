import { ProposedMember, type CircleMember, type Joining } from '@app/care-teams';
import type { WorkerRow } from '@app/identity';
import type { OrganisationRow } from '@app/organisations';
import { DIRECT_CARE } from '@app/persons';
import { identity } from '../../person/views/sample';
import type { ChosenHelper } from '../helper.desk';

/** Invented data for the states of views. */
const [AGE_WELL, COUNCIL] = ['0190aaaa-0000-7000-8000-0000000000a2', '0190aaaa-0000-7000-8000-0000000000a1'];
const SINCE = new Date('2026-10-05T09:00:00Z');

export const delphine: CircleMember = {
  id: '0190aaaa-0000-7000-8000-0000000000e1', rowVersion: 1, organisationId: AGE_WELL, organisation: 'Age Well Brackenbridge', sector: 'vcse', team: null, worker: 'Delphine Carter',
  jobTitle: 'Link worker', userId: '0190aaaa-0000-7000-8000-0000000000b3', phone: '01632 960333', hours: [], outOfHoursPhone: null, does: 'Brings her to the lunch club',
  doesNotDo: 'Medicines, or lifting', daysTimes: 'Tuesdays and Thursdays', categories: ['identity', 'about_me', 'plan', 'contacts'], discreet: false, knownTo: null, since: SINCE, mayChange: true, leads: false,
};

export const bareMember: CircleMember = {
  ...delphine, id: '0190aaaa-0000-7000-8000-0000000000e2', organisationId: COUNCIL, organisation: 'Marlshire County Council', sector: 'council_social_care', worker: null, jobTitle: null,
  team: 'Adult care', phone: null, does: 'Social work', doesNotDo: null, daysTimes: null, categories: [], mayChange: false,
};

export const ageWell: OrganisationRow = {
  id: AGE_WELL, code: 'AGE-WELL', name: 'Age Well Brackenbridge', sector: 'vcse', state: 'active', accessScope: 'named', phone: '01632 960330', outOfHoursPhone: null, postcode: null,
  discreetByDefault: false,
};

const worker: WorkerRow = {
  membershipId: '0190aaaa-0000-7000-8000-0000000000b4', userId: delphine.userId ?? '', name: 'Delphine Carter', jobTitle: 'Link worker', staffType: 'employed', keyWorkerTrained: false,
  phone: null, teamIds: [],
};

export const chosenAgeWell: ChosenHelper = { organisation: ageWell, restricted: false, teams: [], workers: [worker], preset: 'support', ownCategories: DIRECT_CARE };
export const chosenTrust: ChosenHelper = {
  organisation: { ...ageWell, name: 'Marl Valley Community Health Trust', sector: 'nhs_community', accessScope: 'team', discreetByDefault: true },
  restricted: false,
  teams: [{ id: '0190aaaa-0000-7000-8000-0000000000b5', organisationId: AGE_WELL, name: 'District nursing', dutyPhone: null, outOfHoursPhone: null }],
  workers: [worker], preset: 'direct', ownCategories: ['identity'],
};

/** The same for somebody whose record only named workers open. */
export const chosenByName: ChosenHelper = { ...chosenTrust, restricted: true, teams: [] };

export const proposed: ProposedMember = Object.assign(new ProposedMember(), {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000c7', ownerOrganisationId: identity.person.registeredBy, category: 'circle', audience: 'internal' as const, namedOrganisations: [], visibleToPerson: false,
  sealedTo: null, createdAt: new Date('2026-12-01T10:00:00Z'), createdBy: identity.person.createdBy, source: 'import', rowVersion: 1, name: 'Dorothy Marsh', role: 'Dietician', organisationName: 'Weir Hospital', organisationId: null,
  state: 'proposed' as const,
});
export const bareProposed: ProposedMember = Object.assign(new ProposedMember(), proposed, { id: '0190aaaa-0000-7000-8000-0000000000c8', name: 'Nurse Nancy', role: null, organisationName: null });

export const joining: Joining = {
  id: '0190aaaa-0000-7000-8000-0000000000cb', rowVersion: 1, organisation: 'Fernlea Homes', team: 'Repairs', worker: 'Martin Quill', jobTitle: 'Housing support officer', does: 'Mends the step at the door',
  doesNotDo: 'Anything about the rent', daysTimes: 'One visit, on a weekday', categories: ['identity', 'contacts', 'housing'], askedBy: 'Jo Whitcombe', askedFor: 'Marlshire County Council', askedAt: new Date('2026-12-01T10:00:00Z'),
};
export const bareJoining: Joining = { ...joining, id: '0190aaaa-0000-7000-8000-0000000000cc', organisation: 'Talk Again', team: null, worker: null, jobTitle: null, does: 'Visits', doesNotDo: null, daysTimes: null, categories: ['identity'] };
