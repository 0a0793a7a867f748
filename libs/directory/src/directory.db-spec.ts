import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { newId, runInContext, type Actor } from '@app/kernel';
import { RecordsModule, Transactions } from '@app/records';
import { entities } from '../../../migrations/schema';
import { anOrganisation, aWorker, openPlace, type Organisation, type Place } from '../../../test/support/builders';
import { plansOf } from '../../../test/performance/plans';
import { statementsOf, transactionIn } from '../../../test/performance/statements';
import { DirectoryModule, DirectoryService, type DescribeService, type ServiceRow } from './index';

const LUNCH: DescribeService = { name: 'Lunch club', description: 'A hot meal', needs: ['people_loneliness'], wait: 'about two weeks' };

describe('An organisation’s entry in the directory', () => {
  let place: Place;
  let module: TestingModule;
  let charity: Organisation;
  let mo: Actor;
  let stranger: Actor;

  beforeAll(async () => {
    place = await openPlace();
    const [stored] = await place.sql<{ key: Buffer }>('select key from context_key');
    module = await Test.createTestingModule({ imports: [RecordsModule.forRoot({ appUrl: place.db.appUrl, contextKey: stored?.key as Buffer, entities }), DirectoryModule] }).compile();
    await module.init();
    charity = await anOrganisation(place, { name: 'Age Well', sector: 'vcse' });
    mo = await aWorker(place, 'Mo').of(charity);
    stranger = await aWorker(place, 'Jo').of(await anOrganisation(place));
  });
  afterAll(async () => {
    await module?.close();
    await place?.close();
  });

  const as = <T>(actor: Actor, act: (directory: DirectoryService) => Promise<T>): Promise<T> =>
    runInContext({ requestId: newId(), actor, purpose: 'administration', source: 'ui' }, () => act(module.get(DirectoryService)));
  const listed = async (): Promise<ServiceRow> => {
    const draft = await as(mo, (directory) => directory.describe(LUNCH));
    return as(mo, (directory) => directory.list(draft.id, draft.rowVersion));
  };

  it('is a draft that only they see, then listed and verified, paused with a reason, listed again, delisted', async () => {
    const draft = await as(mo, (directory) => directory.describe(LUNCH));
    expect(draft).toMatchObject({ state: 'draft', verifiedOn: null, takesReferrals: false, waitAsOf: expect.stringMatching(/^20/) });
    await expect(as(stranger, (directory) => directory.byId(draft.id))).rejects.toMatchObject({ status: 404 });
    const open = await as(mo, (directory) => directory.list(draft.id, 1));
    expect(open).toMatchObject({ state: 'listed', takesReferrals: true, verifiedOn: expect.stringMatching(/^20/) });
    const paused = await as(mo, (directory) => directory.pause(draft.id, 2, { reason: 'Holiday' }));
    expect(paused).toMatchObject({ state: 'paused', stateReason: 'Holiday', takesReferrals: false });
    await as(mo, (directory) => directory.list(draft.id, 3));
    const gone = await as(mo, (directory) => directory.delist(draft.id, 4, { reason: 'Closed' }));
    expect((await as(stranger, (directory) => directory.find({ search: 'lunch' }, 50))).rows.map(({ id }) => id)).not.toContain(draft.id);
    await expect(as(mo, (directory) => directory.pause(gone.id, 5, { reason: 'x' }))).rejects.toMatchObject({ status: 409, code: 'service.state' });
  });

  it('is not for others to change, by the verb or by SQL of their own', async () => {
    const service = await listed();
    await expect(as(stranger, (directory) => directory.pause(service.id, service.rowVersion, { reason: 'x' }))).rejects.toMatchObject({ status: 403 });
    const { queries } = module.get<unknown, { queries: { update(...all: unknown[]): Promise<boolean>; insert(...all: unknown[]): Promise<void> } }>(DirectoryService);
    const past = <T>(work: () => Promise<T>): Promise<T> => as(stranger, () => module.get(Transactions).run(work));
    expect(await past(() => queries.update(service.id, charity.id, service.rowVersion, { ...service, name: 'Mine' }))).toBe(false);
    await expect(past(() => queries.insert(newId(), charity.id, 'import', { ...service, externalId: null }))).rejects.toMatchObject({ code: '42501' });
  });

  it('input 41: saved from two desks, the second is told', async () => {
    const service = await listed();
    await as(mo, (directory) => directory.pause(service.id, service.rowVersion, { reason: 'x' }));
    await expect(as(mo, (directory) => directory.delist(service.id, service.rowVersion, { reason: 'y' }))).rejects.toMatchObject({ status: 412 });
  });

  it('fault 28: among 20,000 services none is looked for by reading them all', async () => {
    await place.sql(
      `insert into service (id, organisation_id, name, description, needs, area, name_words, words, area_words, verified_on, state, source)
       select gen_random_uuid(), $1, w.word || ' ' || n, w.word || ' for everybody', array[(array['home', 'money', 'mind', 'body'])[1 + n % 4]], 'Ward ' || n % 500,
              w.word || ' ' || n, words_of(w.word || ' ' || n || ' age well for everybody'), words_of('ward ' || n % 500), current_date, 'listed', 'ui'
         from generate_series(1, 20000) n, lateral (select (array['choir', 'gardening', 'befriending', 'debt advice', 'swimming', 'damp repairs', 'transport', 'counselling'])[1 + n % 8] || ' ' || md5((n % 400)::text) as word) w`, [charity.id]);
    await place.sql('insert into service_word select distinct w from service, unnest(words || area_words) w on conflict do nothing');
    await place.sql('analyze service, service_word');
    const bare = new Client({ connectionString: place.db.appUrl });
    await bare.connect();
    const took: string[] = [];
    for (const [search, expected] of [[{ search: 'trasnport 1238' }, 1], [{ search: 'draghts' }, 0], [{ search: 'gardening', area: 'ward 77' }, 1], [{ area: 'ward 123' }, 1], [{}, 1]] as const) {
      const statements = await statementsOf(() => as(stranger, (directory) => directory.find(search, 20)));
      for (const { text, readWhole } of await plansOf(bare, transactionIn(statements))) expect([search, text.slice(0, 60), readWhole.filter((table) => table.startsWith('service'))]).toEqual([search, text.slice(0, 60), []]);
      const from = performance.now();
      await as(stranger, (directory) => directory.find(search, 20));
      took.push(`${JSON.stringify(search)} ${(performance.now() - from).toFixed(1)} ms`);
      expect([search, Math.min(expected, (await as(stranger, (directory) => directory.find(search, 20))).rows.length)]).toEqual([search, expected]);
    }
    await bare.end();
    process.stderr.write(`Among 20,000 services: ${took.join(', ')}\n`);
  });
});
