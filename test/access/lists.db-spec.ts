import 'reflect-metadata';
import { Client } from 'pg';
import fc from 'fast-check';
import { CASELOAD_VIEWS, CaseloadQueries, PersonPageQueries, SearchQueries, TimelineQueries } from '@app/overviews';
import { AboutMeEntries } from '@app/persons';
import { SharingService } from '@app/sharing';
import { anOrganisation, aPerson, aWorker, openPlace, type Place } from '../support/builders';
import { runsOf } from '../support/moves';
import { actorOf } from './worlds/ask';
import { callersOf, doorsOf, mayReadItem, mayReadPerson, type Caller } from './worlds/model';
import { load } from './worlds/rows';
import { world, type PersonShape, type World } from './worlds/shape';

// Each world is asked through the verbs, a transaction with its audit each time: a twentieth of them says as much.
const RUNS = runsOf(20, 15);
const EVERYTHING = 100;

describe('what the queries show', () => {
  let place: Place;
  let superuser: Client;
  beforeAll(async () => {
    place = await openPlace();
    superuser = new Client({ connectionString: place.db.superuserUrl, options: '-c search_path=onestory,public' });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser?.end();
    await place?.close();
  });

  /** Lists are for those who help: neither an emergency nor the end of the help puts anybody on one. Whoever winds down finds them, and has no case any more. */
  const listed = (shape: World, person: PersonShape, caller: Caller, out: readonly string[] = ['records', 'break_glass']): boolean =>
    mayReadPerson(shape, person, caller) && doorsOf(shape, person, caller).some((door) => door.organisation !== null && !out.includes(door.basis));

  it('I6, I17, I26, I30: list, count, search, page and timeline show what the design lets the caller see and no more; counts are the lengths of the lists', async () => {
    const seen = { shown: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const shape = { ...drawn, later: false };
        const ids = await load(superuser, shape);
        await superuser.query(`update coordination_case set state = 'active' where id = person_id and person_id = any ($1)`, [ids.persons]);
        await superuser.query('select refresh_person_access(p) from unnest($1::uuid[]) p', [ids.persons]);
        for (const caller of callersOf(shape).filter((one) => one.organisation !== null)) {
          const actor = actorOf(ids, caller);
          const people = ids.persons.filter((_, n) => listed(shape, shape.persons[n] as PersonShape, caller)).sort();
          const cases = ids.persons.filter((_, n) => listed(shape, shape.persons[n] as PersonShape, caller, ['records', 'break_glass', 'wind_down'])).sort();
          const counts = await place.as(actor, CaseloadQueries, (caseload) => caseload.counts());
          expect(await place.as(actor, CaseloadQueries, (caseload) => caseload.figures())).toEqual(counts);
          for (const view of CASELOAD_VIEWS) {
            const list = await place.as(actor, CaseloadQueries, (caseload) => caseload.page(view, 'name', EVERYTHING, null));
            expect([view, list.length]).toEqual([view, counts[view]]);
            if (view === 'everyone') expect(list.map((row) => row.personId).sort()).toEqual(cases);
          }
          const found = await place.as(actor, SearchQueries, (search) => search.find('hidden', EVERYTHING));
          expect(found.map((row) => row.personId).sort()).toEqual(people);
          for (const [n, person] of shape.persons.entries()) {
            const personId = ids.persons[n] as string;
            const opened = await place.as(actor, PersonPageQueries, (page) => page.page(personId)).then(() => true, () => false);
            expect(opened).toBe(mayReadPerson(shape, person, caller));
            seen[opened ? 'shown' : 'hidden'] += 1;
            const entries = await place.as(actor, TimelineQueries, (timeline) => timeline.page(personId, EVERYTHING, null)).catch(() => []);
            const notes = entries.filter((entry) => entry.type === 'note').map((entry) => entry.id).sort();
            const wanted = person.items.flatMap((item, k) => (item.table === 'contact_note' && mayReadItem(shape, person, item, caller) ? [ids.items[n]?.[k] as string] : []));
            // an organisation that has stopped helping has its own old notes, and no page of the person to show them on
            if (opened) expect(notes).toEqual(wanted.sort());
            else expect(wanted).toEqual(expect.arrayContaining(notes));
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(seen.shown, seen.hidden)).toBeGreaterThan(RUNS / 10);
  }, 2_400_000);

  it('I5: a refusal closes at once what was open, and takes from nobody their own record', async () => {
    const [gp, charity] = [await anOrganisation(place, { sector: 'nhs_primary' }), await anOrganisation(place, { sector: 'vcse', accessScope: 'named' })];
    const [marcia, del] = [await aWorker(place, 'Marcia').of(gp), await aWorker(place, 'Del').of(charity)];
    const person = await aPerson(place).registeredBy(marcia);
    await person.tiedTo(charity, del, ['about_me']);
    const story = await place.as(marcia, AboutMeEntries, (entries) => entries.tell(person.personId, { heading: 'wellness', text: 'Good days begin late', voice: 'self' }));
    const reads = async () => (await place.as(del, PersonPageQueries, (page) => page.page(person.personId))).aboutMe.map((each) => each.id);
    expect(await reads()).toEqual([story.id]);
    const own = await place.as(del, AboutMeEntries, (entries) => entries.tell(person.personId, { heading: 'please_do', text: 'Ring first', voice: 'self' }));
    await place.as(marcia, SharingService, (sharing) => sharing.refuse(person.personId, charity.id, ['about_me']));
    expect(await reads()).toEqual([own.id]);
  });

  it('I14: who was merged into somebody keeps the access that they had, and the other gets none of it', async () => {
    const [council, charity] = [await anOrganisation(place), await anOrganisation(place, { sector: 'vcse' })];
    const [jo, del] = [await aWorker(place, 'Jo').of(council), await aWorker(place, 'Del').of(charity)];
    const [kept, merged] = [await aPerson(place, 'Derek Hallam').registeredBy(jo), await aPerson(place, 'Derrick Hallam').registeredBy(del)];
    await place.sql(
      `insert into person_merge (kept, merged, state, because, proposed_by, proposed_by_name, proposed_for, decided_by) values ($1, $2, 'confirmed', 'x', $3, 'Del', $4, $5)`, [kept.personId, merged.personId, del.userId, charity.id, jo.userId]);
    await place.sql('select hold_all_alike($1)', [kept.personId]);
    const opens = (who: typeof jo, personId: string) => place.as(who, PersonPageQueries, (page) => page.page(personId)).then(() => true, () => false);
    expect([await opens(jo, kept.personId), await opens(jo, merged.personId), await opens(del, merged.personId), await opens(del, kept.personId)]).toEqual([true, false, true, false]);
  });

  it('a colleague whom nobody let in cannot open somebody; let in by the worker who registered them, they can', async () => {
    const charity = await anOrganisation(place, { sector: 'vcse', accessScope: 'named' });
    const [del, pat] = [await aWorker(place, 'Del').of(charity), await aWorker(place, 'Pat').of(charity)];
    const person = await aPerson(place).registeredBy(del);
    const opens = () => place.as(pat, PersonPageQueries, (page) => page.page(person.personId)).then(() => true, () => false);
    expect(await opens()).toBe(false);
    await person.tiedTo(charity, pat, ['plan']);
    expect(await opens()).toBe(true);
  });
});
