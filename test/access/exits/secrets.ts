import { CareTeamsService } from '@app/care-teams';
import { ContactsService } from '@app/contacts';
import { newId, runInContext, type Actor } from '@app/kernel';
import { OwnReferences, PersonsService } from '@app/persons';
import { ReferralsService, type MakeReferral } from '@app/referrals';
import { Objections, SharingService } from '@app/sharing';
import { aService } from '../../support/services';
import type { TestWorker } from '../../support/staff';
import { userIn, type Place, type Subject } from '../matrix/place';

/** A word that stands in each thing that is kept from others. */
export const SECRET = 'quietwater';

export const actorOf = (worker: TestWorker, sector: string, roles: Actor['roles'] = ['practitioner']): Actor => ({
  userId: worker.userId, name: worker.name, organisationId: worker.organisation.id, membershipId: worker.membershipId, sector, teamIds: [], roles, onlyByName: false,
});

const as = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => runInContext({ requestId: newId(), actor, purpose: 'direct-care', source: 'ui' }, work);

interface Services { notes: ContactsService; persons: PersonsService; references: OwnReferences; circle: CareTeamsService; sharing: SharingService; referrals: ReferralsService; objections: Objections }
const servicesOf = ({ app: { server: { app } } }: Place): Services =>
  ({ notes: app.get(ContactsService), persons: app.get(PersonsService), references: app.get(OwnReferences), circle: app.get(CareTeamsService), sharing: app.get(SharingService), referrals: app.get(ReferralsService), objections: app.get(Objections) });

const inPractice = (place: Place): Actor => actorOf(userIn(place, 'worker of the practice'), 'nhs_primary');
const LONG_AGO = new Date(Date.now() - 30 * 86_400_000);

const REFERRAL: Omit<MakeReferral, 'serviceId'> = { needDomain: 'home', needText: SECRET, whyNow: SECRET, agreedHow: 'in_person' };

/** What the practice keeps to itself, or tells one organisation by name. */
export async function keepInside(place: Place, { person }: Subject): Promise<void> {
  const { notes, persons, references, referrals, sharing, objections } = servicesOf(place);
  await as(inPractice(place), async () => {
    await referrals.make(person, { ...REFERRAL, serviceId: place.service, audience: 'internal' });
    await references.give(person, 0, SECRET);
    await sharing.refuse(person, place.newcomer.id, ['contacts']);
    await objections.make(person, { organisationId: place.newcomer.id, level: 'own_only', said: `They talk about ${SECRET}` });
    for (const audience of ['internal', 'named'] as const) {
      const to = { audience, namedOrganisationIds: [place.newcomer.id], visibleToPerson: false };
      const note = await notes.recordNote(person, { ...to, text: SECRET, about: 'person', happenedAt: LONG_AGO });
      await notes.correctNote(person, note.id, note.rowVersion, { text: `${SECRET} again` });
      await notes.raiseAlert(person, { ...to, kind: 'safeguarding', text: SECRET, whatToDo: 'ring', reviewOn: '2027-01-01' });
      await persons.addContactPoint(person, { kind: 'phone', value: `01632 ${SECRET}`, audience, namedOrganisations: audience === 'named' ? [place.newcomer.id] : [], visibleToPerson: false });
      await persons.addRelative(person, { name: SECRET, relation: 'neighbour' }, { audience, namedOrganisations: audience === 'named' ? [place.newcomer.id] : [], visibleToPerson: false });
    }
  });
}

