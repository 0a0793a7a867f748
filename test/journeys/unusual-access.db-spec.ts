import { Client } from 'pg';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { aFamilyName, codes, register, wordsOf } from './people';
import { addToCircle, margery, aRound, write, type Round } from './round';

interface Finding {
  id: string; version: number; rule: string; number: number; colleague: { name: string }; person: { id: string; name: string } | null; decision: { outcome: string; words: string; by: string } | null;
}

let app: TestApp;
let clock: Client;
let round: Round;
let jo: Visitor;
let fran: Visitor;
/** of the council, with a part in nobody's care */
let sam: TestWorker;
let samAtWork: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  clock = new Client({ connectionString: app.db.clockUrl, options: '-c search_path=onestory,public' });
  await clock.connect();
});
beforeEach(async () => {
  round = await aRound(app);
  sam = await aWorker(app, round.council, { name: 'Sam Ekwueme', jobTitle: 'Duty worker' });
  [jo, fran, samAtWork] = [await round.jo.signIn(), await round.fran.signIn(), await sam.signIn()];
});
afterAll(async () => {
  await clock?.end();
  await app?.close();
});

/** What was just done was done so long ago, or at that instant. */
const wasDone = (when: string): Promise<unknown> =>
  app.sql(`begin; set local session_replication_role = replica; update audit_event set at = ${when} where at > now() - interval '20 minutes'; commit`);
const DAYS_AGO = `at - interval '50 hours'`;
const ONE_NIGHT = `date_trunc('day', now()) - interval '3 days' + interval '2 hours 30 minutes'`;

/** The clock reads the audit of the last days, as often as it has to. */
async function find(): Promise<void> {
  await app.sql(`delete from unusual_access_read; insert into unusual_access_read (soon, late) values (date_trunc('hour', now()) - interval '14 days', date_trunc('hour', now()) - interval '14 days')`);
  for (let left = 1, turns = 0; left > 0 && turns < 20; turns++) left = (await clock.query<{ left: number }>('select find_unusual_access() as left')).rows[0]?.left ?? 0;
}
const found = async (visitor: Visitor, shown = 'open'): Promise<Finding[]> => ((await visitor.get(`/api/unusual-access?shown=${shown}`).expect(200)).body as { items: Finding[] }).items;
const rules = async (personId: string | null, who = 'Sam Ekwueme'): Promise<string[]> => (await found(fran)).filter(({ person, colleague }) => (person?.id ?? null) === personId && colleague.name === who).map(({ rule }) => rule);

describe('A look of a colleague who has no part in the care', () => {
  it('is found a day later, with who, whose record, when and why', async () => {
    const personId = await margery(round, jo);
    await samAtWork.get(`/people/${personId}`).expect(200);
    await find();
    expect(await rules(personId)).toEqual([]);
    await wasDone(DAYS_AGO);
    await find();
    const [one] = (await found(fran)).filter(({ person }) => person?.id === personId);
    expect(one).toMatchObject({ rule: 'no_involvement', colleague: { name: 'Sam Ekwueme' }, decision: null });
    const words = wordsOf((await fran.get(`/information-governance/unusual-access/${one?.id}`).expect(200)).text);
    expect(words).toContain('had no part in this person’s care');
    expect(words).toContain('Sam Ekwueme, Duty worker');
  });

  it('is not one where they were named, were in the circle, or wrote something then or since', async () => {
    const led = await margery(round, jo);
    const written = await margery(round, jo);
    const joined = await margery(round, jo);
    for (const personId of [led, written, joined]) {
      await jo.get(`/people/${personId}`).expect(200);
      await samAtWork.get(`/people/${personId}`).expect(200);
    }
    await wasDone(DAYS_AGO);
    await write(samAtWork, written);
    await addToCircle(jo, joined, { organisationId: round.council.id, membershipId: sam.membershipId, does: 'Answers the telephone', categories: ['contacts'] });
    await find();
    expect(await rules(led, 'Jo Whitcombe')).toEqual([]);
    expect(await rules(led)).toEqual(['no_involvement']);
    expect(await rules(written)).toEqual([]);
    expect(await rules(joined)).toEqual([]);
  });

  it('is another thing after their part had ended', async () => {
    const personId = await margery(round, jo);
    await app.sql(`insert into key_worker_assignment select (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'membership_id', $2::uuid, 'kind', 'co_worker', 'state', 'ended', 'created_at', now() - interval '9 days',
        'accepted_at', now() - interval '9 days', 'ended_at', now() - interval '5 days'))).* from key_worker_assignment w where person_id = $1 limit 1`, [personId, sam.membershipId]);
    await samAtWork.get(`/people/${personId}`).expect(200);
    await wasDone(DAYS_AGO);
    await find();
    expect(await rules(personId)).toEqual(['after_end']);
  });

  it('does not tell that a part had been kept from others: what was sealed and has ended counts as none', async () => {
    const personId = await margery(round, jo);
    await app.sql(`insert into key_worker_assignment select (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'membership_id', $2::uuid, 'kind', 'co_worker', 'state', 'ended', 'accepted_at', now() - interval '9 days',
        'ended_at', now() - interval '5 days', 'sealed_to', jsonb_build_array($3::uuid)))).* from key_worker_assignment w where person_id = $1 limit 1`, [personId, sam.membershipId, round.jo.userId]);
    await samAtWork.get(`/people/${personId}`).expect(200);
    await wasDone(DAYS_AGO);
    await find();
    expect(await rules(personId)).toEqual(['no_involvement']);
  });
});

