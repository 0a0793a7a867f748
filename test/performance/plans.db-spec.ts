import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { CarePlansModule, CarePlansQueries } from '@app/care-plans';
import { DirectoryModule, DirectoryService } from '@app/directory';
import { runInContext } from '@app/kernel';
import { CASELOAD_VIEWS, CaseloadQueries, MOST_COUNTED, OverviewsModule, PersonPageQueries, SearchQueries, TimelineQueries, TodayQueries, WorkloadsQueries } from '@app/overviews';
import { MeasuresModule, WaitingQueries } from '@app/measures';
import { RecordsModule } from '@app/records';
import { ReferralsModule, ReferralsQueries } from '@app/referrals';
import { entities } from '../../migrations/schema';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { openLargePlace, type Caller, type LargePlace } from './large-place';
import { plansOf, type Plan } from './plans';
import { statementsOf, transactionIn } from './statements';

const PEOPLE = 20_000;
const PAGE = 50;
const FOUND = 20;
/** Tables that grow with the number of people. Those of organisations and staff may be read whole. */
const GROWS = [
  'person', 'relationship', 'sharing_decision', 'exclusion', 'person_access', 'worklist', 'nhs_number_holder', 'contact_point', 'own_reference', 'about_me', 'related_person', 'alert',
  'coordination_case', 'care_team_member', 'key_worker_assignment', 'contact_note', 'state_transition', 'audit_event',
  'plan_version', 'need', 'goal', 'care_action', 'plan_statement', 'referral', 'service', 'service_word',
];

/** To find out whether a key worker may still be that, each of a team's cases is asked for once: so many pages for each. */
const PER_CASE = 40;

type Who = 'councilWorker' | 'nurse' | 'charityWorker' | 'manager';
const CALLERS: [string, Who][] = [['a key worker who sees half the place', 'councilWorker'], ['a nurse who sees a twentieth', 'nurse'], ['a worker of a charity who sees forty', 'charityWorker']];

