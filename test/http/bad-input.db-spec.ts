import { gzipSync } from 'node:zlib';
import { startTestApp, Visitor, type TestApp } from '../support/app';
import { anOrganisation, aTeam, aWorker, type TestOrganisation } from '../support/staff';

let app: TestApp;
let fernlea: TestOrganisation;
let ivy: Visitor;
let n = 0;

/** An invitation that is right, but for what a test changes. */
const invitation = (changes: object = {}): object => ({
  name: 'Steph Rowe', email: `steph.${n++}@example.org`, jobTitle: 'Housing officer', roles: ['practitioner'], teamIds: [], staffType: 'employed', keyWorkerTrained: true, ...changes,
});
const invite = (body: object) => ivy.send('post', '/api/colleagues', body);
const raw = (text: string | Buffer, type = 'application/json') =>
  ivy.send('post', '/api/colleagues').set('Content-Type', type).serialize((one: unknown) => one as string).send(text as unknown as string);
const people = async (): Promise<number> => Number((await app.sql<{ n: string }>('select count(*) as n from membership where organisation_id = $1', [fernlea.id]))[0]?.n);

beforeAll(async () => {
  app = await startTestApp();
  fernlea = await anOrganisation(app, { name: 'Fernlea Homes', sector: 'housing_association' });
  ivy = await (await aWorker(app, fernlea, { name: 'Ivy Chan', roles: ['org_admin'] })).signIn();
});
afterAll(() => app?.close());

async function refused(test: PromiseLike<{ status: number; body: { status: number; errors: { pointer: string; code: string }[]; type: string }; headers: Record<string, string> }>, status: number, code: string, pointer?: string): Promise<void> {
  const before = await people();
  const answer = await test;
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  const codes = [answer.body.type.replace('urn:onestory:', ''), ...answer.body.errors.map((error) => error.code)];
  expect(codes).toContain(code);
  if (pointer !== undefined) expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, pointer }));
  expect(JSON.stringify(answer.body)).not.toMatch(/select|insert|constraint|node_modules|\bat .*:\d+/i);
  expect(await people()).toBe(before);
}

describe('A body that cannot be read', () => {
  it('input 1: nothing at all is asked for again', () => refused(ivy.send('post', '/api/colleagues'), 400, 'body.required'));

  it('input 1: neither does a body in pieces of which none comes say anything', async () => {
    await refused(ivy.send('post', '/api/colleagues').set('Content-Type', 'application/json').set('Transfer-Encoding', 'chunked'), 400, 'body.required');
  });

  it('input 2: broken JSON is told where it breaks, without an echo', async () => {
    const answer = await raw('{"name":"Secretname","a":');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ type: 'urn:onestory:body.malformed', detail: expect.stringMatching(/position \d+/) });
    expect(answer.text).not.toContain('Secretname');
  });

  it.each(['null', '[]', '"x"', '3'])('input 3: %s is not an object', (text) => refused(raw(text), 422, 'body.object'));

  it('input 5: ten thousand levels are refused within 50 ms', async () => {
    const body = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    const took: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const began = performance.now();
      await refused(raw(body), 400, 'body.depth');
      took.push(performance.now() - began);
    }
    // The others may have waited for a machine that does something else.
    expect(Math.min(...took)).toBeLessThan(50);
  });

  it('input 6: one byte more than 1 MiB is refused and the connection closed', async () => {
    const answer = await raw(JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 10) }));
    expect([answer.status, answer.headers['connection']]).toEqual([413, 'close']);
  });

  it('input 7: a small body that unpacks to a large one is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    const answer = await raw(bomb).set('Content-Encoding', 'gzip');
    expect(answer.status).toBe(413);
  });

  it('input 8: XML is not taken', () => refused(raw('<a/>', 'text/xml'), 415, 'contentType.unknown'));

  it('input 9: a picture of a list is not offered', async () => {
    expect((await ivy.agent.get('/api/colleagues').set('Accept', 'image/png')).status).toBe(406);
  });
});