/** Lines that the practice keeps to itself, or for one organisation by name, or sealed, in the plan that everybody reads and in the draft about which they are asked: past the verbs, which take no sealed ones. */
export async function putIntoPlan(place: Place, subject: Subject, ways: readonly { audience: string; sealed: boolean }[]): Promise<void> {
  const { practice, newcomer, app } = place;
  const { person, version, draft, action } = subject;
  const knower = userIn(place, 'worker of the practice').userId;
  for (const { audience, sealed } of ways) {
    for (const table of ['need', 'goal', 'care_action', 'plan_statement']) for (const where of [{ version_id: version, in_force: true }, { version_id: draft, in_force: false, proposed: true }, { version_id: draft, in_force: false, proposed: true, dropped: true }]) {
      const own = { need: { domain: 'body', text: SECRET, voice: 'self', state: 'open' }, goal: { text: SECRET, voice: 'self', state: 'active' }, care_action: { goal_id: action, what: SECRET, state: 'open' }, plan_statement: { section: 'home', text: SECRET, voice: 'self' } }[table];
      const row = {
        person_id: person, id: newId(), owner_organisation_id: practice.id, category: 'plan', audience, named_organisations: audience === 'named' ? [newcomer.id] : [], visible_to_person: sealed, sealed_to: sealed ? [knower] : null,
        created_at: LONG_AGO, created_by: knower, source: 'system', row_version: 1, item_id: newId(), position: 9, opens_to: audience, opens_to_organisations: [], opens_to_person: sealed, dropped: false, ...where, ...own,
      };
      await app.sql(`do $do$ begin set local session_replication_role = replica; insert into ${table} select * from jsonb_populate_record(null::${table}, $row$${JSON.stringify(row)}$row$); end $do$`);
    }
    await review(place, subject, { audience, sealed_to: sealed ? [knower] : null, named_organisations: audience === 'named' ? [newcomer.id] : [] });
    await judge(place, subject, { audience, sealed_to: sealed ? [knower] : null, named_organisations: audience === 'named' ? [newcomer.id] : [] });
    await tell(place, subject, { audience, sealed_to: sealed ? [knower] : null, named_organisations: audience === 'named' ? [newcomer.id] : [] });
    await suggest(place, person, { audience, sealed_to: sealed ? [knower] : null, named_organisations: audience === 'named' ? [newcomer.id] : [] });
  }
}

/** How a goal goes, by the practice, past the verbs as the lines above. */
async function judge({ practice, app, users }: Place, { person, version, goal }: Subject, whose: { audience: string; sealed_to: string[] | null; named_organisations: string[] }): Promise<void> {
  const row = {
    ...whose, person_id: person, id: newId(), owner_organisation_id: practice.id, category: 'plan', visible_to_person: whose.sealed_to !== null, created_at: LONG_AGO, created_by: users.get('worker of the practice')?.userId, source: 'system',
    row_version: 1, goal_id: goal, version_id: version, side: 'team', progress: 'same', words: SECRET, judged_on: '2026-01-01', said_by_name: SECRET,
  };
  await app.sql(`do $do$ begin set local session_replication_role = replica; insert into goal_judgement select * from jsonb_populate_record(null::goal_judgement, $row$${JSON.stringify(row)}$row$); end $do$`);
}

/** What stands, stood and is suggested of what she tells of herself, past the verbs as the lines above. */
async function tell({ practice, app, users }: Place, { person, told }: Subject, whose: { audience: string; sealed_to: string[] | null; named_organisations: string[] }): Promise<void> {
  const row = {
    ...whose, person_id: person, owner_organisation_id: practice.id, category: 'about_me', visible_to_person: whose.sealed_to !== null, created_at: LONG_AGO, created_by: users.get('worker of the practice')?.userId, source: 'system',
    row_version: 1, heading: 'please_do', text: SECRET, voice: 'professional', last_confirmed_on: '2026-01-01', own: false, told_again: 3, written_by_name: SECRET, confirmed_by_name: SECRET,
  };
  for (const state of [{ state: 'said' }, { state: 'suggested', answers_id: told }, { state: 'ended', ended_at: LONG_AGO, ended_because: 'replaced' }]) {
    await app.sql(`do $do$ begin set local session_replication_role = replica; insert into about_me select * from jsonb_populate_record(null::about_me, $row$${JSON.stringify({ ...row, ...state, id: newId() })}$row$); end $do$`);
  }
}

/** A suggestion of the practice for the plan, past the verbs as the lines above. */
async function suggest({ practice, app, users }: Place, person: string, whose: { audience: string; sealed_to: string[] | null; named_organisations: string[] }): Promise<void> {
  const row = {
    ...whose, person_id: person, id: newId(), owner_organisation_id: practice.id, category: 'plan', visible_to_person: whose.sealed_to !== null, created_at: LONG_AGO, created_by: users.get('worker of the practice')?.userId, source: 'system',
    row_version: 1, kind: 'need', text: SECRET, voice: 'professional', author_name: 'worker of the practice', state: 'waiting', moved_at: LONG_AGO,
  };
  await app.sql(`do $do$ begin set local session_replication_role = replica; insert into plan_suggestion select * from jsonb_populate_record(null::plan_suggestion, $row$${JSON.stringify(row)}$row$); end $do$`);
}