describe(`in a place of ${PEOPLE.toLocaleString('en-GB')} people`, () => {
  let database: TestDatabase;
  let place: LargePlace;
  let module: TestingModule;
  let bare: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    place = await openLargePlace(database, PEOPLE);
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const { rows } = await superuser.query<{ key: Buffer }>('select key from onestory.context_key');
    await superuser.end();
    module = await Test.createTestingModule({
      imports: [RecordsModule.forRoot({ appUrl: database.appUrl, contextKey: rows[0]?.key as Buffer, entities }), OverviewsModule, CarePlansModule, DirectoryModule, MeasuresModule, ReferralsModule],
    }).compile();
    await module.init();
    bare = new Client({ connectionString: database.appUrl });
    await bare.connect();
  }, 120_000);
  afterAll(async () => {
    await bare?.end();
    await module?.close();
    await database?.drop();
  });

  const as = <T>({ actor }: Caller, work: () => Promise<T>): Promise<T> => runInContext({ requestId: randomUUID(), actor, purpose: 'direct-care', source: 'api' }, work);
  /** What the work sends, explained as the caller, on a connection of its own. */
  const plans = async (who: Who, work: (caller: Caller) => Promise<unknown>): Promise<Plan[]> =>
    plansOf(bare, transactionIn(await statementsOf(() => as(place[who], () => work(place[who])))));
  const person = ({ visible }: Caller): string => visible[0] as string;

  const SCREENS: [string, (caller: Caller) => Promise<unknown>][] = [
    ['caseload by priority', () => module.get(CaseloadQueries).page('everyone', 'priority', PAGE, null)],
    ['caseload by name', () => module.get(CaseloadQueries).page('everyone', 'name', PAGE, null)],
    ['caseload by review, of those who are overdue', () => module.get(CaseloadQueries).page('review', 'review', PAGE, null)],
    ['caseload by conversation, of those who are overdue', () => module.get(CaseloadQueries).page('quiet', 'contact', PAGE, null)],
    ['counts', () => module.get(CaseloadQueries).counts()],
    ['the figures of a page', () => module.get(CaseloadQueries).figures()],
    ['Today', () => module.get(TodayQueries).page('2026-12-09')],
    ['person', (caller) => module.get(PersonPageQueries).page(person(caller))],
    ['timeline', (caller) => module.get(TimelineQueries).page(person(caller), PAGE, null)],
    ['search by name', ({ familyName }) => module.get(SearchQueries).find(familyName, FOUND)],
    ['search by sound', ({ familyName }) => module.get(SearchQueries).find(`marjory ${familyName}e`, FOUND)],
    ['search by a sound that many have', () => module.get(SearchQueries).find('zjon', FOUND)],
    ['search for nobody', () => module.get(SearchQueries).find('zzqxk', FOUND)],
    ['search by date of birth', () => module.get(SearchQueries).find('03/05/1944', FOUND)],
  ];

  const TOGETHER: [string, Who, (caller: Caller) => Promise<unknown>][] = [
    ['a plan', 'councilWorker', () => module.get(CarePlansQueries).current(place.planned)],
    ['the referrals that came', 'charityWorker', () => module.get(ReferralsQueries).queue('received', PAGE, 0)],
    ['the referrals that were sent', 'councilWorker', () => module.get(ReferralsQueries).queue('sent', PAGE, 0)],
    ['how a team’s cases are shared out', 'manager', () => module.get(WorkloadsQueries).byKeyWorker()],
    ['whoever waits for a key worker', 'manager', () => module.get(WaitingQueries).list(null)],
    ['a service by a word', 'nurse', () => module.get(DirectoryService).find({ search: 'gardening' }, FOUND)],
    ['a service by slips of the finger', 'nurse', () => module.get(DirectoryService).find({ search: 'trasnport evning', need: 'home' }, FOUND)],
    ['a service by its area', 'nurse', () => module.get(DirectoryService).find({ area: 'ward 77' }, FOUND)],
  ];
  it.each(TOGETHER)('fault 28: %s is found without reading a table whole that grows', async (_screen, who, work) => {
    const found = await plans(who, work);
    expect(found.length).toBeGreaterThan(0);
    for (const { text, readWhole } of found) expect([text.slice(0, 80), readWhole.filter((table) => GROWS.includes(table))]).toEqual([text.slice(0, 80), []]);
  });

  it('fault 28: a team of 250 is asked once for each case whether its key worker may still be that', async () => {
    expect(place.manager.sees).toBe(250);
    const found = await plans('manager', () => module.get(CaseloadQueries).counts({ lacking: true }));
    for (const { buffers } of found) expect(buffers).toBeLessThanOrEqual(PER_CASE * place.manager.sees);
  });

  describe.each(CALLERS)('%s', (_, who) => {
    it.each(SCREENS)('fault 28: %s reads no table whole that grows with the number of people', async (_screen, work) => {
      const found = await plans(who, work);
      expect(found.length).toBeGreaterThan(0);
      for (const { readWhole } of found) expect(readWhole.filter((table) => GROWS.includes(table))).toEqual([]);
    });

    it.each(SCREENS.filter(([screen]) => screen !== 'Today'))('fault 28: %s looks at 600 pages at most', async (_screen, work) => {
      for (const plan of await plans(who, work)) expect(plan.buffers).toBeLessThanOrEqual(600);
    });

    it('fault 28: the number above a list is the length of the list', async () => {
      const { everyone } = await as(place[who], () => module.get(CaseloadQueries).counts());
      const all = await as(place[who], () => module.get(CaseloadQueries).page('everyone', 'name', 10_000, null));
      expect(all).toHaveLength(everyone);
      expect(new Set(all.map(({ personId }) => personId)).size).toBe(everyone);
    });

    it('a page counts exactly as far as it says how many', async () => {
      const { counts, figures } = await as(place[who], async () => ({ counts: await module.get(CaseloadQueries).counts(), figures: await module.get(CaseloadQueries).figures() }));
      for (const view of CASELOAD_VIEWS) expect([view, Math.min(figures[view], MOST_COUNTED + 1)]).toEqual([view, Math.min(counts[view], MOST_COUNTED + 1)]);
      for (const view of CASELOAD_VIEWS) expect([view, await as(place[who], () => module.get(CaseloadQueries).total(view))]).toEqual([view, counts[view]]);
    });
  });
});
