import { CareAction, Goal, type PlanGlance } from '@app/care-plans';
import { Case } from '@app/cases';
import type { Alert } from '@app/contacts';
import type { Identity, PersonPage, TimelineEntry } from '@app/overviews';
import { AboutMe, type ContactPoint, type Person, type RelatedPerson } from '@app/persons';
import type { SafeRule } from '@app/sharing';
import type { PageContext } from '@app/web-kit';

/** Invented data for the states of views. */
export const TODAY = '2026-12-09';

export const keyWorker: PageContext = {
  user: { name: 'Jo Whitcombe', organisation: 'Marlshire County Council', kind: 'staff' },
  csrfToken: 'token',
  path: '/today',
  nav: null,
  navItems: [
    { href: '/today', text: 'Today', key: 'today' },
    { href: '/caseload', text: 'Caseload', key: 'caseload' },
    { href: '/people', text: 'People', key: 'people' },
  ],
};

/** Somebody who is neither health nor social care. */
export const landlord: PageContext = { ...keyWorker, user: { name: 'Steph Rowe', organisation: 'Fernlea Homes', kind: 'staff' } };

const AT = new Date('2026-12-01T10:00:00Z');
const item = {
  personId: '0190aaaa-0000-7000-8000-000000000001', ownerOrganisationId: '0190aaaa-0000-7000-8000-0000000000a1', category: 'identity', audience: 'circle', namedOrganisations: [],
  visibleToPerson: true, sealedTo: null, createdAt: AT, createdBy: '0190aaaa-0000-7000-8000-0000000000b1', source: 'ui', rowVersion: 1,
} as const;

const person: Person = {
  personId: item.personId, registeredBy: item.ownerOrganisationId, family: 'Plumtree-Oduya', given: 'Margery', preferred: 'Madge', pronouns: 'she/her', gender: null,
  birthDate: '1944-05-03', birthDateEstimated: false, nhsNumber: '9434765919', nhsNumberState: 'valid', nhsNumberAbsentBecause: null, languages: [], communicationNeeds: null,
  ethnicity: null, deceasedOn: null, restricted: false, identifiers: [], flags: [], source: 'ui', sourceReference: null, createdAt: AT,
  createdBy: item.createdBy, rowVersion: 1,
};

const alert = {
  ...item, id: '0190aaaa-0000-7000-8000-0000000000c1', namedOrganisations: [], kind: 'risk_to_staff', text: 'The dog is not used to visitors', whatToDo: 'Ring before you come in',
  state: 'active', reviewOn: '2027-03-01', endedAt: null, told: true,
} as Alert;

/** Everything about who the person is. */
export const identity: Identity = {
  person,
  nhsNumber: person.nhsNumber,
  showsNhsNumber: true,
  ownReference: { reference: null, version: 0 },
  keyWorker: {
    userId: item.createdBy, membershipId: '0190aaaa-0000-7000-8000-0000000000b2', name: 'Jo Whitcombe', jobTitle: 'Occupational therapist', organisationId: item.ownerOrganisationId,
    organisation: 'Marlshire County Council', phone: '01632 960010', hours: [], outOfHoursPhone: '01632 960099', since: AT, cover: null,
  },
  phone: '01632 960001',
  contactPoints: [],
  safeContact: [],
  alerts: [alert],
  sameName: { sameAddress: true, elsewhere: true },
  windDownUntil: null,
  emergency: null,
  viewsEmergencies: false,
};

/** For a reader who opened the record in an emergency. */
export const opened: Identity = { ...identity, emergency: { until: new Date('2026-12-09T13:30:00Z'), because: 'life_at_risk', reason: 'Found on the floor at home, cannot speak', alone: true } };

/** For a reader whose help has ended. */
export const closing: Identity = { ...identity, keyWorker: null, phone: null, alerts: [], windDownUntil: new Date('2026-12-23T00:00:00Z') };

/** As little as can be known of somebody, for a reader who is not health or social care. */
export const bareIdentity: Identity = {
  person: { ...person, preferred: null, birthDate: null, nhsNumber: null, nhsNumberState: 'absent', nhsNumberAbsentBecause: 'not_known_yet' },
  nhsNumber: null, showsNhsNumber: false, ownReference: { reference: null, version: 0 }, keyWorker: null, phone: null, contactPoints: [], safeContact: [], alerts: [], sameName: { sameAddress: false, elsewhere: false }, windDownUntil: null, emergency: null, viewsEmergencies: false,
};

