import 'reflect-metadata';
import { WIND_DOWN_WORKING_DAYS, windDownEnd } from '@app/care-teams';
import { workingDaysAfter } from '@app/kernel';
import { signContext } from '@app/records';
import { formatDate } from '@app/web-kit';
import { Client } from 'pg';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aService } from '../support/services';
import { aWorker, type TestWorker } from '../support/staff';
import { openCase, register, wordsOf } from './people';
import { addToCircle, aRound, timelineOf, write, type Round } from './round';

let app: TestApp;
let round: Round;
let jo: Visitor;
let delphine: Visitor;
let lunch: string;

interface Life { personId: string; caseId: string; line: { id: string; version: number }; referral: string | null }
type Versioned = { id: string; version: number };

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, delphine] = [await round.jo.signIn(), await round.delphine.signIn()];
  lunch = await aService(app, round.ageWell, { name: 'Lunch club', intake: [round.delphine.membershipId] });
});
afterAll(() => app.close());

const CATEGORIES = ['identity', 'about_me', 'circle', 'plan', 'contacts'];
const circleOf = async (visitor: Visitor, personId: string): Promise<(Versioned & { worker: string | null })[]> => ((await visitor.get(`/api/people/${personId}/circle`).expect(200)).body as { items: never[] }).items;
const kindsTold = async (visitor: Visitor, personId: string): Promise<string[]> =>
  ((await visitor.get('/api/notices').expect(200)).body as { items: { personId: string | null; kind: string }[] }).items.filter((one) => one.personId === personId).map(({ kind }) => kind);
const finish = (visitor: Visitor, personId: string, { id, version }: Versioned, because = 'finished') =>
  visitor.send('post', `/api/people/${personId}/circle/${id}/end`, { reason: 'She goes by herself now', because }).set('If-Match', `"${version}"`);
const onReferral = async (visitor: Visitor, id: string, what: string, command: object) => {
  const { version } = (await visitor.get(`/api/referrals/${id}`).expect(200)).body as { version: number };
  return visitor.send('post', `/api/referrals/${id}/${what}`, command).set('If-Match', `"${version}"`).expect(200);
};

/** What the application could send to the database, in somebody's name. */
async function asServer(sql: string, who?: TestWorker): Promise<object[]> {
  const client = new Client({ connectionString: app.db.appUrl });
  await client.connect();
  const [stored] = await app.sql<{ key: Buffer }>('select key from context_key');
  const actor = who && { userId: who.userId, name: who.name, sector: 'vcse' as const, roles: ['practitioner' as const], organisationId: who.organisation.id, membershipId: who.membershipId, teamIds: [], onlyByName: false };
  try {
    await client.query(`set search_path = onestory`);
    if (actor) await client.query(`select set_config('onestory.context', $1, false)`, [signContext(stored?.key ?? Buffer.alloc(0), actor)]);
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Somebody whom Jo leads; Delphine helps, because she was added or because she accepted a referral. */
async function helped(by: 'circle' | 'referral'): Promise<Life> {
  const personId = await register(jo, { phone: '01632 960123' });
  const caseId = await openCase(jo, personId, { keyWorkerMembershipId: round.jo.membershipId });
  let referral: string | null = null;
  if (by === 'circle') await addToCircle(jo, personId, { organisationId: round.ageWell.id, membershipId: round.delphine.membershipId, does: 'Lunch club', categories: CATEGORIES });
  else {
    const sent = await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: lunch, needDomain: 'people_loneliness', needText: 'Company at midday', whyNow: 'Eats alone', agreedHow: 'in_person', opens: CATEGORIES }).expect(201);
    referral = (sent.body as { id: string }).id;
    await onReferral(delphine, referral, 'acceptance', { promiseDate: '2099-01-01' });
    await onReferral(delphine, referral, 'start', {});
  }
  const line = (await circleOf(jo, personId)).find(({ worker }) => worker === 'Delphine Carter');
  if (!line) throw new Error('Nobody has joined');
  await workThrough(app);
  return { personId, caseId, line, referral };
}

const WAYS: [string, 'circle' | 'referral', (life: Life) => Promise<unknown>][] = [
  ['their help ends', 'circle', ({ personId, line }) => finish(jo, personId, line).expect(204)],
  ['a referral is completed', 'referral', ({ referral }) => onReferral(delphine, referral ?? '', 'completion', { outcome: 'achieved' })],
  ['the case is closed', 'circle', ({ caseId }) => jo.send('post', `/api/cases/${caseId}/close`, { because: 'goals_met', toldHow: 'not_told' }).expect(200)],
];

