import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { entriesOn, membersOn, wordsOf } from './people';
import { aRound, letIn, margery, timelineOf, write, type Round } from './round';

interface Page {
  personId: string;
  name: string;
  as: string;
  keyWorker: { name: string } | null;
  ringNow: { name: string; phone: string | null };
  team: { id: string; organisation: string }[];
  timeline: { items: { id: string; text: string | null }[]; next: string | null };
}

let app: TestApp;
let round: Round;
let jo: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  jo = await round.jo.signIn();
});
afterAll(() => app.close());

const pageOf = async (visitor: Visitor, personId?: string): Promise<Page> => (await visitor.get(`/api/me/page${personId ? `?person=${personId}` : ''}`).expect(200)).body as Page;

describe('A person on their own page', () => {
  it('begins there after signing in, and reads in large text who the key worker is, who helps and what happened', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'You walked to the gate.', visibleToPerson: true });
    const person = await (await letIn(app, personId, 'person')).signIn();
    expect((await person.get('/').expect(303)).headers['location']).toBe('/me');
    const html = (await person.get('/me').expect(200)).text;
    expect(html).toContain('class="os-me');
    expect(wordsOf(html)).toMatch(/Hello, Margery.*Who to ring now.*My key worker.*Jo Whitcombe.*My team.*Lunch club.*Does not do: Medicines.*You walked to the gate/);
  });

  it('has the same members and entries on the page and in JSON, and reads only what is marked for them', async () => {
    const personId = await margery(round, jo);
    const shown = await write(jo, personId, { text: 'For you', visibleToPerson: true });
    const own = await write(jo, personId, { text: 'For us', audience: 'internal' });
    const circle = await write(jo, personId, { text: 'For the circle' });
    const person = await (await letIn(app, personId, 'person')).signIn();
    const html = (await person.get('/me')).text;
    const json = await pageOf(person);
    expect(json).toMatchObject({ personId, as: 'own', keyWorker: { name: 'Jo Whitcombe' } });
    expect(membersOn(html)).toEqual(json.team.map((member) => member.id));
    expect(entriesOn(html)).toEqual(json.timeline.items.map((item) => item.id));
    const ids = json.timeline.items.map((item) => item.id);
    expect(ids).toContain(shown.id);
    expect(ids).not.toContain(own.id);
    expect(ids).not.toContain(circle.id);
    expect((await timelineOf(person, personId)).ids.slice(0, ids.length)).toEqual(ids);
  });

  it('is told whom to ring at this hour: the key worker in their hours, else who answers then, else NHS 111', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    const team = newId();
    await app.sql('insert into team (id, organisation_id, name, duty_phone, hours) values ($1, $2, $3, $4, $5)', [team, round.council.id, `Adults ${team.slice(-4)}`, '01632 960162', JSON.stringify(always)]);
    await app.sql('insert into team_member (team_id, membership_id) values ($1, $2)', [team, round.jo.membershipId]);
    expect((await pageOf(person)).ringNow).toEqual({ name: 'Jo Whitcombe', phone: '01632 960162' });
    await app.sql(`update team set hours = '[{"days":[],"from":"00:00","to":"24:00"}]', out_of_hours_phone = '01632 960199' where id = $1`, [team]);
    expect((await pageOf(person)).ringNow).toEqual({ name: 'Marlshire County Council, out of hours', phone: '01632 960199' });
    await app.sql('update team set out_of_hours_phone = null where id = $1', [team]);
    expect((await pageOf(person)).ringNow).toEqual({ name: 'NHS 111, day and night', phone: '111' });
    expect((await person.get('/me')).text).toContain('href="tel:111"');
    await app.sql('delete from team_member where team_id = $1', [team]);
  });

  it('opens nobody else, and nothing that staff open', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const other = await margery(round, jo);
    await person.get(`/me?person=${other}`).expect(404);
    await person.get(`/api/me/page?person=${newId()}`).expect(404);
    for (const path of [`/people/${personId}`, `/people/${personId}/circle`, '/caseload']) await person.get(path).expect(403);
    await person.send('post', `/api/people/${personId}/contact-notes`, { text: 'x', about: 'person', audience: 'circle' }).expect(403);
    await jo.get('/me').expect(403);
  });

  it('goes on to what happened before', async () => {
    const personId = await margery(round, jo);
    for (const text of ['one', 'two', 'three']) await write(jo, personId, { text, visibleToPerson: true });
    const person = await (await letIn(app, personId, 'person')).signIn();
    const first = (await person.get('/api/me/page?limit=2').expect(200)).body as Page;
    const second = (await person.get(`/api/me/page?limit=2&cursor=${encodeURIComponent(first.timeline.next ?? '')}`).expect(200)).body as Page;
    expect(second.timeline.items).toHaveLength(2);
    expect(first.timeline.items.map((item) => item.id)).not.toContain(second.timeline.items[0]?.id);
  });
});

