import { newId } from '@app/kernel';
import { aWorker } from '../support/staff';
import { aFamilyName, entriesOn, register, wordsOf } from './people';
import { addToCircle, startRound, margery, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

const note = { text: 'She walked to the gate.', about: 'person', audience: 'circle' };
const refusals = async (personId: string): Promise<number> =>
  Number((await app.sql<{ n: string }>(`select count(*) as n from audit_event where person_id = $1 and outcome = 'refused'`, [personId]))[0]?.n);

describe('A key worker writes a contact note', () => {
  it('with three things asked for: the rest has an answer of its own, and page and JSON hold the same entry', async () => {
    const personId = await margery(round, jo);
    const answer = await jo.submit(`/people/${personId}/contact-notes`, note).expect(303);
    expect(answer.headers['location']).toBe(`/people/${personId}`);
    expect(wordsOf((await jo.get(`/people/${personId}`)).text)).toContain('Note saved');
    const { items } = (await jo.get(`/api/people/${personId}/timeline?type=visit`)).body as { items: { id: string; kind: string; at: string }[] };
    expect(items).toHaveLength(1);
    expect(Date.now() - new Date(items[0]?.at ?? 0).getTime()).toBeLessThan(60_000);
    expect(entriesOn((await jo.get(`/people/${personId}/timeline`)).text)).toEqual((await timelineOf(jo, personId)).ids);
  });

  it('is told in words what is missing, and what was typed stays', async () => {
    const personId = await margery(round, jo);
    const page = await jo.submit(`/people/${personId}/contact-notes`, { text: '', about: 'relative', aboutName: 'Ayo', audience: 'named' }).expect(422);
    expect(wordsOf(page.text)).toContain('Enter what happened');
    expect(page.text).toContain('href="#text"');
    expect(page.text).toMatch(/name="aboutName"[^>]*value="Ayo"|value="Ayo"[^>]*name="aboutName"/);
    const unnamed = await jo.submit(`/people/${personId}/contact-notes`, { ...note, audience: 'named' }).expect(422);
    expect(wordsOf(unnamed.text)).toContain('Choose the organisations that may see it');
  });

  it('is told by name who will see it, before it is saved: the button without script, and the JSON behind the script', async () => {
    const personId = await margery(round, jo);
    const page = wordsOf((await jo.submit(`/people/${personId}/contact-notes/check`, { ...note, text: 'Not yet saved' }).expect(200)).text);
    expect(page).toMatch(/these will see it.*Delphine Carter, Age Well Brackenbridge.*District nursing, Marl Valley Trust/);
    expect((await timelineOf(jo, personId)).texts).toEqual([]);
    const own = (await jo.get(`/api/people/${personId}/readers?audience=internal`).expect(200)).body as { items: { organisation: string; sees: boolean }[] };
    expect(own.items.filter((reader) => reader.sees).map((reader) => reader.organisation)).toEqual(['Marlshire County Council']);
    const housing = (await jo.get(`/api/people/${personId}/readers?audience=circle&category=money`)).body as { words: { doesNot: string[] } };
    expect(housing.words.doesNot).toEqual(['Delphine Carter, Age Well Brackenbridge', 'District nursing, Marl Valley Trust']);
  });

  it('chooses what it tells about from what can be told: who looked is a log, in which nobody writes', async () => {
    const personId = await margery(round, jo);
    for (const path of ['', '/contact-notes/new']) expect((await jo.get(`/people/${personId}${path}`).expect(200)).text.includes('access_log')).toBe(false);
    const refused = await jo.send('post', `/api/people/${personId}/contact-notes`, { ...note, category: 'access_log' }).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/category', code: 'choice' }] });
    await jo.get(`/api/people/${personId}/readers?audience=circle&category=access_log`).expect(422);
  });

  it('reaches exactly those whom the preview named: my organisation, the circle, or organisations by name', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'Only us', audience: 'internal' });
    await write(jo, personId, { text: 'Everybody who helps', audience: 'circle' });
    await write(jo, personId, { text: 'Age Well alone', audience: 'named', namedOrganisationIds: [round.ageWell.id] });
    expect((await timelineOf(jo, personId)).texts.sort()).toEqual(['Age Well alone', 'Everybody who helps', 'Only us']);
    expect((await timelineOf(idris, personId)).texts).toEqual(['Everybody who helps']);
    expect((await timelineOf(delphine, personId)).texts.sort()).toEqual(['Age Well alone', 'Everybody who helps']);
    expect((await delphine.get(`/people/${personId}/timeline`)).text).not.toContain('Only us');
  });

  it('says above Save for which organisation it is written, and who works for two can change it there', async () => {
    const personId = await margery(round, jo);
    const joel = await aWorker(app, round.ageWell, { name: 'Joel Akande' });
    const second = await aWorker(app, round.council, { user: joel });
    await addToCircle(jo, personId, { organisationId: round.ageWell.id, membershipId: joel.membershipId, does: 'Walks', categories: ['contacts'] });
    const visitor = await joel.signIn();
    const form = (await visitor.get(`/people/${personId}/contact-notes/new`).expect(200)).text;
    expect(form).toContain('name="_actingFor"');
    await visitor.submit(`/people/${personId}/contact-notes`, { ...note, audience: 'internal', text: 'As the council', _actingFor: second.membershipId }).expect(303);
    await visitor.submit(`/people/${personId}/contact-notes`, { ...note, audience: 'internal', text: 'As Age Well', _actingFor: joel.membershipId }).expect(303);
    expect((await timelineOf(jo, personId)).texts).toEqual(['As the council']);
    expect((await timelineOf(delphine, personId)).texts).toEqual(['As Age Well']);
    await visitor.submit(`/people/${personId}/contact-notes`, { ...note, _actingFor: round.jo.membershipId }).expect(404);
    expect(wordsOf((await jo.get(`/people/${personId}/contact-notes/new`)).text)).toContain('You are writing for Marlshire County Council');
  });

  it('input 19: markup in a note is text on every exit', async () => {
    const personId = await margery(round, jo);
    const text = `<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} javascript:alert(1)`;
    const { id } = await write(jo, personId, { text });
    for (const path of [`/people/${personId}`, `/people/${personId}/timeline`, `/people/${personId}/contact-notes/${id}/correct`]) {
      const page = (await jo.get(path).expect(200)).text;
      expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript/);
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).toContain('{{7*7}}');
    }
    expect(((await jo.get(`/api/people/${personId}/contact-notes/${id}`)).body as { text: string }).text).toBe(text);
    const again = await jo.submit(`/people/${personId}/contact-notes`, { text }).expect(422);
    expect(again.text).not.toMatch(/<script>alert|<img src=x/);
  });

  it('input 33: an advocate reads the note and may not write one: 403 action.forbidden, audited', async () => {
    const personId = await margery(round, jo);
    const naomi = await aWorker(app, round.council, { name: 'Naomi Feld', roles: ['advocate'] });
    const visitor = await naomi.signIn();
    await write(jo, personId);
    expect((await timelineOf(visitor, personId)).texts).toHaveLength(1);
    const before = await refusals(personId);
    expect((await visitor.send('post', `/api/people/${personId}/contact-notes`, note).expect(403)).body).toMatchObject({ type: 'urn:onestory:action.forbidden' });
    expect(await refusals(personId)).toBe(before + 1);
  });

  it('input 29: a hidden person and one who does not exist answer the same to the nurse of another team, byte for byte', async () => {
    const personId = await margery(round, jo);
    const priya = await round.priya.signIn();
    const paths = (id: string): string[] => ['contact-notes/new', 'circle', 'circle/add', 'alerts', 'timeline'].map((page) => `/people/${id}/${page}`)
      .concat(['circle', 'alerts', 'timeline', 'readers?audience=circle', `contact-notes/${newId()}`].map((page) => `/api/people/${id}/${page}`));
    const missing = newId();
    for (const [index, path] of paths(personId).entries()) {
      const hidden = await priya.get(path).expect(404);
      expect(hidden.text.replaceAll(personId, '')).toBe((await priya.get(paths(missing)[index] ?? '').expect(404)).text.replaceAll(missing, ''));
    }
    const [hidden, none] = [await priya.send('post', `/api/people/${personId}/contact-notes`, note).expect(404), await priya.send('post', `/api/people/${missing}/contact-notes`, note).expect(404)];
    expect(hidden.text).toBe(none.text);
    expect(await refusals(personId)).toBeGreaterThan(0);
  });

  it('input 31: a sealed note of somebody who is seen is 404, in no list and in no count, and its try is audited', async () => {
    const personId = await margery(round, jo);
    const { id } = await write(jo, personId, { text: 'For one pair of eyes' });
    const open = await timelineOf(delphine, personId);
    await app.sql('update contact_note set sealed_to = array[$2::uuid] where id = $1', [id, round.jo.userId]);
    const before = await refusals(personId);
    await delphine.get(`/api/people/${personId}/contact-notes/${id}`).expect(404);
    expect(await refusals(personId)).toBe(before + 1);
    expect((await timelineOf(delphine, personId)).ids).toEqual(open.ids.filter((one) => one !== id));
    expect((await delphine.get(`/people/${personId}/timeline`)).text).not.toContain('For one pair of eyes');
    expect((await timelineOf(jo, personId)).texts).toEqual(['For one pair of eyes']);
  });
});

