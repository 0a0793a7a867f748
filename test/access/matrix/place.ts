import { newId } from '@app/kernel';
import { signInAs, type TestApp, type Visitor } from '../../support/app';
import { aService } from '../../support/services';
import { anOrganisation, aTeam, aUser, aWorker, PASSWORD, type TestOrganisation, type TestUser, type TestWorker } from '../../support/staff';
import { aFamilyName } from '../../journeys/people';
import { insert, type Row } from './insert';
import type { Caller } from './callers';
import { planRows } from './plan';

/** A place with everybody in it, each signed in. */
export interface Place {
  readonly app: TestApp;
  readonly practice: TestOrganisation;
  readonly council: TestOrganisation;
  readonly charity: TestOrganisation;
  readonly hospice: TestOrganisation;
  readonly elsewhere: TestOrganisation;
  /** joins nobody's circle before a test adds it */
  readonly newcomer: TestOrganisation;
  readonly north: string;
  /** what the newcomer offers */
  readonly service: string;
  /** what is offered elsewhere, and was asked for */
  readonly asked: string;
  readonly users: ReadonlyMap<Caller, TestUser | TestWorker>;
  readonly visitors: ReadonlyMap<Caller, Visitor>;
}

/** One person and what stands about them, under the names that addresses use. */
export interface Subject {
  readonly person: string;
  readonly family: string;
  readonly note: string;
  readonly member: string;
  /** how it is safe to visit: known to everybody who works with them */
  readonly rule: string;
  /** an address that everybody sees, a number that only the worker of the practice knows, and what keeps out the excluded worker */
  readonly point: string;
  readonly hidden: string;
  readonly exclusion: string;
  readonly incident: string;
  /** sent by the practice to the unrelated worker */
  readonly referral: string;
  /** brought by an import of the practice: a concern to look at, and a helper who was named */
  readonly alert: string;
  readonly proposed: string;
  /** by the emergency viewer, yesterday */
  readonly opening: string;
  /** against the charity, explained; written down by the practice */
  readonly objection: string;
  /** asked by the practice about somebody elsewhere, and not answered */
  readonly question: string;
  /** what the person says of the practice's note, which is not answered; and the note, as such an address names it */
  readonly correction: string;
  readonly kind: string;
  readonly item: string;
  readonly case: string;
  /** the plan that is published, the draft of the next, a step of it, its goal */
  readonly version: string;
  readonly draft: string;
  readonly action: string;
  readonly goal: string;
  /** somebody of her family, written down by the practice */
  readonly relative: string;
  /** what she told of herself, by the practice */
  readonly told: string;
  /** for that plan, by the named worker, and not answered yet */
  readonly suggestion: string;
  /** held by the council, to which everybody is asked */
  readonly review: string;
  readonly invitee: string;
  /** written down for the charity, which has not said whether it is right */
  readonly contribution: string;
  /** a point of the review, put down for the charity */
  readonly topic: string;
  /** a huddle of the team of the case, chaired by the team manager, and the line of the person on its list */
  readonly huddle: string;
  readonly line: string;
  /** a colleague of the practice who knows them; what its lead holds back; an entry of who looked */
  readonly known: string;
  readonly held: string;
  /** another record of theirs at the practice, of which is proposed, or stands, that it goes on in this one */
  readonly merge: string;
  readonly entry: string;
  /** what stood out of a colleague of the practice */
  readonly finding: string;
  /** a copy that the practice is asked for, and one that it gave, also on the person's own page */
  readonly part: string;
  readonly copy: string;
  /** what they complain of to the practice */
  readonly complaint: string;
  /** what the practice holds back of theirs */
  readonly hold: string;
}

export const userIn = (place: Place, caller: Caller): TestWorker => place.users.get(caller) as TestWorker;
export const visitorIn = (place: Place, caller: Caller): Visitor => place.visitors.get(caller) as Visitor;