/** A review that was, and one who is asked to the one to come: past the verbs as the lines above. */
async function review({ practice, app, users }: Place, { person, review: open, case: caseId }: Subject, whose: { audience: string; sealed_to: string[] | null; named_organisations: string[] }): Promise<void> {
  const author = users.get('worker of the practice') as TestWorker;
  const made = { ...whose, person_id: person, owner_organisation_id: practice.id, category: 'circle', visible_to_person: whose.sealed_to !== null, created_at: LONG_AGO, created_by: author.userId, source: 'system', row_version: 1 };
  const rows = {
    review: { ...made, id: newId(), case_id: caseId, kind: 'planned', occasion: 'time', mode: 'desk', state: 'cancelled', due_on: '2026-01-01', minutes: 15, place: SECRET, chair_name: SECRET, because: SECRET, chair_membership_id: author.membershipId, moved_at: LONG_AGO, sequence: 0 },
    review_item: { ...made, id: newId(), review_id: open, kind: 'topic', question: SECRET, note: SECRET, position: 0 },
    review_contribution: { ...made, id: newId(), review_id: open, kind: 'update', about_id: newId(), about_text: SECRET, text: SECRET, author_name: SECRET, sent_at: LONG_AGO },
    review_invitee: { ...made, id: newId(), review_id: open, kind: 'carer', key: newId(), name: SECRET, state: 'invited', sequence: 0 },
    huddle_line: { ...made, id: newId(), huddle_id: newId(), outcome: 'action', stays: true, decided: SECRET, doer_membership_id: author.membershipId, doer_name: SECRET, due_on: '2026-01-01' },
  };
  // what the person said to somebody is kept from others like anything else
  const said = { ...rows.review_contribution, id: newId(), kind: 'matters', about_id: null, about_text: null, how: 'phone' };
  // and so is what a family carer said, who of the family it was too
  const kin = { ...made, id: newId(), category: 'circle', name: SECRET, relation: SECRET, main_carer: true, emergency_contact: false, lives_with: false, may_be_told: [] };
  const word = { ...rows.review_contribution, id: newId(), about_id: null, about_text: null, how: 'phone', voice: 'carer', related_person_id: kin.id, person_may_read: whose.sealed_to !== null, visible_to_person: false };
  for (const [table, row] of [...Object.entries(rows), ['related_person', kin], ['review_contribution', said], ['review_contribution', word]] as const) await app.sql(`do $do$ begin set local session_replication_role = replica; insert into ${table} select * from jsonb_populate_record(null::${table}, $row$${JSON.stringify(row)}$row$); end $do$`);
}

/** What only those named may know of, though everybody of the circle would: sealed items, a protected address, rules of safety. */
export async function seal(place: Place, { person }: Subject): Promise<void> {
  const { notes, persons, sharing } = servicesOf(place);
  const knower = inPractice(place);
  const sealedTo = [knower.userId];
  await as(knower, async () => {
    const note = await notes.recordNote(person, { text: SECRET, about: 'person', audience: 'circle', visibleToPerson: true }, { sealedTo });
    await notes.correctNote(person, note.id, note.rowVersion, { text: `${SECRET} again` });
    await notes.raiseAlert(person, { kind: 'safeguarding', text: SECRET, whatToDo: 'ring', reviewOn: '2026-01-01', audience: 'circle', visibleToPerson: true }, { sealedTo });
    for (const kind of ['address', 'phone', 'practice', 'email'] as const) {
      await persons.addContactPoint(person, { kind, value: SECRET, lines: [SECRET], postcode: 'QW1 1QW', protected: true, sealedTo, createdAt: LONG_AGO });
    }
    await persons.addRelative(person, { name: SECRET, relation: 'former partner', mainCarer: true }, { sealedTo });
    await sharing.exclude(person, userIn(place, 'unrelated worker').userId, 'alleged_source_of_harm', sealedTo);
    await sharing.setSafeContact(person, { channel: 'phone', allowed: false, sealedTo });
    await sharing.refuse(person, place.elsewhere.id, ['contacts'], { sealedTo, objection: true });
  });
}

/** A service that helps and of which only its worker and who added it may know. */
export async function helpDiscreetly(place: Place, { person }: Subject, helper: TestWorker): Promise<string> {
  const { circle, referrals } = servicesOf(place);
  const knower = inPractice(place);
  const serviceId = await aService(place.app, helper.organisation, { name: SECRET });
  // Discreet for as long as it is asked: that it is one is everybody's to read in the list of organisations.
  const discreet = (is: boolean): Promise<unknown> => place.app.sql('update organisation set discreet_by_default = $2 where id = $1', [helper.organisation.id, is]);
  await discreet(true);
  await as(knower, () => referrals.make(person, { ...REFERRAL, serviceId, membershipId: helper.membershipId }));
  await discreet(false);
  const member = await as(knower, () => circle.add(
    person, { organisationId: helper.organisation.id, membershipId: helper.membershipId, does: SECRET, categories: ['identity', 'contacts', 'circle', 'plan', 'about_me'] },
    { discreetTo: [knower.userId, helper.userId] },
  ));
  return member.id;
}
