import { newId } from '@app/kernel';
import type { Response } from 'supertest';
import { Admissions } from '../../apps/server/src/http/admissions';
import { signInAs, startTestApp, Visitor, type TestApp } from '../support/app';
import { aService } from '../support/services';
import { aWorker, PASSWORD } from '../support/staff';
import { EVERYBODY, OPENS, OWN, type Caller } from './matrix/callers';
import { aPlace, aSubject, userIn, visitorIn, type Place, type Subject } from './matrix/place';
import { ROUTES, type Named, type Route } from './matrix';

let app: TestApp;
let place: Place;
let known: Subject;
let other: Subject;
let colleague: string;

beforeAll(async () => {
  app = await startTestApp();
  place = await aPlace(app);
  known = await aSubject(place);
  other = await aSubject(place);
  await aSubject(place, { of: 'others' });
  colleague = await aColleague();
});
afterAll(() => app?.close());

/** Invited and not yet here. */
async function aColleague(): Promise<string> {
  const { membershipId, userId } = await aWorker(app, place.practice);
  await app.sql(`update user_account set state = 'invited' where id = $1`, [userId]);
  return membershipId;
}

const methodOf = ({ route }: Route): string => route.split(' ')[0] ?? '';
const pathOf = ({ route, query }: Route): string => (route.split(' ')[1] ?? '') + (query ?? '');
const isChange = (route: Route): boolean => methodOf(route) !== 'GET';
const isAboutPerson = (route: Route): boolean => route.ofCase === true || /[/=]:(person|case|referral|opening|known|held|hold|merge|finding|incident|part|copy|complaint|correction|objection)\b/.test(pathOf(route));
const fill = (path: string, named: Named): string => path.replace(/:(\w+)/g, (_, name: string) => named[name as keyof Named]);

async function namedFor(route: Route, isDone: boolean): Promise<Named> {
  const fresh = (isChange(route) && isDone) || route.noCase || route.noDraft || route.drafted || route.stands;
  const subject = fresh && (isAboutPerson(route) || route.stands) ? await aSubject(place, { hasCase: !route.noCase, hasDraft: !route.noDraft, ...(route.drafted && { drafted: route.drafted }), ...(route.referral && { referral: route.referral }), ...(route.objection && { objection: route.objection }), ...(route.review && { review: route.review }), ...(route.stands && { stands: route.stands }), ...(route.joined && { joined: true }) }) : { ...known, ...(isChange(route) ? { family: `t${newId().slice(-9)}` } : {}) };
  const id = route.route.includes('/api/organisations') ? place.practice.id : fresh && route.route.includes(':id') ? await aColleague() : colleague;
  return { ...subject, other: other.person, id, token: 'x'.repeat(43), service: route.ours ? await aService(app, place.practice) : place.service, act: 'acceptance', type: 'care', organisation: place.council.id, agreement: place.practice.id, worker: userIn(place, 'worker of the team').userId };
}

async function aStranger(): Promise<Visitor> {
  const nobody = new Visitor(app);
  await nobody.readToken('/sign-in');
  return nobody;
}

async function visitorFor(route: Route, caller: Caller): Promise<Visitor> {
  if (caller === 'nobody') return aStranger();
  return route.ends ? signInAs(app, userIn(place, caller).email, PASSWORD) : visitorIn(place, caller);
}

function ask(route: Route, visitor: Visitor, named: Named): Promise<Response> {
  const path = fill(pathOf(route), named);
  if (!isChange(route)) return Promise.resolve(visitor.get(path));
  const body = typeof route.body === 'function' ? route.body(place, named) : (route.body ?? {});
  if (!path.startsWith('/api/')) return Promise.resolve(visitor.submit(path, { ...(body as Record<string, string>), ...(route.version !== undefined ? { _version: String(route.version) } : {}) }).redirects(0));
  const sent = visitor.send(methodOf(route).toLowerCase() as 'post', path, body);
  return Promise.resolve(route.version !== undefined ? sent.set('If-Match', `"${route.version}"`) : sent);
}

/** What somebody who compares answers would see of one. */
function seen({ status, headers, text }: Response): object {
  const { date: _date, 'x-request-id': _id, 'set-cookie': _cookie, ...others } = headers;
  return { status, headers: others, text };
}

/** Whoever opens the person may be told that something is not theirs to do. */
const knows = (caller: Caller): boolean => [...OPENS, ...OWN].some((one) => one === caller);

const audited = (answer: Response): Promise<{ outcome: string; persons: string[] }[]> =>
  app.sql(`select outcome, coalesce(person_ids, '{}') || coalesce(array[person_id], '{}') as persons from audit_event where request_id = $1`, [answer.headers['x-request-id']]);

