import { newId } from '@app/kernel';
import { median, ms } from './bench.figures';
import type { Bench } from './bench.setting';
import { Visitor } from './bench.visitor';
import { PASSWORD } from './large-place';
import { transactionIn, type Statement } from './statements';

const PAIRS = 15;
const WARM = 4;

/** One write: done over HTTP to the first of a pair, and the same statements sent bare about the second. */
interface Write {
  readonly title: string;
  readonly visitor: Visitor;
  /** the ids that the request is about; the same number for each */
  readonly about: readonly (readonly string[])[];
  readonly send: (ids: readonly string[]) => Promise<{ ms: number }>;
}

/** A note, a publication, an acceptance, an assignment: the throughput of one client, and what share it is of the same statements on one connection. */
export async function measureWrites(bench: Bench, target: number): Promise<string[][]> {
  const { place } = bench;
  const [council, charity] = [new Visitor(bench.port), new Visitor(bench.port)];
  await council.signIn(place.councilWorker.email, PASSWORD);
  await charity.signIn(place.charityWorker.email, PASSWORD);
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const plans: string[][] = [];
  const membershipId = place.councilWorker.actor.membershipId ?? '';
  for (const { personId } of place.waiting.slice(-pairs(place.waiting.length) * 2)) plans.push([personId, ...(await draftFor(council, personId, day(60)))]);
  const writes: Write[] = [
    { title: 'a note', visitor: council, about: place.councilWorker.visible.map((person) => [person]),
      send: ([person]) => council.send('POST', `/api/people/${person}/contact-notes`, { text: 'Rang; nobody was in', about: 'person', audience: 'circle' }) },
    { title: 'a plan is published', visitor: council, about: plans,
      send: ([person, draft, version]) => council.send('POST', `/api/people/${person}/care-plan/drafts/${draft}/publication`, {}, Number(version)) },
    { title: 'a referral is accepted', visitor: charity, about: place.asked.map(({ personId, referralId }) => [personId, referralId]),
      send: ([, referral]) => charity.send('POST', `/api/referrals/${referral}/acceptance`, { promiseDate: day(7) }, 1) },
    { title: 'a key worker is assigned', visitor: council, about: place.waiting.map(({ personId, caseId }) => [personId, caseId]),
      send: ([, open]) => council.send('POST', `/api/cases/${open}/key-worker`, { membershipId, because: 'knows_them' }) },
  ];
  const rows: string[][] = [];
  for (const write of writes) rows.push(await rowOf(bench, write, target));
  council.close();
  charity.close();
  return rows;
}

const pairs = (many: number): number => Math.min(PAIRS + WARM, Math.floor(many / 2));

async function draftFor(visitor: Visitor, person: string, nextReviewOn: string): Promise<[draft: string, version: string]> {
  const plan = {
    whatMatters: 'Singing', needs: [{ text: 'Getting to rehearsals', domain: 'transport' }], goals: [{ text: 'Sing at Easter', actions: [{ what: 'Practise sitting', doer: 'person' }] }],
    whoToRing: 'Jo, 01632 960010', ifItGoesWrong: 'Ring the same day', nextReviewOn, personView: 'agrees', viewAsked: 'directly',
  };
  const { plan: draft } = JSON.parse((await visitor.send('POST', `/api/people/${person}/care-plan/drafts`, plan)).body) as { plan: { id: string; version: number } };
  return [draft.id, String(draft.version)];
}

async function rowOf(bench: Bench, { title, about, send }: Write, target: number): Promise<string[]> {
  const [asked, bare]: [number[], number[]] = [[], []];
  const many = pairs(about.length);
  if (many === 0) return [title, '', '', '', '', '0', 'too small a place'];
  for (let i = 0; i < many; i++) {
    const [over, beside] = [about[2 * i] ?? [], about[2 * i + 1] ?? []];
    await bench.ask('take down');
    const { ms: took } = await send(over);
    const { sent } = (await bench.ask('what was sent')) as { sent: Statement[] };
    const transaction = aboutSomebodyElse(transactionIn(sent), over, beside);
    const began = performance.now();
    for (const { text, values } of transaction) await bench.bare.query(text, values.length ? values : undefined);
    const bareTook = performance.now() - began;
    if (i >= Math.min(WARM, many - 1)) {
      asked.push(took);
      bare.push(bareTook);
    }
  }
  const share = median(bare) / median(asked);
  return [title, ms(median(asked)), ms(median(bare)), (1000 / median(asked)).toFixed(0), share.toFixed(2), String(asked.length), share < target ? 'below the target' : ''];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Ids of the place; all others were made by the request, and are made anew. */
const OF_THE_PLACE = '0199';

/** The same transaction with the second's ids in the place of the first's. */
function aboutSomebodyElse(transaction: readonly Statement[], over: readonly string[], beside: readonly string[]): { text: string; values: unknown[] }[] {
  const known = new Map(over.map((id, n) => [id, beside[n] ?? id]));
  const other = (id: string): string => {
    if (!known.has(id)) known.set(id, id.startsWith(OF_THE_PLACE) ? id : newId());
    return known.get(id) ?? id;
  };
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(ID, other);
    return Array.isArray(value) ? value.map(change) : value;
  };
  // The text holds the caller's signed context, which stays theirs.
  return transaction.map(({ text, values }) => ({ text, values: values.map(change) }));
}