describe.each(WAYS)('A helper winds down when %s', (_how, by, end) => {
  let life: Life;
  beforeAll(async () => {
    life = await helped(by);
    await write(delphine, life.personId, { text: 'She sang at lunch' });
    await write(jo, life.personId, { text: 'She fell on Sunday' });
    await write(jo, life.personId, { text: 'For Age Well', audience: 'named', namedOrganisationIds: [round.ageWell.id] });
    expect((await timelineOf(delphine, life.personId)).texts.sort()).toEqual(['For Age Well', 'She fell on Sunday', 'She sang at lunch']);
    await end(life);
  });

  it('and reads what they wrote, and nothing that others wrote before or write now, not even for them', async () => {
    await write(jo, life.personId, { text: 'The daughter rang' });
    await write(jo, life.personId, { text: 'For Age Well again', audience: 'named', namedOrganisationIds: [round.ageWell.id] });
    expect((await timelineOf(delphine, life.personId)).texts).toEqual(['She sang at lunch']);
    expect((await delphine.get(`/people/${life.personId}`).expect(200)).text).not.toMatch(/01632 960123|Jo Whitcombe/);
    expect((await delphine.get(`/api/people/${life.personId}`).expect(200)).body).toMatchObject({ youSee: [] });
  });

  it('and writes the closing note, which the circle reads', async () => {
    const { id } = await write(delphine, life.personId, { text: 'A good year, and goodbye' });
    expect((await timelineOf(delphine, life.personId)).ids).toContain(id);
    expect((await timelineOf(jo, life.personId)).texts).toContain('A good year, and goodbye');
  });

  it('and decides nothing any more: lets nobody in, asks nobody to lead', async () => {
    await delphine.send('post', `/api/people/${life.personId}/circle`, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Rent', categories: ['identity'] }).expect(404);
    expect([403, 404]).toContain((await delphine.send('post', `/api/cases/${life.caseId}/key-worker`, { membershipId: round.jo.membershipId, personPreference: false })).status);
  });

  it('and writes nothing else, nor is offered to: no page has a form or a link for it, and whoever sends one is refused in words', async () => {
    const at = `/people/${life.personId}`;
    const overview = (await delphine.get(at).expect(200)).text;
    expect(wordsOf(overview)).toContain(`Your help here has ended. Until the end of ${formatDate(workingDaysAfter(new Date(), WIND_DOWN_WORKING_DAYS))} you`);
    expect(overview).toContain(`action="${at}/contact-notes"`);
    for (const tab of ['', '/plan', '/circle', '/alerts', '/referrals', '/timeline']) {
      const { text } = await delphine.get(`${at}${tab}`).expect(200);
      const offered = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to ?? '').filter((to) => /\/(case\/new|circle\/add|alerts|referrals\/new|plan\/draft|small-update|reference)\b/.test(to) && to !== `${at}/alerts`);
      expect([tab, offered, text.includes(`method="post" action="${at}/alerts"`)]).toEqual([tab, [], false]);
    }
    expect((await delphine.get(`${at}/circle`)).text).not.toMatch(/Jo Whitcombe|Marlshire/);
    for (const form of ['/case/new', '/circle/add', '/referrals/new', '/reference']) {
      expect([form, (await delphine.get(`${at}${form}`)).status]).toEqual([form, 403]);
    }
    const alert = await delphine.send('post', `/api${at}/alerts`, { kind: 'information', text: 'x', whatToDo: 'y', reviewOn: '2099-01-01', audience: 'circle' });
    expect([alert.status, alert.text]).toEqual([403, expect.stringContaining('You can still write a closing note, and nothing else')]);
    const others: [string, object][] = [
      ['referrals', { serviceId: lunch, needDomain: 'people_loneliness', needText: 'Company', whyNow: 'Alone', agreedHow: 'in_person', opens: ['contacts'] }],
      ['case', { reason: 'Again' }], ['care-plan/drafts', {}],
    ];
    for (const [what, command] of others) expect([what, (await delphine.send('post', `/api${at}/${what}`, command)).status]).toEqual([what, 403]);
  });

  it('and corrects the closing note, and reads how it is safe to reach the person, not what was decided about others', async () => {
    const { id, version } = await write(delphine, life.personId, { text: 'She gave me her umbrela' });
    await delphine.send('post', `/api/people/${life.personId}/contact-notes/${id}/corrections`, { text: 'It was an umbrella' }).set('If-Match', `"${version}"`).expect(201);
    await app.sql(`insert into safe_contact (person_id, id, channel, allowed, source, created_by) values ($1, gen_random_uuid(), 'phone', false, 'ui', $2)`, [life.personId, round.jo.userId]);
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, gen_random_uuid(), $2, 'relative', 'ui', $3)`, [life.personId, round.mo.userId, round.jo.userId]);
    const seen = await asServer(`select 'relationship' as fact from relationship where person_id = '${life.personId}' and organisation_id <> '${round.ageWell.id}' union all
      select 'sharing decision' from sharing_decision where person_id = '${life.personId}' union all select 'exclusion' from exclusion where person_id = '${life.personId}' union all
      select 'safe contact' from safe_contact where person_id = '${life.personId}'`, round.delphine);
    expect(seen).toEqual([{ fact: 'safe contact' }]);
  });

  it('until the tenth working day is over, and then opens nothing', async () => {
    const doors = await app.sql('select basis, until from person_access where person_id = $1 and organisation_id = $2', [life.personId, round.ageWell.id]);
    expect(doors).toEqual([{ basis: 'wind_down', until: windDownEnd(new Date()) }]);
    await app.sql(`update person_access set starts = starts - interval '1 year', until = now() where person_id = $1 and organisation_id = $2`, [life.personId, round.ageWell.id]);
    for (const path of [`/people/${life.personId}`, `/people/${life.personId}/timeline`, `/api/people/${life.personId}`]) await delphine.get(path).expect(404);
    await delphine.send('post', `/api/people/${life.personId}/contact-notes`, { text: 'Too late', about: 'person', audience: 'internal' }).expect(404);
  });
});

describe('A helper whose help ends', () => {
  it('is told so, and so is everybody when a case is closed; not whoever did it', async () => {
    const ended = await helped('circle');
    await finish(jo, ended.personId, ended.line).expect(204);
    const closed = await helped('circle');
    await jo.send('post', `/api/cases/${closed.caseId}/close`, { because: 'goals_met', toldHow: 'not_told' }).expect(200);
    await workThrough(app);
    expect(await kindsTold(delphine, ended.personId)).toEqual(['care-team.ended']);
    expect(await kindsTold(delphine, closed.personId)).toEqual(['case.closed']);
    for (const { personId } of [ended, closed]) expect(await kindsTold(jo, personId)).toEqual([]);
  });

  it('is told nothing when it ends at once: they may no longer open the person', async () => {
    const { personId, line } = await helped('circle');
    await finish(jo, personId, line, 'safety').expect(204);
    await workThrough(app);
    expect(await kindsTold(delphine, personId)).toEqual([]);
    expect(await app.sql(`select 1 from notice where person_id = $1 and kind = 'care-team.ended'`, [personId])).toEqual([]);
  });

  it('at once for safety also ends what was left of a wind-down', async () => {
    const { personId, caseId } = await helped('circle');
    await jo.send('post', `/api/cases/${caseId}/close`, { because: 'goals_met', toldHow: 'not_told' }).expect(200);
    await delphine.get(`/people/${personId}`).expect(200);
    const line = (await circleOf(jo, personId)).find(({ worker }) => worker === 'Delphine Carter');
    await finish(jo, personId, line as Versioned, 'safety').expect(204);
    await delphine.get(`/people/${personId}`).expect(404);
  });
});

describe('The key worker of an open case', () => {
  let leader: TestWorker;
  let life: { personId: string; caseId: string };
  beforeEach(async () => {
    leader = await aWorker(app, round.trust, { name: 'Priya Nair', teamIds: [round.nursing], keyWorkerTrained: true });
    const personId = await register(jo);
    life = { personId, caseId: '' };
  });
  const lead = async (line: object): Promise<Versioned> => {
    const added = await addToCircle(jo, life.personId, { organisationId: round.trust.id, does: 'Therapy', categories: CATEGORIES, ...line });
    life.caseId = await openCase(jo, life.personId, { keyWorkerMembershipId: leader.membershipId });
    return added;
  };

  it('stays in the circle: whoever would end their help is told to hand over first, on the page, as JSON and by the database', async () => {
    const line = await lead({ teamId: round.nursing, membershipId: leader.membershipId });
    expect(wordsOf((await jo.get(`/people/${life.personId}/circle`).expect(200)).text)).toContain('Key worker: hands over first');
    expect(wordsOf((await jo.get(`/people/${life.personId}/circle/${line.id}/end`).expect(200)).text)).toMatch(/They are the key worker.*Hand over to somebody else first/);
    const page = await jo.submit(`/people/${life.personId}/circle/${line.id}/end`, { reason: 'Moves on', because: 'finished', _version: String(line.version) });
    expect([page.status, wordsOf(page.text).includes('Hand over to somebody else first')]).toEqual([409, true]);
    for (const because of ['finished', 'person_said_no', 'safety']) {
      expect((await finish(jo, life.personId, line, because).expect(409)).body).toMatchObject({ type: 'urn:onestory:keyWorker.leads' });
    }
    await expect(asServer(`update care_team_member set state = 'ended' where id = '${line.id}'`)).rejects.toThrow('permission denied');
    expect(await app.sql('select leads_by($1, $2) as leads', [life.personId, line.id])).toEqual([{ leads: true }]);
    await (await leader.signIn()).get(`/people/${life.personId}`).expect(200);
  });

  it('stays also when it is the help of the team by which alone they came', async () => {
    const line = await lead({ teamId: round.nursing });
    expect((await finish(jo, life.personId, line).expect(409)).body).toMatchObject({ type: 'urn:onestory:keyWorker.leads' });
  });

  it('leaves when they have handed over', async () => {
    const line = await lead({ teamId: round.nursing, membershipId: leader.membershipId });
    await jo.send('post', `/api/cases/${life.caseId}/close`, { because: 'moved', toldHow: 'not_told' }).expect(200);
    const [now] = (await circleOf(jo, life.personId)).filter(({ id }) => id === line.id);
    await finish(jo, life.personId, now as Versioned).expect(204);
  });

  it('stays whatever SQL the application sends: it cannot end the relationship by which they came', async () => {
    await lead({ teamId: round.nursing });
    const [door] = await app.sql<{ id: string }>('select id from relationship where person_id = $1 and organisation_id = $2', [life.personId, round.trust.id]);
    const ending = `update relationship set ends = now() where id = '${door?.id}'`;
    await expect(asServer(ending, round.jo)).rejects.toThrow('refused');
    await (await leader.signIn()).get(`/people/${life.personId}`).expect(200);
    await jo.send('post', `/api/cases/${life.caseId}/hold`, { reason: 'In hospital', reviewOn: '2099-01-01' });
    await expect(asServer(ending, round.jo)).rejects.toThrow('refused');
    await app.sql(`update key_worker_assignment set state = 'ended', ended_at = now() where person_id = $1 and membership_id = $2`, [life.personId, leader.membershipId]);
    await asServer(ending, round.jo);
    expect(await app.sql('select 1 from relationship where id = $1 and ends > now()', [door?.id])).toEqual([]);
  });

  it.each([
    ['completes it', 'completion', { outcome: 'achieved' }, () => delphine],
    ['ends it early', 'early-end', { reason: 'moved' }, () => delphine],
    ['takes it back', 'withdrawal', { reason: 'person_changed_mind' }, () => jo],
  ] as [string, string, object, () => Visitor][])('stays when they came by a referral: whoever %s is told to hand over first', async (_how, what, command, who) => {
    const { personId, referral } = await ledByReferral();
    const { version } = (await who().get(`/api/referrals/${referral}`).expect(200)).body as { version: number };
    const refused = await who().send('post', `/api/referrals/${referral}/${what}`, command).set('If-Match', `"${version}"`);
    expect([refused.status, (refused.body as { type: string }).type]).toEqual([409, 'urn:onestory:keyWorker.leads']);
    await delphine.get(`/people/${personId}`).expect(200);
    expect((await jo.get(`/api/referrals/${referral}`)).body).toMatchObject({ state: 'in_progress' });
    await app.sql(`update key_worker_assignment set membership_id = $2 where person_id = $1`, [personId, round.jo.membershipId]);
    await who().send('post', `/api/referrals/${referral}/${what}`, command).set('If-Match', `"${version}"`).expect(200);
  });

  /** A case of Jo's that Delphine leads, who came by a referral. */
  async function ledByReferral(): Promise<Life> {
    const led = await helped('referral');
    await app.sql(`update membership set key_worker_trained = true where id = $1`, [round.delphine.membershipId]);
    await app.sql(`update key_worker_assignment set membership_id = $2 where person_id = $1 and kind = 'lead'`, [led.personId, round.delphine.membershipId]);
    return led;
  }
});