it('the matrix has every route of the server, and no other', () => {
  const handlers = app.server.app.get(Admissions).list().map(({ method, path }) => `${method} ${path}`);
  const { stack } = app.server.app.getHttpAdapter().getInstance().router as { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
  const served = stack.flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []));
  const inMatrix = [...new Set(ROUTES.map(({ route }) => route))].sort();
  expect([...handlers].sort()).toEqual(inMatrix);
  expect([...new Set(served)].sort()).toEqual(inMatrix);
});

describe.each(ROUTES.map((route) => [`${methodOf(route)} ${pathOf(route)}`, route] as const))('%s', (_, route) => {
  const answers = new Map<Caller, { answer: Response; named: Named }>();

  it('answers each caller as the matrix says', async () => {
    const statuses: Partial<Record<Caller, number>> = {};
    for (const caller of EVERYBODY) {
      // Everybody here has one address: nobody is to wait for somebody else's tries.
      await app.sql('delete from attempt');
      const named = await namedFor(route, route.answers[caller] < 400);
      const answer = await ask(route, await visitorFor(route, caller), named);
      answers.set(caller, { answer, named });
      statuses[caller] = answer.status;
    }
    expect(statuses).toEqual(route.answers);
  });

  it('answers about what is hidden as about what does not exist, and writes every refusal down', async () => {
    const faults: string[] = [];
    // A link that is no longer good is about nobody.
    const isLink = route.route.includes(':token');
    for (const [caller, { answer, named }] of answers) {
      if (caller === 'nobody' || (answer.status !== 403 && answer.status !== 404)) continue;
      if (!isLink && !(await audited(answer)).some(({ outcome }) => outcome === 'refused')) faults.push(`${caller}: no audit of ${answer.status}`);
      for (const part of new Set([...pathOf(route).matchAll(/:(\w+)/g)].map((match) => match[1] as keyof Named))) {
        if (part === 'token' || part === 'family' || part === 'act' || part === 'entry') continue;
        const missing = await ask(route, visitorIn(place, caller), { ...named, [part]: newId() });
        const mayKnow = (part !== 'person' && part !== 'case') || knows(caller);
        if (answer.status === 404 || !mayKnow) expect([caller, part, seen(missing)]).toEqual([caller, part, seen(answer)]);
      }
    }
    expect(faults).toEqual([]);
  });

  if (isAboutPerson(route)) {
    it('leaves a line in the audit wherever something of the person was shown or done', async () => {
      const silent: string[] = [];
      for (const [caller, { answer, named }] of answers) {
        if (answer.status >= 400 || caller === 'nobody') continue;
        if (!(await audited(answer)).some(({ outcome, persons }) => outcome === 'done' && persons.includes(named.person))) silent.push(caller);
      }
      expect(silent).toEqual([]);
    });
  }
});

it('nothing of all that was refused was done', async () => {
  const [made] = await app.sql(
    `select (select count(*)::int from contact_note where person_id = $1) as notes, (select count(*)::int from alert where person_id = $1 and state <> 'raised') as alerts,
            (select count(*)::int from proposed_member where person_id = $1 and state <> 'proposed') as decided,
            (select count(*)::int from care_team_member where person_id = $1 and state = 'active') as members, (select count(*)::int from relationship where person_id = $1) as relationships,
            (select count(*)::int from plan_version where person_id = $1) as plans, (select count(*)::int from care_action where person_id = $1 and state <> 'open') as steps`,
    [known.person],
  );
  expect(made).toEqual({ notes: 1, alerts: 0, decided: 0, members: 1, relationships: 7, plans: 3, steps: 0 });
});

it('what is under one person’s address is not found under another’s, whom the same caller may open', async () => {
  const worker = visitorIn(place, 'worker of the practice');
  const theirs = await aSubject(place);
  const addresses = [`/contact-notes/${known.note}/correct`, `/contact-notes/${known.note}/copy`, `/reviews/${known.review}/copy`, `/contact-notes/${known.note}/move`, `/contact-notes/moved/${known.incident}`, `/circle/${known.member}/end`, `/plan/versions/${known.version}`,
    `/plan/actions/${known.action}`, `/plan/goals/${known.goal}`, `/about-me/${known.told}`, `/alerts/${known.alert}/review`, `/plan/changes?since=${known.version}`, `/plan/compare?from=${known.version}`, `/reviews/${known.review}`];
  for (const address of addresses) {
    expect([address, (await worker.get(`/people/${known.person}${address}`)).status]).toEqual([address, 200]);
    expect([address, (await worker.get(`/people/${theirs.person}${address}`)).status]).toEqual([address, 404]);
  }
  expect((await worker.get(`/api/people/${theirs.person}/contact-notes/${known.note}`)).status).toBe(404);
});