describe('A field that is not the caller’s to send', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('input 10: %s is no field and changes nothing', async (name) => {
    await refused(raw(JSON.stringify(invitation()).replace('{', `{"${name}":{"x":1},`)), 422, 'field.unknown', `/${name}`);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('input 11: a field that nobody knows is named', () => refused(invite(invitation({ isAdmin: true })), 422, 'field.unknown', '/isAdmin'));

  it.each(['id', 'organisationId', 'personId', 'createdBy', 'version'])('input 12: %s is the server’s', (name) =>
    refused(invite(invitation({ [name]: fernlea.id })), 422, 'field.readOnly', `/${name}`));
});

describe('Text', () => {
  it.each([['missing', undefined], ['empty', ''], ['blank', '   '], ['invisible', '\u200b']])('input 13: a name that is %s is asked for', (_, name) =>
    refused(invite(invitation({ name })), 422, 'required', '/name'));

  it('input 14: 101 characters are too long, and 100 that take two UTF-16 units each are not', async () => {
    await refused(invite(invitation({ name: 'x'.repeat(300) })), 422, 'tooLong', '/name');
    expect((await invite(invitation({ name: '𝒳'.repeat(100) }))).status).toBe(201);
  });

  const named = (escaped: string) => raw(JSON.stringify(invitation({ name: 'NAME' })).replace('NAME', escaped));

  it('input 15: NUL cannot be kept', () => refused(named('a\\u0000b'), 422, 'character', '/name'));

  it('input 16: half of a character cannot be kept', () => refused(named('a\\ud800'), 422, 'character', '/name'));

  it.each([['an override of the reading direction', 'a\\u202eb'], ['a control character', 'a\\u0007b']])('input 17: %s cannot be kept', (_, escaped) =>
    refused(named(escaped), 422, 'character', '/name'));

  it.each(['O\'Neill', 'D’Arcy', 'Nguyễn', '李', 'Zoe\u0301'])('input 18: %s is kept composed and found in both forms', async (family) => {
    const created = await invite(invitation({ name: `Sam ${family}` }));
    expect(created.status).toBe(201);
    for (const form of ['NFC', 'NFD']) {
      const found = await ivy.get('/api/colleagues').query({ search: `Sam ${family}`.normalize(form) });
      expect(found.body.items.map((one: { name: string }) => one.name)).toContain(`Sam ${family}`.normalize('NFC'));
    }
  });

  it.each(['<script>alert(1)</script>', '"><img onerror=alert(1) src=x>', '{{7*7}}', 'javascript:alert(1)'])('input 19: %s is text on the page', async (name) => {
    const { id } = (await invite(invitation({ name }))).body as { id: string };
    const page = await ivy.get(`/people-and-access/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>alert|<img onerror|>49<|href="javascript:/);
    expect(page.text).toContain(name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'));
  });

  it.each(["x' or '1'='1", '%', '_', '\\'])('input 21, 22: %s is looked for as it stands', async (search) => {
    const found = await ivy.get('/api/colleagues').query({ search: `zz${search}` });
    expect([found.status, found.body.items]).toEqual([200, []]);
  });

  it('input 23: a search without a letter or digit is too short, one of 10,000 characters too long', async () => {
    await refused(ivy.get('/api/colleagues').query({ search: '--' }), 422, 'tooShort', '/search');
    await refused(ivy.get('/api/colleagues').query({ search: 'x'.repeat(10_000) }), 422, 'tooLong', '/search');
  });
});

describe('Lists', () => {
  it.each(['family; drop table x --', 'nope', 'm.id'])('input 24: sorting by %s is refused', (sort) =>
    refused(ivy.get('/api/colleagues').query({ sort }), 422, 'sort.unknown', '/sort'));

  it.each(['0', '-1', '1000000000', 'abc', '1.5', '101'])('input 25: %s rows are refused', (limit) =>
    refused(ivy.get('/api/colleagues').query({ limit }), 422, 'limit', '/limit'));

  it('a list goes on where it stopped, and ends', async () => {
    for (const name of ['Page One', 'Page Two', 'Page Three']) await invite(invitation({ name }));
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await ivy.get('/api/colleagues').query({ search: 'Page ', limit: 2, sort: '-name', ...(cursor ? { cursor } : {}) });
      names.push(...(page.body.items as { name: string }[]).map((one) => one.name));
      cursor = page.body.next as string | null;
    }
    expect(names).toEqual(['Page Two', 'Page Three', 'Page One']);
  });

  it('input 26: a cursor that was altered, or given to somebody else, opens nothing', async () => {
    const { next } = (await ivy.get('/api/colleagues').query({ limit: 1 })).body as { next: string };
    await refused(ivy.get('/api/colleagues').query({ cursor: next.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }), 400, 'cursor.invalid');
    const other = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    await refused(other.get('/api/colleagues').query({ cursor: next }), 400, 'cursor.invalid');
    expect((await ivy.get('/api/colleagues').query({ cursor: next })).status).toBe(200);
  });

  it.each(['1', '..%2f', '%00', 'x'.repeat(36)])('input 27: the id %s names nothing', async (id) => {
    expect((await ivy.get(`/api/colleagues/${id}`)).status).toBe(404);
  });

  it('input 28: an id in capitals is the same id', async () => {
    const { id } = (await invite(invitation({ name: 'Una Case' }))).body as { id: string };
    expect((await ivy.get(`/api/colleagues/${id.toUpperCase()}`)).body).toMatchObject({ id, name: 'Una Case' });
  });

  it('input 29: a colleague of another organisation is missing, byte for byte, and the try is audited', async () => {
    const stranger = await aWorker(app, await anOrganisation(app));
    const hidden = await ivy.get(`/api/colleagues/${stranger.membershipId}`);
    const missing = await ivy.get('/api/colleagues/00000000-0000-7000-8000-000000000000');
    const without = (headers: Record<string, string>) => Object.fromEntries(Object.entries(headers).filter(([name]) => !['x-request-id', 'date', 'set-cookie'].includes(name)));
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    expect(without(hidden.headers as Record<string, string>)).toEqual(without(missing.headers as Record<string, string>));
    const rows = await app.sql(`select 1 from audit_event where outcome = 'refused' and $1 = any (subject_ids)`, [stranger.membershipId]);
    expect(rows).toHaveLength(1);
  });

  it('input 32: a role that no administrator gives is refused for a colleague whom they may change, audited, and not given', async () => {
    const { id } = (await invite(invitation())).body as { id: string };
    const change = ivy.send('patch', `/api/colleagues/${id}`, { jobTitle: 'x', roles: ['system_admin'], teamIds: [], keyWorkerTrained: false }).set('If-Match', '"1"');
    const answer = await change;
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:onestory:field.forbidden']);
    expect(await app.sql(`select 1 from audit_event where request_id = $1 and outcome = 'refused'`, [answer.headers['x-request-id']])).toHaveLength(1);
    expect((await ivy.get(`/api/colleagues/${id}`)).body).toMatchObject({ version: 1, roles: ['practitioner'] });
    await refused(invite(invitation({ roles: ['system_admin'] })), 403, 'field.forbidden');
  });

  it('a role that is given elsewhere stays with a colleague whom an administrator changes: it is not on their form to take', async () => {
    const { id } = (await invite(invitation())).body as { id: string };
    await app.sql(`update membership set roles = '{practitioner,system_admin}' where id = $1`, [id]);
    const change = (version: number, roles: string[]) =>
      ivy.send('patch', `/api/colleagues/${id}`, { jobTitle: 'Lead', roles, teamIds: [], keyWorkerTrained: false }).set('If-Match', `"${version}"`).expect(200);
    expect((await change(1, ['team_manager'])).body).toMatchObject({ jobTitle: 'Lead', roles: ['team_manager', 'system_admin'] });
    expect((await change(2, ['practitioner', 'system_admin'])).body).toMatchObject({ roles: ['practitioner', 'system_admin'] });
  });

  it('input 33: a worker who is no administrator is refused, and the try is audited', async () => {
    const worker = await aWorker(app, fernlea);
    const visitor = await worker.signIn();
    await refused(visitor.send('post', '/api/colleagues', invitation()), 403, 'action.forbidden');
    expect(await app.sql(`select 1 from audit_event where user_id = $1 and outcome = 'refused' and action = 'change'`, [worker.userId])).toHaveLength(1);
  });
});

describe('Two administrators', () => {
  it('input 41: the second to save is told that the first did, in a browser with both versions', async () => {
    const { id } = (await invite(invitation({ name: 'Two Editors' }))).body as { id: string };
    const change = { jobTitle: 'Lead', roles: ['practitioner'], teamIds: [], keyWorkerTrained: false };
    const first = await ivy.send('patch', `/api/colleagues/${id}`, change).set('If-Match', '"1"');
    expect([first.status, first.headers['etag'], first.body.jobTitle]).toEqual([200, '"2"', 'Lead']);
    const second = await ivy.send('patch', `/api/colleagues/${id}`, { ...change, jobTitle: 'Deputy' }).set('If-Match', '"1"');
    expect([second.status, second.body.type, second.body.current.jobTitle]).toEqual([412, 'urn:onestory:version.stale', 'Lead']);
    const page = await ivy.submit(`/people-and-access/${id}`, { _version: '1', jobTitle: 'Deputy', roles: 'practitioner' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Saved by somebody else: Lead');
    expect(page.text).toContain('value="Deputy"');
    expect(page.text).toContain('name="_version" value="2"');
  });

  it('input 42: a change without the version that was read is refused', async () => {
    const { id } = (await invite(invitation())).body as { id: string };
    await refused(ivy.send('patch', `/api/colleagues/${id}`, { jobTitle: 'x', roles: ['practitioner'] }), 428, 'version.required');
  });

  it('a form that is wrong is shown again with what was typed', async () => {
    const team = await aTeam(app, fernlea);
    const page = await ivy.submit('/people-and-access/invite', { name: '', email: 'no "address"', jobTitle: 'Officer <1>', staffType: 'volunteer', teamIds: [team] });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: Invite a colleague');
    expect(page.text).toContain('href="#name"');
    expect(page.text).toContain('value="no &quot;address&quot;"');
    expect(page.text).toContain('value="Officer &lt;1&gt;"');
    expect(page.text).toMatch(/value="volunteer"\s+checked/);
  });
});