/** As a landlord sees them. */
export const tenant: Identity = { ...identity, nhsNumber: null, showsNhsNumber: false, ownReference: { reference: 'FH-7001', version: 1 } };

const entry: TimelineEntry = {
  id: '0190aaaa-0000-7000-8000-0000000000d1', type: 'note', at: new Date('2026-12-08T14:30:00Z'), kind: 'visit', about: 'person', aboutName: null, subject: null,
  text: 'She walked to the gate and back.\nShe would like to go to the lunch club again.', nextStep: 'Ask Age Well about Thursdays', state: 'amended', author: 'Jo Whitcombe',
  ownerOrganisationId: item.ownerOrganisationId, organisation: 'Marlshire County Council', sector: 'council_social_care', category: 'contacts', audience: 'circle',
  namedOrganisations: [], onlyPeople: false, visibleToPerson: true, correctsId: null, recordedAt: new Date('2026-12-08T15:00:00Z'), rowVersion: 2,
};

/** A note with its correction, an attempt, an imported appointment and a change of state; newest first. */
export const entries: TimelineEntry[] = [
  { ...entry, id: '0190aaaa-0000-7000-8000-0000000000d2', correctsId: entry.id, text: 'The lunch club is on Tuesdays.', nextStep: null, state: 'recorded', recordedAt: new Date('2026-12-09T09:05:00Z'), rowVersion: 1 },
  entry,
  { ...entry, id: '0190aaaa-0000-7000-8000-0000000000d3', at: new Date('2026-12-05T09:00:00Z'), kind: 'phone', about: 'attempt', text: 'No answer.', nextStep: null, state: 'recorded', audience: 'internal', visibleToPerson: false },
  { ...entry, id: '0190aaaa-0000-7000-8000-0000000000d4', at: new Date('2026-12-04T09:00:00Z'), kind: 'encounter', about: 'person', text: 'Blood pressure check', nextStep: null, state: 'recorded', author: null, organisation: 'Fernlea Surgery', category: 'health' },
  { ...entry, id: '0190aaaa-0000-7000-8000-0000000000d5', type: 'change', at: new Date('2026-12-01T10:00:00Z'), kind: 'Case', about: null, text: 'Her daughter is worried', nextStep: null, state: 'awaiting_key_worker', correctsId: null },
];