describe('A look at somebody near to the colleague', () => {
  const soon = async (): Promise<void> => {
    await wasDone(`at - interval '3 hours'`);
    await find();
  };

  it('with the same surname, also as a part of a double one, is found within the hour', async () => {
    const family = aFamilyName();
    const namesake = await aWorker(app, round.council, { name: `Ray ${family}` });
    const personId = await register(jo, { family: `Oduya-${family}` });
    await (await namesake.signIn()).get(`/people/${personId}`).expect(200);
    await soon();
    expect(await rules(personId, `Ray ${family}`)).toEqual(['same_surname']);
    expect(await rules(personId, 'Jo Whitcombe')).toEqual([]);
  });

  it('at their own address, which is known where their own record is; not where an address is protected', async () => {
    const [own, neighbour, hidden] = [await register(jo), await register(jo), await register(jo)];
    for (const [id, isProtected] of [[own, false], [neighbour, false], [hidden, true]] as const) {
      await app.sql(`insert into contact_point (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, kind, value, lines, postcode, protected, sealed_to)
        values ($1, gen_random_uuid(), $2, 'identity', 'circle', false, $3, 'ui', 'address', '4 Mill Lane', '{4 Mill Lane}', 'MA1 4ZZ', $4::boolean, case when $4::boolean then array[$3::uuid] end)`, [id, round.council.id, round.jo.userId, isProtected]);
    }
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, starts, source, created_by) values ($1, gen_random_uuid(), $2, 'person_as_staff', now() - interval '1 day', 'ui', $2)`, [own, sam.userId]);
    await app.sql('select refresh_person_access($1)', [own]);
    for (const id of [neighbour, hidden]) await samAtWork.get(`/people/${id}`).expect(200);
    await samAtWork.get(`/people/${own}`).expect(404);
    await soon();
    expect(await rules(neighbour)).toEqual(['same_address']);
    expect(await rules(hidden)).toEqual([]);
    expect(await rules(own)).toEqual(['self_or_relative']);
  });

  it('whom they said they know, or who is a relative: each refused try; and not one who is kept out in secret', async () => {
    const [known, relative, sealed] = [await margery(round, jo), await margery(round, jo), await margery(round, jo)];
    await samAtWork.send('post', `/api/people/${known}/knowing`).expect(204);
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, gen_random_uuid(), $2, 'relative', 'ui', $2)`, [relative, sam.userId]);
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, gen_random_uuid(), $2, 'alleged_source_of_harm', '{}', 'ui', $2)`, [sealed, sam.userId]);
    for (const id of [relative, sealed]) await app.sql('select refresh_person_access($1)', [id]);
    for (const id of [known, relative, sealed]) await samAtWork.get(`/people/${id}`).expect(404);
    await app.sql(`update exclusion set starts = now() - interval '1 day' where user_id = $1`, [sam.userId]);
    await soon();
    for (const id of [known, relative]) expect(await rules(id)).toEqual(['self_or_relative']);
    expect(await rules(sealed)).toEqual([]);
  });
});

describe('Much at once', () => {
  it('many people opened in an hour at night, and not the same in the day', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => register(jo)));
    const opened = async (): Promise<void> => {
      for (const id of people) await samAtWork.get(`/api/people/${id}`).expect(200);
    };
    await opened();
    await wasDone(`date_trunc('week', now() - interval '9 days') + interval '1 day 13 hours'`);
    await find();
    expect(await rules(null)).toEqual([]);
    await opened();
    await wasDone(ONE_NIGHT);
    await find();
    expect((await found(fran)).filter(({ rule }) => rule === 'night_burst')).toEqual([expect.objectContaining({ person: null, number: 10 })]);
  });

  it('lists taken away again and again, and many refused tries', async () => {
    for (let n = 0; n < 5; n++) await samAtWork.get('/caseload.csv').expect(200);
    const elsewhere = await (await aWorker(app, await anOrganisation(app))).signIn();
    const strangers = await Promise.all(Array.from({ length: 5 }, () => register(elsewhere)));
    for (const id of strangers) await samAtWork.get(`/people/${id}`).expect(404);
    await wasDone(ONE_NIGHT);
    await find();
    expect((await rules(null)).sort()).toEqual(['export_spike', 'refused_tries']);
    const text = (await fran.get('/information-governance/unusual-access').expect(200)).text;
    expect(strangers.some((id) => text.includes(id))).toBe(false);
  });
});

describe('The queue', () => {
  let personId: string;
  let one: Finding;
  beforeEach(async () => {
    personId = await margery(round, jo);
    await samAtWork.get(`/people/${personId}`).expect(200);
    await wasDone(DAYS_AGO);
    await find();
    one = (await found(fran)).find(({ person }) => person?.id === personId) as Finding;
  });
  const at = (): string => `/api/unusual-access/${one.id}/outcome`;

  it('raises one fact once, also when the clock reads it again and after it was decided', async () => {
    await find();
    expect((await found(fran)).filter(({ person }) => person?.id === personId)).toHaveLength(1);
    await fran.send('post', at(), { outcome: 'explained', words: 'Duty that day' }).set('If-Match', '"1"').expect(201);
    await find();
    expect((await found(fran)).filter(({ person }) => person?.id === personId)).toEqual([]);
    expect((await found(fran, 'decided')).filter(({ person }) => person?.id === personId)).toMatchObject([{ decision: { outcome: 'explained', words: 'Duty that day', by: 'Fran Lister' } }]);
  });

  it('shows as many as it counts, on the page as in JSON', async () => {
    const page = (await fran.get('/information-governance/unusual-access').expect(200)).text;
    const items = await found(fran);
    expect([...page.matchAll(/id="finding-([0-9a-f-]{36})"/g)].map((match) => match[1])).toEqual(items.map(({ id }) => id));
    expect(wordsOf(page)).toMatch(new RegExp(`To look into , ${items.length}\\b`));
  });

  it('is for leads about their own colleagues: not of another organisation, not about oneself, not with another role', async () => {
    const elsewhere = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    expect(await found(elsewhere)).toEqual([]);
    await elsewhere.get(`/information-governance/unusual-access/${one.id}`).expect(404);
    expect((await elsewhere.send('post', at(), { outcome: 'explained', words: 'x' }).set('If-Match', '"1"')).status).toBe(404);
    await app.sql(`update membership set roles = '{practitioner,ig_lead}' where id = $1`, [sam.membershipId]);
    const himself = await sam.signIn();
    expect((await found(himself)).map(({ id }) => id)).not.toContain(one.id);
    expect((await himself.send('post', at(), { outcome: 'false_alarm', words: 'Not me' }).set('If-Match', '"1"')).status).toBe(404);
    for (const visitor of [jo, await (await aWorker(app, round.council, { roles: ['team_manager'] })).signIn()]) await visitor.get('/api/unusual-access').expect(403);
  });

  it('a breach is an incident; each is decided once, with words, and whoever comes second is told', async () => {
    expect(codes((await fran.send('post', at(), { outcome: 'breach', words: '' }).set('If-Match', '"1"').expect(422)).body)).toEqual(['/words required']);
    const kept = await fran.submit(`/information-governance/unusual-access/${one.id}`, { _version: '1', outcome: '', words: 'His <neighbour>' });
    expect([kept.status, kept.text.includes('His &lt;neighbour&gt;')]).toEqual([422, true]);
    await fran.submit(`/information-governance/unusual-access/${one.id}`, { _version: '1', outcome: 'breach', words: 'His neighbour' }).expect(303);
    expect(await app.sql(`select kind, person_id, reported_by, state from incident where organisation_id = $1 and kind = 'breach'`, [round.council.id])).toEqual([{ kind: 'breach', person_id: personId, reported_by: round.fran.userId, state: 'open' }]);
    const second = await (await aWorker(app, round.council, { roles: ['ig_lead'] })).signIn();
    expect((await second.send('post', at(), { outcome: 'explained', words: 'x' }).set('If-Match', '"1"')).status).toBe(412);
    expect((await fran.get('/who-looked').expect(200)).text).not.toContain('moved a note away');
  });

  it('tells nobody else: the person reads nothing of it, and the colleague neither', async () => {
    for (const path of ['/notices', '/today']) expect((await samAtWork.get(path).expect(200)).text).not.toContain('nusual access');
    expect((await samAtWork.get('/information-governance/unusual-access')).status).toBe(403);
  });
});

it('a discreet service’s people are known to its own lead alone', async () => {
  const personId = await margery(round, jo);
  await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
  const anita = await round.anita.signIn();
  await anita.get(`/people/${personId}`).expect(200);
  for (let n = 0; n < 5; n++) await anita.get('/caseload.csv').expect(200);
  await wasDone(ONE_NIGHT);
  await find();
  const theirs: TestOrganisation = round.havenRow;
  const own = await (await aWorker(app, theirs, { roles: ['ig_lead'] })).signIn();
  expect((await found(own)).map(({ rule }) => rule)).toEqual(['export_spike']);
  expect((await found(fran)).filter(({ colleague }) => colleague.name === 'Anita Bose')).toEqual([]);
});
