import { windDownEnd } from '@app/care-teams';
import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { aFamilyName, register, wordsOf } from './people';

let app: TestApp;
let council: TestOrganisation;
let ageWell: TestOrganisation;
let havenRow: TestOrganisation;
let jo: Visitor;
let delphine: Visitor;
let joWorker: TestWorker;
let delphineWorker: TestWorker;
let lunch: string;
let other: string;

interface Item { id: string; version: number; state: string; owner: string | null; side: string | null; personId: string | null; person: string | null; summary: { key: string; text: string }[] | null; needText: string | null; overdue: boolean }

beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app, { name: 'Marlshire County Council' });
  ageWell = await anOrganisation(app, { name: 'Age Well Brackenbridge', sector: 'vcse', accessScope: 'named' });
  havenRow = await anOrganisation(app, { name: 'Haven Row', sector: 'vcse', accessScope: 'named' });
  await app.sql('update organisation set discreet_by_default = true where id = $1', [havenRow.id]);
  joWorker = await aWorker(app, council, { name: 'Jo Whitcombe' });
  delphineWorker = await aWorker(app, ageWell, { name: 'Delphine Carter' });
  jo = await joWorker.signIn();
  delphine = await delphineWorker.signIn();
  lunch = await aService(app, ageWell, { name: 'Lunch club' });
  other = await aService(app, ageWell, { name: 'Visiting', needs: ['people_loneliness'] });
});
afterAll(() => app?.close());

const asked = { needDomain: 'people_loneliness', needText: 'Company at midday', whyNow: 'Eats alone since the spring', agreedHow: 'in_person', spokeAlone: true, facts: ['age'], opens: ['about_me', 'contacts'] };
const anybody = (): Promise<string> => register(jo, { family: aFamilyName(), phone: '01632 960123' });
async function refer(personId: string, command: object = {}, visitor = jo): Promise<Item> {
  return (await visitor.send('post', `/api/people/${personId}/referrals`, { serviceId: lunch, ...asked, ...command }).expect(201)).body as Item;
}
const see = async (visitor: Visitor, id: string): Promise<Item> => (await visitor.get(`/api/referrals/${id}`).expect(200)).body as Item;
const act = (visitor: Visitor, { id, version }: Pick<Item, 'id' | 'version'>, what: string, body: object = {}) => visitor.send('post', `/api/referrals/${id}/${what}`, body).set('If-Match', `"${version}"`);
const transitions = async (id: string): Promise<string[]> =>
  (await app.sql<{ to: string }>(`select coalesce(from_state, '') || ' ' || to_state as to from state_transition where entity_id = $1 order by created_at, effective_at, id`, [id])).map(({ to }) => to.trim());