const openCase = Object.assign(new Case(), {
  ...item, id: '0190aaaa-0000-7000-8000-0000000000e1', placeId: null, state: 'active', reason: 'Her daughter is worried about falls', openedAt: AT, closedAt: null, closeReason: null,
  contactEveryDays: 14, lastConversationAt: new Date('2026-11-20T10:00:00Z'), nextReviewOn: '2026-11-30', whoToRing: null, integratedTeamId: null, complexity: 'usual',
});
const aboutMe: Partial<AboutMe>[] = [
  { id: '0190aaaa-0000-7000-8000-0000000000f1', heading: 'matters_most', text: 'My garden, and being asked before things are moved.', voice: 'self', lastConfirmedOn: '2026-10-02' },
  { id: '0190aaaa-0000-7000-8000-0000000000f2', heading: 'how_to_communicate', text: 'She hears better on the left.', voice: 'carer', lastConfirmedOn: '2026-10-02' },
];
const told = (id: string, heading: AboutMe['heading'], text: string, voice: AboutMe['voice'], more: Partial<AboutMe> = {}): AboutMe => Object.assign(new AboutMe(), {
  ...item, id: `0190aaaa-0000-7000-8000-00000000a0${id}`, category: 'about_me', heading, text, voice, language: null, lastConfirmedOn: '2026-10-02', state: 'said', answersId: null, own: false,
  writtenByName: 'Jo Whitcombe', confirmedByName: null, toldAgain: 0, endedAt: null, endedBecause: null,
}, more);
/** What she told: long ago and asked for again, by her daughter, by herself with other words suggested, and before. */
export const toldAboutMe: AboutMe[] = [
  told('01', 'matters_most', 'My garden, and being asked before things are moved.', 'self', { lastConfirmedOn: '2025-03-02', toldAgain: 2 }),
  told('02', 'how_to_communicate', 'She hears better on the left.', 'carer', { confirmedByName: 'Delphine Carter' }),
  told('03', 'please_do', 'Open the window when I sing.', 'self', { own: true, writtenByName: 'Margery Plumtree-Oduya' }),
  told('04', 'please_do', 'Open the window when I sing, but not in winter.', 'professional', { state: 'suggested', answersId: '0190aaaa-0000-7000-8000-00000000a003', writtenByName: 'Idris Vaughan' }),
  told('05', 'please_do', 'Open the window.', 'self', { state: 'ended', endedAt: AT, endedBecause: 'replaced' }),
];
const relative: Partial<RelatedPerson> = {
  id: '0190aaaa-0000-7000-8000-0000000000f3', name: 'Ayo Oduya', relation: 'Daughter', phone: '01632 960002', mainCarer: true, emergencyContact: true, livesWith: false, mustNotBeTold: 'about the money worries',
};
const points: Partial<ContactPoint>[] = [
  { id: '0190aaaa-0000-7000-8000-0000000000f4', kind: 'address', value: '4 Mill Lane, Fernlea', postcode: 'ZZ99 3VZ', protected: true },
  { id: '0190aaaa-0000-7000-8000-0000000000f5', kind: 'phone', value: '01632 960001', postcode: null, protected: false },
];
const ringWithCare: SafeRule = {
  id: '0190aaaa-0000-7000-8000-0000000000f8', channel: 'phone', allowed: true, whoAnswers: 'Her son, most days', times: 'Weekday mornings', voicemail: false, codeWord: null, since: AT, until: null,
  recordedBy: 'Jo Whitcombe', knownTo: null,
};
const member: PersonPage['circle'][number] = {
  id: '0190aaaa-0000-7000-8000-0000000000f6', rowVersion: 1, organisationId: '0190aaaa-0000-7000-8000-0000000000a2', organisation: 'Age Well Marlshire', sector: 'vcse', team: null, worker: 'Delphine Carter',
  jobTitle: 'Link worker', userId: null, phone: '01632 960020', hours: [], outOfHoursPhone: null, does: 'Lunch club, lifts', doesNotDo: 'Medicines', daysTimes: 'Tuesdays', categories: ['plan', 'contacts'],
  discreet: false, knownTo: null, since: AT, mayChange: true, leads: false,
};

const glance: PlanGlance = {
  goals: [Object.assign(new Goal(), { ...item, id: '0190aaaa-0000-7000-8000-0000000000e2', itemId: '0190aaaa-0000-7000-8000-0000000000e3', text: 'Sing the Fauré at Easter', targetOn: '2027-03-28', state: 'active' })],
  actions: [
    Object.assign(new CareAction(), { ...item, id: '0190aaaa-0000-7000-8000-0000000000e4', itemId: '0190aaaa-0000-7000-8000-0000000000e5', what: 'Ask for a lift', doerKind: 'organisation', doerName: 'Delphine Carter', doerOrganisationId: null, dueOn: '2026-12-01', state: 'open' }),
    Object.assign(new CareAction(), { ...item, id: '0190aaaa-0000-7000-8000-0000000000e6', itemId: '0190aaaa-0000-7000-8000-0000000000e7', what: 'Practise on the stool', doerKind: 'person', doerName: null, doerOrganisationId: null, dueOn: null, state: 'open' }),
  ],
  organisations: new Map(),
};

/** Everything on one person's page. */
export const fullPage: PersonPage = {
  ...identity, person: { ...person, languages: [{ language: 'Yoruba', interpreterNeeded: true }], communicationNeeds: 'Hears better on the left' }, case: openCase, team: 'Northgate and Weirside Integrated Neighbourhood Team', contactPoints: points as ContactPoint[], safeContact: [ringWithCare],
  aboutMe: aboutMe as AboutMe[], relatives: [relative as RelatedPerson],
  circle: [member, { ...member, id: '0190aaaa-0000-7000-8000-0000000000f7', worker: null, jobTitle: null, phone: null, doesNotDo: null, daysTimes: null, categories: [], discreet: true, knownTo: ['Anita Bose', 'Jo Whitcombe'] }],
  plan: glance, timeline: entries, joined: [], yourCategories: ['identity', 'about_me', 'plan', 'contacts'], toldOfSharing: true,
};

/** A person of whom nothing is known yet. */
export const barePage: PersonPage = {
  ...bareIdentity, case: null, team: null, aboutMe: [], relatives: [], circle: [], plan: { goals: [], actions: [], organisations: new Map() }, timeline: [], joined: [], yourCategories: [], toldOfSharing: false,
};