describe('A note is corrected by a new entry', () => {
  it('which stands beside it for the same readers; the first text stays', async () => {
    const personId = await margery(round, jo);
    const { id } = await write(jo, personId, { text: 'The club is on Wednesdays.' });
    await jo.submit(`/people/${personId}/contact-notes/${id}/correct`, { text: 'The club is on Tuesdays.', _version: '1' }).expect(303);
    expect((await timelineOf(idris, personId)).texts.sort()).toEqual(['The club is on Tuesdays.', 'The club is on Wednesdays.']);
    const page = (await jo.get(`/people/${personId}/timeline`)).text;
    expect(wordsOf(page)).toMatch(/Wednesdays.*Corrected on.*Tuesdays/);
    expect(page).toContain(`/people/${personId}/contact-notes/${id}/correct`);
  });

  it('input 41: with an old version it is 412; in the browser 409 with both texts, and a second try saves', async () => {
    const personId = await margery(round, jo);
    const { id, version } = await write(jo, personId);
    const path = `/api/people/${personId}/contact-notes/${id}/corrections`;
    await jo.send('post', path, { text: 'From one desk' }).set('If-Match', `"${version}"`).expect(201);
    expect((await jo.send('post', path, { text: 'From another' }).set('If-Match', `"${version}"`).expect(412)).body).toMatchObject({ type: 'urn:onestory:version.stale' });
    const clash = await jo.submit(`/people/${personId}/contact-notes/${id}/correct`, { text: 'From another', _version: String(version) }).expect(409);
    expect(wordsOf(clash.text)).toContain('Both texts are here');
    expect(clash.text).toContain('From one desk');
    expect(clash.text).toContain('From another');
    const now = /name="_version" value="(\d+)"/.exec(clash.text)?.[1] ?? '';
    await jo.submit(`/people/${personId}/contact-notes/${id}/correct`, { text: 'From another', _version: now }).expect(303);
    expect((await timelineOf(jo, personId)).texts).toHaveLength(3);
  });

  it('input 42: without a version it is 428, and nothing is written', async () => {
    const personId = await margery(round, jo);
    const { id } = await write(jo, personId);
    await jo.send('post', `/api/people/${personId}/contact-notes/${id}/corrections`, { text: 'x' }).expect(428);
    expect((await timelineOf(jo, personId)).texts).toHaveLength(1);
  });

  it('input 33: only by the organisation that wrote it: 403 for a partner who reads it', async () => {
    const personId = await margery(round, jo);
    const { id, version } = await write(jo, personId);
    await idris.send('post', `/api/people/${personId}/contact-notes/${id}/corrections`, { text: 'x' }).set('If-Match', `"${version}"`).expect(403);
    await idris.get(`/people/${personId}/contact-notes/${id}/correct`).expect(403);
    const door = `/contact-notes/${id}/correct"`;
    expect((await jo.get(`/people/${personId}/timeline`)).text).toContain(door);
    expect((await idris.get(`/people/${personId}/timeline`)).text).not.toContain(door);
  });
});