describe('A family carer', () => {
  it('sees what the person agreed and no more: visits and calls here, who helps there', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'A visit', visibleToPerson: true });
    await write(jo, personId, { text: 'About health', category: 'health', visibleToPerson: true });
    await write(jo, personId, { text: 'For three only', audience: 'named', namedOrganisationIds: [round.trust.id], visibleToPerson: true });
    await write(jo, personId, { text: 'Not for the person' });
    const [visits, team] = [await (await letIn(app, personId, 'carer', { categories: ['contacts'] })).signIn(), await (await letIn(app, personId, 'carer', { categories: ['circle'] })).signIn()];
    const seen = await pageOf(visits);
    expect(seen).toMatchObject({ as: 'carer', team: [], keyWorker: { name: 'Jo Whitcombe' } });
    expect((await timelineOf(visits, personId)).texts).toEqual(['A visit']);
    expect((await pageOf(team)).team.map((member) => member.organisation)).toEqual(['Marl Valley Trust', 'Age Well Brackenbridge']);
    expect((await timelineOf(team, personId)).texts).toEqual([]);
    expect((await visits.get('/me')).text).not.toMatch(/About health|For three only|Not for the person|Lunch club/);
  });

  it('who looks after several people chooses first', async () => {
    const [one, two] = [await margery(round, jo, { given: 'Wanda' }), await margery(round, jo, { given: 'Tunde' })];
    const halina = await letIn(app, one, 'carer', { name: 'Halina Kowalczyk', categories: ['contacts'] });
    await letIn(app, two, 'carer', { user: halina, categories: ['contacts'] });
    const visitor = await halina.signIn();
    const choice = (await visitor.get('/me').expect(200)).text;
    expect(choice).toContain(`href="/me?person=${one}"`);
    expect(choice).toContain(`href="/me?person=${two}"`);
    const { items } = (await visitor.get('/api/me/people').expect(200)).body as { items: { personId: string }[] };
    expect(items.map((item) => item.personId).sort()).toEqual([one, two].sort());
    expect(wordsOf((await visitor.get(`/me?person=${two}`).expect(200)).text)).toMatch(/The page of Tunde/);
    expect((await pageOf(visitor, one)).personId).toBe(one);
    expect((await visitor.get('/me/access-log').expect(200)).text).toContain(`href="/me?person=${two}"`);
    expect((await visitor.get('/api/me/page').expect(422)).body).toMatchObject({ errors: [{ pointer: '/person', code: 'required' }] });
  });

  it('sees nothing from the moment when the person takes it back', async () => {
    const personId = await margery(round, jo);
    const carer = await letIn(app, personId, 'carer', { categories: ['contacts'] });
    const visitor = await carer.signIn();
    await pageOf(visitor);
    await app.sql('update relationship set ends = now() where person_id = $1 and scope_id = $2', [personId, carer.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await visitor.get('/me').expect(404);
    await visitor.get(`/api/me/page?person=${personId}`).expect(404);
  });
});