export async function aPlace(app: TestApp): Promise<Place> {
  const practice = await anOrganisation(app, { name: 'Brook Lane Surgery', sector: 'nhs_primary' });
  const council = await anOrganisation(app, { name: 'Marlshire County Council', accessScope: 'team' });
  const charity = await anOrganisation(app, { name: 'Age Well', sector: 'vcse', accessScope: 'named' });
  const advocacy = await anOrganisation(app, { name: 'Speak Up', sector: 'advocacy', accessScope: 'named' });
  const hospice = await anOrganisation(app, { name: 'Larkfield Hospice', sector: 'nhs_community' });
  const elsewhere = await anOrganisation(app, { name: 'Elsewhere Surgery', sector: 'nhs_primary' });
  const newcomer = await anOrganisation(app, { name: 'Newcomer Service', sector: 'nhs_community' });
  const [north, south] = [await aTeam(app, council, 'North'), await aTeam(app, council, 'South')];
  const users = new Map<Caller, TestUser | TestWorker>();
  const staff = async (caller: Caller, organisation: TestOrganisation, traits: Parameters<typeof aWorker>[2] = {}): Promise<void> => {
    users.set(caller, await aWorker(app, organisation, { name: caller, keyWorkerTrained: true, ...traits }));
  };
  await staff('worker of the practice', practice);
  await staff('worker of the team', council, { teamIds: [north] });
  await staff('named worker', charity);
  await staff('team manager', practice, { roles: ['team_manager'] });
  await staff('emergency viewer', practice, { roles: ['emergency_viewer'] });
  await staff('advocate', advocacy, { roles: ['advocate'] });
  await staff('colleague outside the team', council, { teamIds: [south] });
  await staff('unrelated worker', elsewhere);
  await staff('worker after the end', hospice);
  await staff('excluded worker', practice);
  await staff('information-governance lead', practice, { roles: ['ig_lead'] });
  await staff('administrator', practice, { roles: ['org_admin'] });
  await staff('place manager', practice, { roles: ['place_manager'] });
  await staff('system administrator', practice, { roles: ['system_admin'] });
  await staff('lead elsewhere', elsewhere, { roles: ['ig_lead'] });
  await staff('administrator elsewhere', elsewhere, { roles: ['org_admin'] });
  for (const caller of ['person', 'another person'] as const) users.set(caller, await aUser(app, { name: caller, kind: 'person' }));
  for (const caller of ['family carer', 'carer of another'] as const) users.set(caller, await aUser(app, { name: caller, kind: 'carer' }));
  const visitors = new Map<Caller, Visitor>();
  for (const [caller, { email }] of users) visitors.set(caller, await signInAs(app, email, PASSWORD));

  const service = await aService(app, newcomer, { name: 'Lunch at home' });
  const asked = await aService(app, elsewhere, { name: 'Lunch elsewhere' });
  return { app, service, asked, practice, council, charity, hospice, elsewhere, newcomer, north, users, visitors };
}

/** The worker of the team leads, or is asked to. */
const keyWorker = (place: Place, of: string, stands: 'asked' | 'led'): Row => ({
  case_id: of, membership_id: userIn(place, 'worker of the team').membershipId, kind: 'lead', proposed_at: days(-1), person_preference: false, handover_done: [],
  ...(stands === 'led' ? { state: 'accepted', accepted_at: days(-1) } : { state: 'proposed', answer_by: days(2).slice(0, 10), owner_organisation_id: place.council.id, audience: 'named', named_organisations: [place.practice.id] }),
});

/** The worker of the practice has looked at the timeline. */
const anEntry = async (place: Place, person: string): Promise<string> => {
  const { userId, organisation } = userIn(place, 'worker of the practice');
  const [event] = await place.app.sql<{ seq: string }>(
    `insert into audit_event (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id) values ($1, $2, $3, 'direct-care', 'read', 'Timeline', 'done', $4) returning seq`, [newId(), userId, organisation.id, person]);
  return event?.seq ?? '';
};

