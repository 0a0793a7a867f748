import { signInAs, startTestApp, type TestApp, type Visitor } from '../support/app';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { PASSWORD } from '../support/staff';
import type { Named } from '../access/matrix';
import { aPlace, aSubject, userIn, type Place } from '../access/matrix/place';
import { startGate, type Gate } from './gate';
import { marksIn, namesIn, pagesOf, targetsFor } from './targets';
import { injectSql, slipScripts, type Target } from './tools';
import { startWeakServer, type WeakServer } from './weak-server';

describe('the tools find what is planted in a weak server', () => {
  let database: TestDatabase;
  let weak: WeakServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    weak = await startWeakServer(database.appUrl);
  });
  afterAll(async () => {
    await weak?.close();
    await database?.drop();
  });

  it('sqlmap the injection', async () => {
    const target: Target = { method: 'GET', path: '/towns?id=1*', headers: {}, body: '' };
    const found = await injectSql(weak.url, [target], true);
    expect(found.faults).toHaveLength(1);
    expect((await injectSql(weak.url, [target], false)).faults).toHaveLength(1);
  });

  it('wapiti the script', async () => {
    const found = await slipScripts(weak.url, ['/hello?name=Jo'], {});
    expect(found.faults.join()).toContain('Cross Site Scripting');
  });
});

describe('the same tools find nothing in ours', () => {
  let app: TestApp;
  let place: Place;
  let named: Named;
  let gate: Gate;

  beforeAll(async () => {
    app = await startTestApp();
    place = await aPlace(app);
    named = await namesIn(place, await aSubject(place), await aSubject(place));
    gate = await startGate(app.url, () => app.sql('delete from attempt'));
  });
  beforeEach(() => Object.assign(gate, { asked: 0 }).broken.splice(0));
  afterAll(async () => {
    await gate?.close();
    await app?.close();
  });

  const ROLES = [
    'worker of the practice', 'team manager', 'emergency viewer', 'advocate', 'information-governance lead', 'administrator', 'place manager', 'system administrator', 'person', 'family carer',
  ] as const;
  /** Signed in anew, with a token for their forms. */
  const comesIn = async (role: (typeof ROLES)[number]): Promise<{ visitor: Visitor; cookie: string }> => {
    await app.sql('delete from attempt');
    const visitor = await signInAs(app, userIn(place, role).email, PASSWORD);
    const { body } = await visitor.get('/api/me');
    visitor.csrf = (body as { csrfToken: string }).csrfToken;
    const cookie = visitor.agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).map(({ name, value }) => `${name}=${value}`).join('; ');
    return { visitor, cookie };
  };
  const isStillIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/api/me')).status === 200;

  it.each(ROLES)('no SQL of their own for the %s, in any value of any route', async (role) => {
    const { visitor, cookie } = await comesIn(role);
    const targets = targetsFor(place, named, visitor, cookie);
    const { faults, tried } = await injectSql(gate.url, targets, role === ROLES[0]);
    const marks = targets.reduce((all, target) => all + marksIn(target), 0);
    console.info(`${role}: ${targets.length} routes, ${marks} values, ${tried} tried in ${gate.asked} requests`);
    expect([faults, gate.broken]).toEqual([[], []]);
    expect(tried).toBeGreaterThanOrEqual(marks);
    expect(await isStillIn(visitor)).toBe(true);
  });

  it.each(ROLES)('no script of theirs for the %s, on any page or in any form', async (role) => {
    const { visitor, cookie } = await comesIn(role);
    const pages = pagesOf(named);
    const { faults } = await slipScripts(gate.url, pages, { Cookie: cookie });
    console.info(`${role}: ${pages.length} pages, ${gate.asked} requests`);
    expect([faults, gate.broken]).toEqual([[], []]);
    expect(gate.asked).toBeGreaterThan(pages.length);
    expect(await isStillIn(visitor)).toBe(true);
  });
});
