import { AllocationService } from '@app/key-workers';
import { CareTeamsService } from '@app/care-teams';
import { CasesService } from '@app/cases';
import { newId, type Actor } from '@app/kernel';
import { PersonPageQueries } from '@app/overviews';
import { Merges, PersonsService } from '@app/persons';
import { Transactions } from '@app/records';
import { Protection, Restrictions, SharingService } from '@app/sharing';
import { anOrganisation, aPerson, aWorker, openPlace, type Organisation, type Place } from '../support/builders';
import { anNhsNumber } from '../journeys/people';
import { inDays } from '../journeys/plans';

type Worker = Actor & { membershipId: string };
const GIVEN = ['identity', 'circle', 'contacts'];

let place: Place;
let council: Organisation;
let charity: Organisation;
let trust: Organisation;
/** jo leads the record that goes on, del registered the other, idris works with both, fran looks after access. */
let jo: Worker;
let del: Worker;
let idris: Worker;
let fran: Worker;
beforeAll(async () => {
  place = await openPlace();
  [council, charity, trust] = [await anOrganisation(place), await anOrganisation(place, { sector: 'vcse' }), await anOrganisation(place, { sector: 'nhs_community' })];
  jo = await aWorker(place, 'Jo', ['practitioner', 'team_manager']).of(council);
  del = await aWorker(place, 'Del').of(charity);
  idris = await aWorker(place, 'Idris').of(trust);
  fran = await aWorker(place, 'Fran', ['ig_lead']).of(council);
});
afterAll(() => place?.close());

interface Records { kept: string; merged: string }

/** The council and the charity registered the same person; the nurse helps by both, and the council is in the circle of the charity's record. */
async function two(): Promise<Records> {
  return { kept: await record(jo), merged: await record(del) };
}

async function record(by: Worker): Promise<string> {
  const person = await aPerson(place, 'Derek Hallam').registeredBy(by);
  for (const [organisation, worker] of [[trust, idris], [council, jo]] as const) if (by.organisationId !== organisation.id) await person.tiedTo(organisation, worker === jo ? null : worker, GIVEN);
  return person.personId;
}

async function join({ kept, merged }: Records): Promise<string> {
  await place.as(idris, Merges, (merges) => merges.propose(kept, merged, { keep: 'this', because: 'One letter' }));
  const id = (await place.as(idris, Merges, (merges) => merges.of(kept))).find(({ other }) => other === merged)?.id ?? '';
  await place.as(fran, Merges, (merges) => merges.decide(id, 1, { decision: 'confirm', because: 'One patient' }));
  return id;
}
const undo = (id: string): Promise<void> => place.as(fran, Merges, (merges) => merges.undo(id, 2, { because: 'Twins' }));

const livesAt = async (by: Worker, personId: string, value: string): Promise<string> => (await place.as(by, PersonsService, (persons) => persons.addContactPoint(personId, { kind: 'address', value }))).id;
const protect = async (by: Worker, personId: string): Promise<void> => {
  const { version, points } = await place.as(by, Protection, (protection) => protection.of(personId));
  await place.as(by, Protection, (protection) => protection.protect(personId, version, { points: points.map(({ point }) => point.id), because: 'Somebody looks for him', reviewOn: inDays(90) }));
};
/** Where somebody is, as far as the reader sees it. */
const whereabouts = async (who: Worker, personId: string): Promise<string[]> => (await place.as(who, PersonPageQueries, (page) => page.identity(personId))).contactPoints.map(({ value }) => value);
const opens = (who: Worker, personId: string): Promise<boolean> => place.as(who, PersonPageQueries, (page) => page.page(personId)).then(() => true, () => false);
const mayWrite = (who: Worker, personId: string): Promise<string> =>
  place.as(who, Transactions, (transactions) => transactions.run(async () => (await transactions.query<{ answer: string }>(`select safe_to_send($1, 'email') as answer`, [personId]))[0]?.answer ?? ''));