const GIVEN = ['identity', 'about_me', 'circle', 'plan', 'contacts', 'health', 'access_log'];
const DAY = 86_400_000;
const days = (n: number): string => new Date(Date.now() + n * DAY).toISOString();

/** A review that the council holds, to which everybody is asked; an advocate is still to be found. */
function reviewRows(place: Place, subject: Subject, item: (id: string, own: Row) => Row, state: string): Record<string, Row[]> {
  const { userId, membershipId } = userIn(place, 'worker of the team');
  const named = [place.practice.id, place.charity.id, userIn(place, 'advocate').organisation.id];
  const own = { owner_organisation_id: place.council.id, created_by: userId, category: 'circle', audience: 'named', named_organisations: named };
  return {
    review: [item(subject.review, {
      ...own, case_id: subject.case, kind: 'planned', occasion: 'time', mode: 'meeting', state, due_on: days(10).slice(0, 10), starts_at: state === 'due' ? null : days(9), minutes: 45, chair_name: 'worker of the team', chair_membership_id: membershipId,
      return_by: days(12).slice(0, 10), moved_at: days(-2), sequence: 0,
    })],
    review_invitee: [
      item(subject.invitee, { ...own, review_id: subject.review, kind: 'advocate', key: 'advocate', name: 'An advocate', organisation_id: null, state: 'invited', owner_name: 'worker of the team', owner_membership_id: membershipId, do_by: days(8).slice(0, 10) }),
      item(newId(), { ...own, review_id: subject.review, kind: 'organisation', key: `organisation:${place.charity.id}`, name: 'Age Well', organisation_id: place.charity.id, state: 'invited', owner_name: null, owner_membership_id: null, do_by: null }),
    ],
    review_item: [item(subject.topic, { ...own, review_id: subject.review, kind: 'topic', question: 'Who rings?', position: 0, outcome: 'action', decided: 'Ring on Sundays', doer_kind: 'organisation', doer_organisation_id: place.charity.id, doer_name: 'Age Well', due_on: days(20).slice(0, 10) })],
    review_contribution: [item(subject.contribution, { ...own, review_id: subject.review, kind: 'update', text: 'The lift is broken', author_name: 'worker of the team', sent_at: days(-1), said_by_name: 'named worker', said_by_organisation_id: place.charity.id })],
  };
}

/** The huddle of today of a team of its own, under one id, which the team manager manages and chairs. */
async function aHuddle({ app, practice, users }: Place, id: string): Promise<void> {
  const { membershipId } = users.get('team manager') as TestWorker;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  await insert(app, {
    integrated_team: [{ id, name: `Integrated ${id}`, host_organisation_id: practice.id }],
    integrated_team_member: [{ integrated_team_id: id, membership_id: membershipId, manages: true }],
    huddle: [{ id, integrated_team_id: id, held_on: today, chair_membership_id: membershipId, chair_name: 'team manager', attendees: [membershipId], row_version: 1 }],
  });
}

