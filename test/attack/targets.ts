import { newId } from '@app/kernel';
import { aService } from '../support/services';
import type { Visitor } from '../support/app';
import { ROUTES, type Named, type Route } from '../access/matrix';
import { userIn, type Place, type Subject } from '../access/matrix/place';
import type { Target } from './tools';

/** Streams without end, and what ends the session. */
const LEFT = ['GET /live', 'POST /sign-out'];
const MARK = '*';

export async function namesIn(place: Place, known: Subject, other: Subject): Promise<Named> {
  return {
    ...known, other: other.person, id: userIn(place, 'named worker').membershipId, token: 'x'.repeat(43), service: await aService(place.app, place.practice), act: 'acceptance', type: 'care', organisation: place.council.id, agreement: place.practice.id,
    worker: userIn(place, 'worker of the team').userId, family: known.family,
  };
}

const methodOf = ({ route }: Route): string => route.split(' ')[0] ?? '';
const pathOf = ({ route, query = '' }: Route): string => (route.split(' ')[1] ?? '') + query;
const fill = (path: string, named: Named, mark: string): string => path.replace(/:(\w+)/g, (_, name: string) => named[name as keyof Named] + mark);
/** Values that stand in the query as they are get their mark too. */
const marked = (path: string): string => path.replace(/=([^&*]+)(?=&|$)/g, `=$1${MARK}`);

/** The pages of the server, with their names filled in. */
export const pagesOf = (named: Named): string[] =>
  ROUTES.filter((route) => methodOf(route) === 'GET' && !route.route.includes(' /api/') && !LEFT.includes(route.route)).map((route) => fill(pathOf(route), named, ''));

/** Every route of the server as somebody would ask it, with a mark behind each value of theirs; what reads comes before what writes. */
export function targetsFor(place: Place, named: Named, visitor: Visitor, cookie: string): Target[] {
  return ROUTES.filter(({ route }) => !LEFT.includes(route)).sort((a, b) => Number(methodOf(a) !== 'GET') - Number(methodOf(b) !== 'GET')).map((route): Target => {
    const path = marked(fill(pathOf(route), named, MARK));
    const method = methodOf(route);
    const isJson = path.startsWith('/api/');
    const headers = { Cookie: cookie, Accept: isJson ? 'application/json' : 'text/html' };
    if (method === 'GET') return { method, path, headers, body: '' };
    const values = typeof route.body === 'function' ? route.body(place, { ...named, family: `t${newId().slice(-9)}` }) : (route.body ?? {});
    const version: Record<string, string> = route.version === undefined ? {} : { 'If-Match': `"${route.version}"` };
    if (isJson) return { method, path, headers: { ...headers, ...version, 'Content-Type': 'application/json', 'X-Csrf-Token': visitor.csrf }, body: JSON.stringify(values, (_, value: unknown) => (typeof value === 'string' ? value + MARK : value)) };
    return { method, path, headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body: form(visitor, values, route.version) };
  });
}

function form(visitor: Visitor, values: Record<string, unknown>, version: number | undefined): string {
  const typed = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}${MARK}`));
  return [`_csrf=${encodeURIComponent(visitor.csrf)}`, ...(version === undefined ? [] : [`_version=${version}`]), ...typed].join('&');
}

/** How many values of a target are tried. */
export const marksIn = ({ path, body }: Target): number => [...(path + body)].filter((sign) => sign === MARK).length;