/** Everything that a joining writes of a record, and that its undoing takes back; versions only grow. */
const standing = (personId: string): Promise<Record<string, unknown>[]> => place.sql(
  `select 'person' as of, restricted::text as what from person where person_id = $1
   union all select 'point', concat_ws(' ', value, protected, sealed_to, protected_because) from contact_point where person_id = $1
   union all select 'kept out', concat_ws(' ', user_id, sealed_to) from exclusion where person_id = $1 and ends > now()
   union all select 'restriction', keeps::text from restriction where person_id = $1 and ends > now()
   union all select 'number', concat_ws(' ', nhs_number, state) from nhs_number_holder where person_id = $1
   union all select 'door', concat_ws(' ', scope_id, basis, categories, excluded) from person_access where person_id = $1
   union all select 'held', id::text from person_merge_held h where person_id = $1 and not exists (select 1 from exclusion e where e.person_id = $1 and e.id = h.id and e.ends <= now())
      and not exists (select 1 from restriction r where r.person_id = $1 and r.id = h.id and r.ends <= now())
   order by 1, 2`, [personId]);

describe('two records of one person, of which one goes on', () => {
  it('protect where they are on each once it is protected on one, also where nobody may know it there', async () => {
    const pair = await two();
    await livesAt(jo, pair.kept, '4 Mill Lane');
    const hidden = await livesAt(del, pair.merged, '9 Quay Street');
    await place.sql(`update contact_point set protected = true, sealed_to = '{}', protected_because = 'x' where id = $1`, [hidden]);
    expect(await whereabouts(idris, pair.kept)).toEqual(['4 Mill Lane']);
    const id = await join(pair);
    expect(await whereabouts(idris, pair.kept)).toEqual([]);
    await livesAt(jo, pair.kept, '5 Mill Lane');
    expect(await whereabouts(idris, pair.kept)).toEqual([]);
    await undo(id);
    expect((await whereabouts(idris, pair.kept)).sort()).toEqual(['4 Mill Lane', '5 Mill Lane']);
    expect(await whereabouts(idris, pair.merged)).toEqual([]);
  });

  it('send nothing that is unsafe by either, and are sent to again when they are taken apart', async () => {
    const pair = await two();
    await livesAt(del, pair.merged, '9 Quay Street');
    await protect(del, pair.merged);
    expect([await mayWrite(idris, pair.kept), await mayWrite(idris, pair.merged)]).toEqual(['ok', 'unsafe']);
    const id = await join(pair);
    expect(await mayWrite(idris, pair.kept)).toBe('unsafe');
    await undo(id);
    expect(await mayWrite(idris, pair.kept)).toBe('ok');
    const other = await two();
    await place.as(del, SharingService, (sharing) => sharing.setSafeContact(other.merged, { channel: 'email', allowed: false }));
    await join(other);
    expect(await mayWrite(idris, other.kept)).toBe('unsafe');
  });

  it('tell nobody of a death that stands in the other, and send nothing after it', async () => {
    const pair = await two();
    await join(pair);
    await place.sql('update person set deceased_on = current_date where person_id = $1', [pair.merged]);
    expect([await mayWrite(idris, pair.merged), await mayWrite(idris, pair.kept)]).toEqual(['died', 'unsafe']);
  });

  it('may be several: what is said of one holds on all, and goes with the one that is taken out again', async () => {
    const { kept, merged } = await two();
    const third = await record(del);
    const lin = await aWorker(place, 'Lin').of(trust);
    for (const personId of [kept, merged, third]) await place.as(jo, SharingService, (sharing) => sharing.letIn(personId, { organisationId: trust.id, scopeKind: 'membership', scopeId: lin.membershipId, categories: GIVEN }));
    for (const [by, personId] of [[jo, kept], [del, merged], [del, third]] as const) await livesAt(by, personId, `House ${personId}`);
    const before = await Promise.all([kept, merged].map(standing));
    const second = await join({ kept, merged });
    const first = await join({ kept, merged: third });
    await place.as(del, SharingService, (sharing) => sharing.exclude(third, lin.userId, 'alleged_source_of_harm', [del.userId], {}));
    await protect(del, third);
    for (const personId of [kept, merged, third]) expect([personId, await opens(lin, personId)]).toEqual([personId, false]);
    for (const personId of [kept, merged, third]) expect([personId, await whereabouts(idris, personId)]).toEqual([personId, []]);
    await undo(first);
    expect([await opens(lin, kept), await opens(lin, merged), await opens(lin, third)]).toEqual([true, true, false]);
    expect([await whereabouts(idris, kept), await whereabouts(idris, third)]).toEqual([[`House ${kept}`], []]);
    await undo(second);
    expect(await Promise.all([kept, merged].map(standing))).toEqual(before);
  });

  it('make no chain: a record that goes on elsewhere is joined to nothing, nor does one in which another goes on', async () => {
    const { kept, merged } = await two();
    const [third, fourth] = [await record(jo), await record(jo)];
    const ivy = await aWorker(place, 'Ivy', ['ig_lead']).of(charity);
    await place.as(jo, SharingService, (sharing) => sharing.letIn(third, { organisationId: charity.id, scopeKind: 'organisation', scopeId: charity.id, categories: GIVEN }));
    await join({ kept, merged });
    for (const [chain, lead] of [[{ kept: merged, merged: third }, ivy], [{ kept: third, merged: kept }, fran], [{ kept: fourth, merged }, fran]] as const) {
      await place.as(idris, Merges, (merges) => merges.propose(chain.kept, chain.merged, { keep: 'this', because: 'x' }));
      const id = (await place.as(idris, Merges, (merges) => merges.of(chain.kept))).find(({ other, state }) => other === chain.merged && state === 'proposed')?.id ?? '';
      await expect(place.as(lead, Merges, (merges) => merges.decide(id, 1, { decision: 'confirm', because: 'x' }))).rejects.toMatchObject({ code: 'merge.blocked' });
    }
  });

  it('have each number as it was when they are taken apart: one of an earlier life is none again', async () => {
    const pair = await two();
    const [current, second, earlier] = [anNhsNumber(), anNhsNumber(), anNhsNumber()];
    await place.sql(`insert into nhs_number_holder (nhs_number, person_id, state) values ($1, $4, 'current'), ($2, $5, 'current'), ($3, $5, 'superseded')`, [current, second, earlier, pair.kept, pair.merged]);
    const before = await standing(pair.merged);
    const id = await join(pair);
    expect(await place.sql(`select nhs_number from nhs_number_holder where person_id = any ($1) and state = 'current'`, [[pair.kept, pair.merged]])).toEqual([{ nhs_number: current }]);
    await undo(id);
    expect(await standing(pair.merged)).toEqual(before);
  });

  it('keep a restriction to those who knew both and the key worker of that moment: whom a lead names since stays named, and nobody comes in by taking over the case', async () => {
    const pair = await two();
    const [lena, olu] = [await aWorker(place, 'Lena').of(council), await aWorker(place, 'Olu').of(council)];
    await place.as(jo, CareTeamsService, (circle) => circle.add(pair.kept, { organisationId: council.id, does: 'Social work', categories: ['plan'] }));
    const { id: caseId } = await place.as(jo, CasesService, (cases) => cases.open(pair.kept, { reason: 'Falls' }));
    await place.as(jo, AllocationService, (allocation) => allocation.assign(caseId, { membershipId: lena.membershipId, personPreference: false, because: 'skills' }));
    await place.as(lena, AllocationService, (allocation) => allocation.accept(caseId));
    await place.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'relative', null, 'ui', $4)`, [pair.merged, newId(), (await aWorker(place, 'Kin').of(council)).userId, del.userId]);
    const before = await standing(pair.kept);
    const id = await join(pair);
    await place.as(del, Restrictions, (restrictions) => restrictions.restrict(pair.merged, 0, { keeps: [], because: 'He asked for it', reviewOn: inDays(90) }));
    expect([await opens(lena, pair.kept), await opens(olu, pair.kept), await opens(jo, pair.kept)]).toEqual([true, false, false]);
    await place.as(fran, Restrictions, (restrictions) => restrictions.nameColleague(pair.kept, { membershipId: jo.membershipId }));
    await place.sql(`update key_worker_assignment set membership_id = $2 where case_id = $1 and kind = 'lead'`, [caseId, olu.membershipId]);
    await place.as(del, SharingService, (sharing) => sharing.exclude(pair.merged, fran.userId, 'asked_for', null, {}));
    expect([await opens(lena, pair.kept), await opens(olu, pair.kept), await opens(jo, pair.kept)]).toEqual([true, false, true]);
    await place.sql(`update exclusion set ends = now() where person_id = $1 and user_id = $2 and source <> 'merge'`, [pair.merged, fran.userId]);
    await undo(id);
    expect(await standing(pair.kept)).toEqual(before);
    expect(await opens(idris, pair.merged)).toBe(true);
  });
});