/** A person whom everybody in `OPENS` may open, and nobody in `BLIND`; or, `of: 'others'`, one whom only another practice knows. */
export async function aSubject(place: Place, traits: { of?: 'ours' | 'others'; hasCase?: boolean; stands?: 'asked' | 'led'; hasDraft?: boolean; drafted?: string; referral?: string; objection?: string; review?: string; joined?: boolean } = {}): Promise<Subject> {
  const ours = traits.of !== 'others';
  const [person, note, twin] = [newId(), newId(), newId()];
  const subject: Subject = { person, family: aFamilyName(), note, member: newId(), incident: newId(), case: newId(), version: newId(), draft: newId(), action: newId(), goal: newId(), told: newId(), relative: newId(), referral: newId(), alert: newId(), proposed: newId(), known: newId(), held: newId(), merge: newId(), finding: newId(), part: newId(), copy: newId(), complaint: newId(), hold: newId(), entry: await anEntry(place, person), opening: newId(), objection: newId(), rule: newId(), point: newId(), hidden: newId(), exclusion: newId(), question: newId(), correction: newId(), suggestion: newId(), review: newId(), invitee: newId(), contribution: newId(), topic: newId(), huddle: newId(), line: newId(), kind: 'ContactNote', item: note };
  const coordinator = ours ? place.council.id : place.elsewhere.id;
  const registrar = ours ? place.practice : place.elsewhere;
  const author = userIn(place, ours ? 'worker of the practice' : 'unrelated worker');
  const made = { person_id: subject.person, source: 'system', created_at: days(-10), created_by: author.userId, row_version: 1 };
  const [council, charity] = [newId(), newId()];
  const [asks, asked] = [newId(), newId()];
  const relation = (id: string, organisation: string | null, kind: string, scope: string, basis: string, ends = 'infinity'): Row => ({
    ...made, id, organisation_id: organisation, scope_kind: kind, scope_id: scope, basis, categories: GIVEN, starts: days(-10), ends, discreet: false, sealed_to: null,
  });
  const decision = (organisation: string): Row => ({
    ...made, id: newId(), organisation_id: organisation, permit: true, objection: false, categories: GIVEN, authority: 'implied_direct_care', present: [], starts: days(-10), ends: 'infinity',
    created_for: registrar.id,
  });
  const item = (id: string, own: Row): Row => ({
    ...made, id, owner_organisation_id: registrar.id, category: 'identity', audience: 'circle', named_organisations: [], visible_to_person: true, sealed_to: null, ...own,
  });
  const inCircle = ours
    ? [
      relation(council, place.council.id, 'team', place.north, 'care_team'),
      relation(charity, place.charity.id, 'membership', userIn(place, 'named worker').membershipId, 'care_team'),
      relation(newId(), userIn(place, 'advocate').organisation.id, 'membership', userIn(place, 'advocate').membershipId, 'advocate'),
      relation(newId(), place.hospice.id, 'organisation', place.hospice.id, 'care_team', days(-1)),
    ]
    : [];
  if (ours) await aHuddle(place, subject.huddle);
  const [own, carer] = ours ? (['person', 'family carer'] as const) : (['another person', 'carer of another'] as const);
  await insert(place.app, {
    person: [{
      ...made, registered_by: registrar.id, family: subject.family, given: 'Margery', birth_date: '1944-05-03', birth_date_estimated: false, nhs_number_state: 'absent',
      nhs_number_absent_because: 'other', languages: [], restricted: false, identifiers: [], flags: [],
    }, { ...made, person_id: twin, registered_by: registrar.id, family: aFamilyName(), given: 'Margery', birth_date: null, birth_date_estimated: false, nhs_number_state: 'absent', nhs_number_absent_because: 'other', languages: [], restricted: false, identifiers: [], flags: [] }],
    person_merge: [{
      id: subject.merge, kept: person, merged: twin, state: traits.joined ? 'confirmed' : 'proposed', because: 'One letter', proposed_by: author.userId, proposed_by_name: author.name, proposed_for: registrar.id, proposed_at: days(-2), row_version: 1,
      ...(traits.joined ? { decided_by: userIn(place, 'information-governance lead').userId, decided_by_name: 'lead', decided_because: 'x', decided_at: days(-1) } : {}),
    }],
    relationship: [
      relation(newId(), registrar.id, 'organisation', registrar.id, 'registered'), { ...relation(newId(), registrar.id, 'organisation', registrar.id, 'registered'), person_id: twin }, ...inCircle,
      relation(newId(), null, 'user', userIn(place, own).userId, 'own'), relation(newId(), null, 'user', userIn(place, carer).userId, 'carer'),
    ],
    sharing_decision: ours ? [place.council, place.charity, place.hospice].map(({ id }) => decision(id)) : [],
    exclusion: [{ ...made, id: subject.exclusion, user_id: userIn(place, 'excluded worker').userId, kind: 'relative', starts: days(-10), ends: 'infinity' }],
    coordination_case: traits.hasCase === false ? [] : [item(subject.case, {
      owner_organisation_id: coordinator, state: 'active', reason: 'Falls', opened_at: days(-9), contact_every_days: 28, complexity: 'usual', integrated_team_id: ours ? subject.huddle : null,
    })],
    ...(ours && traits.hasCase !== false ? { huddle_line: [item(subject.line, { category: 'circle', owner_organisation_id: place.practice.id, huddle_id: subject.huddle })] } : {}),
    key_worker_assignment: traits.stands === undefined ? [] : [item(newId(), keyWorker(place, subject.case, traits.stands))],
    care_team_member: ours ? [item(subject.member, { category: 'circle', organisation_id: place.charity.id, relationship_id: charity, state: 'active', does: 'Lunch', starts: days(-9), discreet: false })] : [],
    contact_note: [item(subject.note, { category: 'contacts', kind: 'visit', about: 'person', happened_at: days(-2), text: 'She was well', state: 'recorded', author_name: author.name })],
    ...(traits.hasCase === false ? {} : planRows(item, { ...subject, coordinator, isDrafted: traits.hasDraft !== false, drafted: traits.drafted ?? 'draft' })),
    referral: [item(subject.referral, {
      service_id: place.asked, service_name: 'Lunch elsewhere', to_organisation_id: place.elsewhere.id, to_scopes: [userIn(place, 'unrelated worker').membershipId], need_domain: 'people_loneliness',
      need_text: 'Company', why_now: 'Alone', urgency: 'routine', summary: [], names_person: false, opens: ['identity'], agreed_how: 'in_person', agreed_on: '2026-01-01', state: traits.referral ?? 'sent',
      moved_at: days(-2), sender_name: author.name, sent_at: days(-2), decline_reason: traits.referral === 'declined' ? 'no_capacity' : null, excluded: [],
      relationship_id: ['accepted', 'in_progress'].includes(traits.referral ?? '') ? council : null,
    })],
    about_me: [item(subject.told, { category: 'about_me', heading: 'please_do', text: 'Ring first', voice: 'self', last_confirmed_on: '2025-01-01', state: 'said', own: false, told_again: 0 })],
    safe_contact: [{ ...made, id: subject.rule, channel: 'visit', allowed: true, starts: days(-9), ends: 'infinity' }],
    contact_point: [
      item(subject.point, { kind: 'address', value: '4 Mill Lane', lines: ['4 Mill Lane'], protected: false }),
      item(subject.hidden, { kind: 'phone', value: '01632 960999', lines: [], protected: true, protected_because: 'Asked', sealed_to: [author.userId], row_version: 0 }),
    ],
    plan_suggestion: ours && traits.hasCase !== false ? [item(subject.suggestion, {
      category: 'plan', owner_organisation_id: place.charity.id, created_by: userIn(place, 'named worker').userId, kind: 'need', text: 'A rail by the back step', voice: 'professional', author_name: 'named worker', state: 'waiting', moved_at: days(-2),
    })] : [],
    ...(ours && traits.hasCase !== false && traits.review !== 'none' ? reviewRows(place, subject, item, traits.review ?? 'contributions_open') : {}),
    related_person: [item(subject.relative, { category: 'circle', name: 'Ayo', relation: 'neighbour', main_carer: false, emergency_contact: false, lives_with: false, may_be_told: [] })],
    alert: [item(subject.alert, { kind: 'information', text: 'Peanuts', what_to_do: 'Look at it', state: 'raised', review_on: days(0).slice(0, 10), told: false })],
    proposed_member: [item(subject.proposed, { category: 'circle', name: 'Dorothy Marsh', role: 'Dietician', state: 'proposed' })],
    emergency_opening: [{
      person_id: subject.person, id: subject.opening, user_id: userIn(place, 'emergency viewer').userId, user_name: 'emergency viewer', organisation_id: place.practice.id, because: 'missing', reason: 'Nobody has seen her', row_version: 1,
      opened_at: days(-1.5), until: days(-1.4), stopped: false, concerned: [registrar.id], told: [], excluded: [], state: 'to_review',
    }],
    correction: [item(subject.correction, { category: 'contacts', subject: 'ContactNote', subject_id: subject.item, author_id: author.userId, statement: 'Not so', how: 'phone', spoke_alone: true, said_by_name: author.name, answer_by: '2026-10-01', state: 'asked' })],
    joining_question: [item(subject.question, { category: 'circle', audience: 'internal', organisation_id: ours ? place.elsewhere.id : place.practice.id, scope_kind: 'organisation', scope_id: ours ? place.elsewhere.id : place.practice.id, does: 'Lunch', categories: ['identity'], state: 'asked', asked_by_name: author.name })],
    objection: [item(subject.objection, {
      category: 'circle', audience: 'named', visible_to_person: false, organisation_id: place.charity.id, decision_id: newId(), level: 'own_only', said: 'They talk', author_name: author.name,
      state: traits.objection ?? 'explained', explained: traits.objection ? null : 'They cannot help as before',
    })],
    incident: [{ id: subject.incident, organisation_id: registrar.id, kind: 'wrong_person', at: days(-1), reported_by: author.userId, person_id: subject.person, item_ids: [], readers: [], state: 'open' }],
    known_person: [{ id: subject.known, person_id: subject.person, exclusion_id: subject.exclusion, user_id: userIn(place, 'excluded worker').userId, organisation_id: registrar.id, said_at: days(-3) }],
    legal_hold: [{ person_id: person, id: subject.hold, organisation_id: registrar.id, kind: 'inquest', because: 'The coroner has written', since: days(-5).slice(0, 10), review_on: days(20).slice(0, 10), placed_by: author.userId, placed_by_name: 'x' }],
    data_complaint: [{ person_id: person, id: subject.complaint, organisation_id: registrar.id, discreet: false, made_on: days(-5).slice(0, 10), how: 'phone', words: 'A letter went astray', spoke_alone: true, recorded_by: author.userId, recorded_by_name: author.name, recorded_at: days(-5), state: 'made', row_version: 1 }],
    subject_access: [asks, asked].map((id) => ({ person_id: person, id, coordinator_id: registrar.id, asked_on: days(-5).slice(0, 10), how: 'phone', whole: false, spoke_alone: true, recorded_by: author.userId, recorded_by_name: author.name, recorded_at: days(-5) })),
    subject_access_part: [
      { person_id: person, id: subject.part, request_id: asks, organisation_id: registrar.id, discreet: false, paused_days: 0, state: 'open', on_own_page: false, row_version: 1 },
      { person_id: person, id: subject.copy, request_id: asked, organisation_id: registrar.id, discreet: false, paused_days: 0, state: 'released', released_at: days(-1), released_by: author.name, on_own_page: true, pack: { items: [], withheld: [] }, row_version: 2 },
    ],
    unusual_access: [{
      id: subject.finding, organisation_id: registrar.id, user_id: author.userId, person_id: subject.person, rule: 'no_involvement', fact: subject.finding, number: 1, first_at: days(-3), last_at: days(-3), raised_at: days(-2), row_version: 1,
    }],
    held_look: [{
      id: subject.held, person_id: subject.person, organisation_id: registrar.id, looker_organisation_id: place.hospice.id, because: 'Not safe', review_on: days(20).slice(0, 10), held_at: days(-3), held_by: author.userId,
    }],
  });
  await place.app.sql('select refresh_person_access(p) from unnest($1::uuid[]) p', [[subject.person, twin]]);
  return subject;
}