describe('"This is about someone else"', () => {
  it('moves the note with its own times for the own organisation alone, tells who had read it, and leaves no trace here', async () => {
    const personId = await margery(round, jo);
    const family = aFamilyName();
    const other = await register(jo, { given: 'Derek', family, birthDate: '1959-11-11' });
    const { id } = await write(jo, personId, { text: 'He oiled the clock.', happenedAt: '2026-01-05T10:00', visibleToPerson: true });
    await delphine.get(`/people/${personId}/timeline`).expect(200);
    const search = await jo.get(`/people/${personId}/contact-notes/${id}/move?search=${family}`).expect(200);
    expect(search.text).toContain(`/people/${personId}/contact-notes/${id}/move/${other}`);
    const confirm = await jo.get(`/people/${personId}/contact-notes/${id}/move/${other}`).expect(200);
    expect(wordsOf(confirm.text)).toContain(`Is it about Derek ${family}, born 11 November 1959?`);
    const done = await jo.submit(`/people/${personId}/contact-notes/${id}/move/${other}`).expect(303);
    const told = wordsOf((await jo.get(done.headers['location'] ?? '').expect(200)).text);
    expect(told).toContain('Delphine Carter, Age Well Brackenbridge');
    expect(told).toContain('information-governance lead has been told');
    expect(told).not.toContain(family);
    for (const visitor of [jo, idris, delphine]) {
      expect((await timelineOf(visitor, personId)).texts).toEqual([]);
      await visitor.get(`/api/people/${personId}/contact-notes/${id}`).expect(404);
    }
    const { items } = (await jo.get(`/api/people/${other}/timeline?type=visit`)).body as { items: { text: string; at: string; audience: string; visibleToPerson: boolean }[] };
    expect(items).toMatchObject([{ text: 'He oiled the clock.', at: '2026-01-05T10:00:00.000Z', audience: 'internal', visibleToPerson: false }]);
    const fran = await round.fran.signIn();
    expect(wordsOf((await fran.get('/who-looked').expect(200)).text)).toMatch(/Jo Whitcombe moved a note away.*Delphine Carter, Age Well Brackenbridge/);
  });

  it('names nobody of a service of which the author may not know', async () => {
    const personId = await margery(round, jo);
    const harriet = await aWorker(app, round.council, { name: 'Harriet Moss' });
    await addToCircle(await harriet.signIn(), personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    const { id } = await write(jo, personId);
    expect((await timelineOf(await round.anita.signIn(), personId)).texts).toHaveLength(1);
    const other = await register(jo);
    const moved = await jo.send('post', `/api/people/${personId}/contact-notes/${id}/move`, { otherPersonId: other }).expect(201);
    expect(moved.text).not.toContain('Anita');
    expect((moved.body as { readers: object[] }).readers).toEqual([]);
  });

  it('goes only to somebody whom the writer may open: another is not found, and nothing moves', async () => {
    const personId = await margery(round, jo);
    const { id } = await write(jo, personId);
    const elsewhere = await register(await round.idris.signIn());
    for (const other of [elsewhere, newId()]) {
      await jo.get(`/people/${personId}/contact-notes/${id}/move/${other}`).expect(404);
      await jo.send('post', `/api/people/${personId}/contact-notes/${id}/move`, { otherPersonId: other }).expect(404);
    }
    await jo.send('post', `/api/people/${personId}/contact-notes/${id}/move`, { otherPersonId: personId }).expect(422);
    expect((await timelineOf(jo, personId)).texts).toHaveLength(1);
  });
});

describe('An alert', () => {
  it('is raised with what to do and a day on which it is looked at again; page and JSON show the same', async () => {
    const personId = await margery(round, jo);
    await jo.submit(`/people/${personId}/alerts`, { kind: 'risk_to_staff', text: 'The dog', whatToDo: 'Ring first', 'reviewOn[day]': '1', 'reviewOn[month]': '3', 'reviewOn[year]': '2030', audience: 'circle' }).expect(303);
    const { items } = (await delphine.get(`/api/people/${personId}/alerts`).expect(200)).body as { items: { id: string; text: string; reviewOn: string }[] };
    expect(items).toMatchObject([{ text: 'The dog', reviewOn: '2030-03-01' }]);
    expect((await delphine.get(`/people/${personId}/alerts`)).text).toContain(`id="alert-${items[0]?.id}"`);
    const page = await jo.submit(`/people/${personId}/alerts`, { kind: 'information', text: 'x', whatToDo: 'y', audience: 'circle', 'reviewOn[day]': '31', 'reviewOn[month]': '2', 'reviewOn[year]': '2030' }).expect(422);
    expect(wordsOf(page.text)).toContain('must be a real date');
  });
});