const referralsOn = (html: string): string[] => [...html.matchAll(/id="referral-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');

describe('A referral', () => {
  it('is made from a person: search, form, check, sent; page and JSON show the same', async () => {
    const personId = await anybody();
    const search = await jo.get(`/people/${personId}/referrals/new?search=lunhc`).expect(200);
    expect(search.text).toContain(`/people/${personId}/referrals/new?service=${lunch}`);
    const form = await jo.get(`/people/${personId}/referrals/new?service=${lunch}`).expect(200);
    expect(wordsOf(form.text)).toContain('What did they agree may go along');
    const typed = { serviceId: lunch, ...asked, spokeAlone: 'on', 'agreedOn[day]': '5', 'agreedOn[month]': '1', 'agreedOn[year]': '2026', facts: ['age', 'phone'] } as Record<string, string | string[]>;
    const check = await jo.submit(`/people/${personId}/referrals/check`, typed).expect(200);
    expect(wordsOf(check.text)).toMatch(/Check before you send.*Lunch club, Age Well.*Company at midday.*01632 960123.*5 January 2026/);
    expect(await app.sql('select 1 from referral where person_id = $1', [personId])).toEqual([]);
    const hidden = Object.fromEntries([...check.text.matchAll(/<input type="hidden" name="((?!_)[^"]+)" value="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
    expect(wordsOf((await jo.submit(`/people/${personId}/referrals/change`, typed).expect(200)).text)).toContain('Eats alone since the spring');
    const sent = await jo.submit(`/people/${personId}/referrals`, { ...hidden, facts: ['age', 'phone'], opens: asked.opens }).expect(303);
    const id = (sent.headers['location'] ?? '').split('/').at(-1) ?? '';
    const page = await jo.get(`/referrals/${id}`).expect(200);
    expect(wordsOf(page.text)).toContain('Referral sent to Age Well Brackenbridge');
    expect(await see(jo, id)).toMatchObject({ id, state: 'sent', owner: 'sender', side: 'sender', personId, agreedOn: '2026-01-05', spokeAlone: true });
    const { items } = (await jo.get('/api/referrals?queue=sent').expect(200)).body as { items: Item[] };
    expect(referralsOn((await jo.get('/referrals?queue=sent').expect(200)).text)).toEqual(items.map((item) => item.id));
    expect(referralsOn((await jo.get(`/people/${personId}/referrals`).expect(200)).text)).toEqual([id]);
    expect(((await jo.get(`/api/people/${personId}/referrals`).expect(200)).body as { items: Item[] }).items.map((item) => item.id)).toEqual([id]);
    expect(await transitions(id)).toEqual(['draft', 'draft sent']);
  });

  it('shows its receiver the frozen summary, with its age, and nothing else of the person: no name, no record', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    const received = await see(delphine, id);
    expect(received).toMatchObject({ side: 'receiver', personId: null, person: null, needText: 'Company at midday', summary: [{ key: 'age', text: '80 to 89' }] });
    const [{ family = '' } = {}] = await app.sql<{ family: string }>('select family from person where person_id = $1', [personId]);
    for (const path of [`/referrals/${id}`, '/referrals', `/api/referrals/${id}`, '/api/referrals']) {
      const { text } = await delphine.get(path).expect(200);
      expect([path, text.includes(family), text.includes(personId)]).toEqual([path, false, false]);
    }
    expect(wordsOf((await delphine.get('/referrals').expect(200)).text)).toMatch(/Somebody aged 80 to 89, Lunch club Waits for an answer.*From Jo Whitcombe.*Sent today/);
    for (const path of [`/people/${personId}`, `/api/people/${personId}`, `/people/${personId}/referrals`, `/api/people/${personId}/timeline`]) await delphine.get(path).expect(404);
    await app.sql(`update contact_point set value = '01632 960999' where person_id = $1`, [personId]);
    expect((await see(delphine, id)).summary).toEqual(received.summary);
    expect(await app.sql('select 1 from person_access where person_id = $1 and organisation_id = $2', [personId, ageWell.id])).toEqual([]);
  });

  it('names the person only where they agreed; words that name them otherwise are sent back', async () => {
    const personId = await anybody();
    const named = await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: lunch, ...asked, needText: 'Margery is lonely' }).expect(422);
    expect(named.body).toMatchObject({ errors: [{ pointer: '/needText', code: 'names.person' }] });
    const { id } = await refer(personId, { facts: ['name'], needText: 'Margery is lonely' });
    expect((await see(delphine, id)).summary?.[0]?.text).toMatch(/^Margery .*born 3 May 1944$/);
    expect((await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: other, ...asked, facts: ['language'] }).expect(422)).body).toMatchObject({ errors: [{ code: 'fact.unknown' }] });
  });

  it('input 36: goes nowhere but to somebody else’s service that is listed, of an organisation that takes part', async () => {
    const personId = await anybody();
    const closed = await anOrganisation(app, { state: 'left' });
    const tries: [string, string][] = [
      [await aService(app, council), 'organisation.invalid'], [await aService(app, closed), 'organisation.invalid'], [await aService(app, await anOrganisation(app, { state: 'suspended' })), 'organisation.invalid'],
      [await aService(app, ageWell, { state: 'paused' }), 'service.paused'], [newId(), 'choice'],
    ];
    for (const [serviceId, code] of tries) {
      const { body } = await jo.send('post', `/api/people/${personId}/referrals`, { ...asked, serviceId }).expect(422);
      expect([code, (body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([code, code]);
    }
    const page = await jo.submit(`/people/${personId}/referrals`, { ...asked, spokeAlone: 'on', serviceId: tries[0]?.[0] ?? '' }).expect(422);
    expect(wordsOf(page.text)).toContain('This is a service of your own organisation');
    expect(page.text).toContain('Company at midday');
  });

  it('is not sent twice: the second is 409 with a link to the first', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    const again = await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: lunch, ...asked }).expect(409);
    expect(again.body).toMatchObject({ type: 'urn:onestory:referral.exists', errors: [{ pointer: '/serviceId', message: expect.stringContaining(`/referrals/${id}`) }] });
    const page = await jo.submit(`/people/${personId}/referrals`, { serviceId: lunch, ...asked, spokeAlone: 'on' }).expect(409);
    expect(page.text).toContain(`href="/referrals/${id}"`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => jo.send('post', `/api/people/${personId}/referrals`, { serviceId: other, ...asked })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('input 67: with an Idempotency-Key, the same request gets the first answer again and another one is refused', async () => {
    const personId = await anybody();
    const key = newId();
    const send = (body: object) => jo.send('post', `/api/people/${personId}/referrals`, body).set('Idempotency-Key', key);
    const first = await send({ serviceId: lunch, ...asked }).expect(201);
    expect((await send({ serviceId: lunch, ...asked }).expect(201)).body).toEqual(first.body);
    expect((await send({ serviceId: lunch, ...asked, whyNow: 'Another reason' }).expect(422)).body).toMatchObject({ errors: [{ code: 'idempotency.mismatch' }] });
    expect(await app.sql('select 1 from referral where person_id = $1', [personId])).toHaveLength(1);
    const parallel = newId();
    const both = await Promise.all([1, 2].map(() => jo.send('post', `/api/people/${personId}/referrals`, { serviceId: other, ...asked }).set('Idempotency-Key', parallel)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: other, ...asked }).set('Idempotency-Key', 'x'.repeat(201)).expect(400);
  });
});

describe('Whoever receives it', () => {
  it('asks, is answered, and accepts with a day: they join the circle with what was decided at sending and no more', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    await act(delphine, await see(delphine, id), 'acknowledgement').expect(200);
    await act(delphine, await see(delphine, id), 'information-request', { question: 'Any stairs?' }).expect(200);
    expect(wordsOf((await jo.get('/referrals?queue=sent').expect(200)).text)).toContain('Answer their question');
    await act(jo, await see(jo, id), 'information', { answer: 'Two steps' }).expect(200);
    const told = async (visitor: typeof jo): Promise<string> => wordsOf((await visitor.get(`/referrals/${id}`).expect(200)).text);
    expect(await told(delphine)).toMatch(/If accepted\s+You would see:[^]*Your question\s+Any stairs\?\s+Their answer\s+Two steps/);
    expect(await told(jo)).toMatch(/If accepted\s+They would see:[^]*Their question\s+Any stairs\?\s+Your answer\s+Two steps/);
    const page = await delphine.get(`/referrals/${id}/acceptance`).expect(200);
    expect(wordsOf(page.text)).toContain('You join the circle, and see: name and date of birth, about me, visits and calls. Nothing more was agreed');
    const version = /name="_version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    await delphine.submit(`/referrals/${id}/acceptance`, { _version: version, 'promiseDate[day]': '1', 'promiseDate[month]': '3', 'promiseDate[year]': '2030' }).expect(303);
    expect(await see(delphine, id)).toMatchObject({ state: 'accepted', owner: 'receiver', personId, promiseDate: '2030-03-01', receiverName: 'Delphine Carter' });
    expect(await app.sql(`select scope_kind, scope_id, categories from relationship where person_id = $1 and organisation_id = $2`, [personId, ageWell.id]))
      .toEqual([{ scope_kind: 'membership', scope_id: delphineWorker.membershipId, categories: expect.arrayContaining(['identity', 'about_me', 'contacts']) }]);
    const opened = (await delphine.get(`/api/people/${personId}`).expect(200)).body as object;
    expect(JSON.stringify(opened)).toContain(personId);
    await jo.send('post', `/api/people/${personId}/contact-notes`, { text: 'Money matters', about: 'person', audience: 'circle', category: 'money' }).expect(201);
    expect((await delphine.get(`/people/${personId}/timeline`).expect(200)).text).not.toContain('Money matters');
    expect(wordsOf((await jo.get(`/people/${personId}/circle`).expect(200)).text)).toMatch(/Age Well Brackenbridge.*Lunch club/);
    expect(await transitions(id)).toEqual(['draft', 'draft sent', 'sent acknowledged', 'acknowledged info_requested', 'info_requested acknowledged', 'acknowledged accepted']);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`).expect(200)).text)).toContain('Delphine Carter');
  });

  it('offers to open what the sender has been given, and refuses anything else', async () => {
    const personId = await anybody();
    await app.sql(`update relationship set categories = array['identity', 'about_me', 'contacts'] where person_id = $1`, [personId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    const form = (await jo.get(`/people/${personId}/referrals/new?service=${lunch}`).expect(200)).text;
    expect([...form.matchAll(/name="opens" type="checkbox" value="(\w+)"/g)].map((match) => match[1])).toEqual(['about_me', 'contacts']);
    const refused = await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: lunch, ...asked, opens: ['about_me', 'money'] }).expect(422);
    expect(refused.body.errors).toEqual([{ pointer: '/opens', code: 'category.notYours', message: 'You can only pass on what your organisation has been given' }]);
    expect(await app.sql('select 1 from referral where person_id = $1', [personId])).toEqual([]);
  });

  it('opens no more than the sender still has: what was taken from them since is not given on, and without access there is nothing to join', async () => {
    const personId = await anybody();
    const { id } = await refer(personId, { opens: ['about_me', 'contacts', 'money'] });
    await app.sql(`update relationship set categories = array['identity', 'contacts'] where person_id = $1`, [personId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await act(delphine, await see(delphine, id), 'acceptance', { promiseDate: '2030-01-01' }).expect(200);
    expect(await app.sql(`select array(select unnest(categories) order by 1) as categories from relationship where person_id = $1 and organisation_id = $2`, [personId, ageWell.id])).toEqual([{ categories: ['contacts', 'identity'] }]);
    const second = await anybody();
    const gone = await refer(second);
    await app.sql(`update relationship set ends = now() where person_id = $1`, [second]);
    await app.sql('select refresh_person_access($1)', [second]);
    expect((await act(delphine, await see(delphine, gone.id), 'acceptance', { promiseDate: '2030-01-01' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:referral.ended' });
    expect(await see(delphine, gone.id)).toMatchObject({ state: 'sent' });
  });

  it('I22: nothing is sent about, and nobody joins for, a person who has died', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    await app.sql(`update person set deceased_on = current_date where person_id = $1`, [personId]);
    expect((await act(delphine, await see(delphine, id), 'acceptance', { promiseDate: '2030-01-01' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:person.died' });
    expect((await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: other, ...asked }).expect(409)).body).toMatchObject({ type: 'urn:onestory:person.died' });
  });

  it('I8: declines with a reason and another way; it is back with the key worker until the other service has accepted', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    await act(delphine, await see(delphine, id), 'decline', { reason: 'no_capacity', words: 'Ask Visiting', redirectServiceId: other }).expect(200);
    expect(await see(jo, id)).toMatchObject({ state: 'declined', owner: 'sender', declineReason: 'no_capacity', redirectService: 'Visiting' });
    const back = await jo.get(`/referrals/${id}`).expect(200);
    expect(back.text).toContain(`/people/${personId}/referrals/new?service=${other}&amp;redirectedFrom=${id}`);
    const redirected = await refer(personId, { serviceId: other, redirectedFromId: id });
    expect((await see(jo, id)).owner).toBe('sender');
    await act(delphine, await see(delphine, redirected.id), 'acceptance', { promiseDate: '2030-01-01' }).expect(200);
    expect((await see(jo, id)).owner).toBeNull();
    const forgotten = await see(delphine, id);
    expect(forgotten).toMatchObject({ needText: null, summary: null });
  });

  it('completes it with how it turned out as the person judged it; the door closes ten working days later', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    await act(delphine, await see(delphine, id), 'acceptance', { promiseDate: '2030-01-01', waits: true }).expect(200);
    expect((await see(delphine, id)).state).toBe('waiting');
    await act(delphine, await see(delphine, id), 'start').expect(200);
    expect((await act(delphine, await see(delphine, id), 'completion', {}).expect(422)).body).toMatchObject({ errors: [{ pointer: '/outcome', code: 'required' }] });
    await act(delphine, await see(delphine, id), 'completion', { outcome: 'achieved', outcomeWords: 'I eat with friends' }).expect(200);
    expect(await see(jo, id)).toMatchObject({ state: 'completed', owner: null, outcome: 'achieved', outcomeWords: 'I eat with friends' });
    await delphine.send('post', `/api/people/${personId}/contact-notes`, { text: 'Closing note', about: 'person', audience: 'circle' }).expect(201);
    expect(await app.sql(`select max(ends) as ends from relationship where person_id = $1 and organisation_id = $2`, [personId, ageWell.id])).toEqual([{ ends: windDownEnd(new Date()) }]);
    for (const table of ['relationship', 'sharing_decision']) await app.sql(`update ${table} set ends = now() - interval '1 second' where person_id = $1 and organisation_id = $2 and ends > now()`, [personId, ageWell.id]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await delphine.get(`/people/${personId}`).expect(404);
    expect(await see(delphine, id)).toMatchObject({ state: 'completed', personId: null });
  });
});

describe('What cannot be done any more', () => {
  it('input 37: accepting twice, or after the withdrawal, is 409 referral.state; on the page it says what stands', async () => {
    const personId = await anybody();
    const first = await refer(personId);
    await act(delphine, await see(delphine, first.id), 'acceptance', { promiseDate: '2030-01-01' }).expect(200);
    expect((await act(delphine, await see(delphine, first.id), 'acceptance', { promiseDate: '2030-01-01' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:referral.state' });
    const second = await refer(personId, { serviceId: other });
    await act(jo, second, 'withdrawal', { reason: 'person_changed_mind' }).expect(200);
    expect((await act(delphine, await see(delphine, second.id), 'acceptance', { promiseDate: '2030-01-01' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:referral.state' });
    expect(wordsOf((await delphine.get(`/referrals/${second.id}/acceptance`).expect(200)).text)).toContain('This cannot be done now. The referral stands at: withdrawn');
    expect(await see(delphine, second.id)).toMatchObject({ needText: null, summary: null });
  });

  it('fault 18: eight at once, and one of them accepts: the others are told, nobody fails', async () => {
    const { id } = await refer(await anybody());
    const at = await see(delphine, id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(delphine, at, 'acceptance', { promiseDate: '2030-01-01' })));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    expect(await transitions(id)).toEqual(['draft', 'draft sent', 'sent accepted']);
  });

  it('fault 18: accepted and withdrawn at the same moment, it is one or the other, and whoever is let in is there for it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const personId = await anybody();
      const made = await refer(personId);
      const at = await see(delphine, made.id);
      const [accepted, withdrawn] = await Promise.all([act(delphine, at, 'acceptance', { promiseDate: '2030-01-01' }), act(jo, made, 'withdrawal', { reason: 'needs_changed' })]);
      expect([[200, 412], [412, 200], [200, 409], [409, 200]]).toContainEqual([accepted.status, withdrawn.status]);
      const doors = await app.sql('select 1 from person_access where person_id = $1 and organisation_id = $2', [personId, ageWell.id]);
      expect(doors.length > 0).toBe(accepted.status === 200);
    }
  });

  it('withdrawn after it was accepted: whoever had joined is out with the same statement', async () => {
    const personId = await anybody();
    const { id } = await refer(personId);
    await act(delphine, await see(delphine, id), 'acceptance', { promiseDate: '2030-01-01' }).expect(200);
    await act(jo, await see(jo, id), 'withdrawal', { reason: 'person_changed_mind' }).expect(200);
    await delphine.get(`/people/${personId}`).expect(404);
    expect(wordsOf((await jo.get(`/people/${personId}/circle`).expect(200)).text)).not.toContain('Lunch club');
  });

  it('input 42: without the version it is 428, and with an old one 412', async () => {
    const made = await refer(await anybody());
    await delphine.send('post', `/api/referrals/${made.id}/acknowledgement`).expect(428);
    await act(delphine, await see(delphine, made.id), 'acknowledgement').expect(200);
    await act(delphine, made, 'information-request', { question: 'x' }).expect(412);
  });
});

describe('Whoever has nothing to do with it', () => {
  it('input 29: finds it nowhere: a hidden referral and one that does not exist answer the same', async () => {
    const { id } = await refer(await anybody());
    const stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
    for (const path of ['', '/acceptance', '/decline']) expect((await stranger.get(`/referrals/${id}${path}`).expect(404)).text.replaceAll(id, '')).toBe((await stranger.get(`/referrals/${newId()}${path}`).expect(404)).text.replaceAll(/[0-9a-f-]{36}/g, ''));
    expect((await act(stranger, { id, version: 2 }, 'acceptance', { promiseDate: '2030-01-01' }).expect(404)).text).toBe((await act(stranger, { id: newId(), version: 2 }, 'acceptance', { promiseDate: '2030-01-01' }).expect(404)).text);
    expect((await stranger.get('/api/referrals').expect(200)).body).toEqual({ items: [], next: null });
  });

  it('I29: a worker of the service who must not know of the person does not receive it, also when that is said later', async () => {
    const personId = await anybody();
    const craig = await aWorker(app, ageWell, { name: 'Craig' });
    const atWork = await craig.signIn();
    const { id } = await refer(personId);
    await see(atWork, id);
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', '{}', 'ui', $3)`, [personId, newId(), craig.userId]);
    await atWork.get(`/referrals/${id}`).expect(404);
    expect((await atWork.get('/api/referrals').expect(200)).text).not.toContain(id);
    const second = await refer(personId, { serviceId: other });
    await atWork.get(`/api/referrals/${second.id}`).expect(404);
  });

  it('only whom the service names receives it; the sender’s moves are not the receiver’s, nor the other way round', async () => {
    const colleague = await (await aWorker(app, ageWell)).signIn();
    const narrow = await aService(app, ageWell, { intake: [delphineWorker.membershipId] });
    const made = await refer(await anybody(), { serviceId: narrow });
    await colleague.get(`/referrals/${made.id}`).expect(404);
    await act(jo, made, 'acceptance', { promiseDate: '2030-01-01' }).expect(403);
    await act(delphine, await see(delphine, made.id), 'withdrawal', { reason: 'safety' }).expect(403);
  });

  it('a service whose help is nobody’s business is asked by name, and nobody else knows of it', async () => {
    const personId = await anybody();
    const shelter = await aService(app, havenRow, { name: 'Advisers', needs: ['safety'] });
    const anita = await aWorker(app, havenRow, { name: 'Anita Bose' });
    expect((await jo.send('post', `/api/people/${personId}/referrals`, { serviceId: shelter, ...asked, needDomain: 'safety' }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/membershipId', code: 'worker.required' }] });
    const colleague = await (await aWorker(app, council)).signIn();
    const before = (await colleague.get(`/people/${personId}/referrals`).expect(200)).text;
    const { id } = await refer(personId, { serviceId: shelter, needDomain: 'safety', membershipId: anita.membershipId });
    expect((await colleague.get(`/people/${personId}/referrals`).expect(200)).text).toBe(before);
    await colleague.get(`/referrals/${id}`).expect(404);
    expect((await colleague.get(`/api/people/${personId}/timeline`).expect(200)).text).not.toContain(id);
    const atWork = await anita.signIn();
    await act(atWork, await see(atWork, id), 'acceptance', { promiseDate: '2030-01-01' }).expect(200);
    await atWork.get(`/people/${personId}`).expect(200);
    expect((await colleague.get(`/people/${personId}/circle`).expect(200)).text).not.toContain('Haven Row');
    expect((await colleague.get(`/people/${personId}/referrals`).expect(200)).text).toBe(before);
    expect((await jo.get(`/people/${personId}/circle`).expect(200)).text).toContain('Haven Row');
  });
});
