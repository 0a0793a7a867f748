import { newId } from '@app/kernel';
import { startTestApp, type TestApp } from '../support/app';
import { aFamilyName } from '../journeys/people';
import { statementsOf } from '../performance/statements';
import { aPlace, aSubject, visitorIn, type Place, type Subject } from './matrix/place';
import { ROUTES } from './matrix';

let app: TestApp;
let place: Place;
let known: Subject;

beforeAll(async () => {
  app = await startTestApp();
  place = await aPlace(app);
  known = await aSubject(place);
});
afterAll(() => app?.close());

/** They see people, and not this one: for one there is no reason, the other is kept out. */
const ASKING = ['unrelated worker', 'excluded worker'] as const;
/** What a session and the watch over the audit do for themselves depends on the time, not on what was asked for. */
const OF_CLOCKS = /\bsession\b|seconds_unsealed|pg_backend_pid/i;

/** What the database is asked, in which order. */
async function askedBy(caller: (typeof ASKING)[number], path: string): Promise<string[]> {
  let status = 0;
  const sent = await statementsOf(async () => { ({ status } = await visitorIn(place, caller).get(path)); });
  return [`${status}`, ...sent.map(({ text }) => text).filter((text) => !OF_CLOCKS.test(text)).map((text) => text.replace(/'[0-9a-z|,_:.-]+'/gi, '?'))];
}

describe.each(ASKING)('Hidden or not there at all: for an %s', (caller) => {
  const about = [...new Set(ROUTES.filter(({ route }) => /^GET \/.*:person/.test(route)).map(({ route, query }) => (route.split(' ')[1] ?? '') + (query ?? '')))];
  const names: Readonly<Record<string, string>> = { token: 'x'.repeat(43), act: 'acceptance' };

  it.each(about)('faults 39, 40: %s asks the database the same', async (path) => {
    const of = (person: string): string => path.replace(/:(\w+)/g, (_, name: string) => (name === 'person' ? person : names[name] ?? (known[name as keyof Subject]) ?? newId()));
    const [hidden, missing] = [await askedBy(caller, of(known.person)), await askedBy(caller, of(newId()))];
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden).toEqual(missing);
  });

  it.each(['/people?search=', '/api/people?search=', '/people/new?search=', '/caseload?search=', '/api/caseload?search=', '/caseload.csv?search='])('faults 39, 40: a search by name at %s does too', async (path) => {
    const [hidden, missing] = [await askedBy(caller, path + known.family), await askedBy(caller, path + aFamilyName())];
    expect(hidden).toEqual(missing);
  });
});
