import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { launch, provision, urlOf } from '@app/embedded-postgres';
import { PreparedClient } from '@app/records';
import { prepareDatabase } from '../../apps/server/src/prepare';
import { median, ms, p95, table } from './bench.figures';
import { measureProtection, openCopy } from './bench.protection';
import { startServer, type Bench, type BenchServer } from './bench.setting';
import { Visitor } from './bench.visitor';
import { measureWrites } from './bench.writes';
import { openLargePlace, PASSWORD, type Caller } from './large-place';
import { transactionIn, type Statement } from './statements';

const WARM = 20;
const TIMES = 60;
const TARGET = { ratio: 2.5, listMs: 5, crowdedMs: 10, difference: 10, writes: 0.5, protection: 1.5 };

async function main(): Promise<void> {
  const people = Number(process.argv[2] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'onestory-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await launch({ directory: join(folder, 'postgres') });
  let server: BenchServer | undefined;
  let bare: Client | undefined;
  try {
    const passwords = { owner: 'owner', app: 'app', clock: 'clock' };
    await provision(postgres.superuserUrl('postgres'), { database: 'bench', passwords });
    const as = (role: keyof typeof passwords, database = 'bench'): string => `postgresql://onestory_${role}:${passwords[role]}@${postgres.host}:${postgres.port}/${database}`;
    const { contextKey } = await prepareDatabase(as('owner'));
    const place = await openLargePlace({ ownerUrl: as('owner'), superuserUrl: urlOf(postgres.superuserUrl('postgres'), 'bench') }, people);
    say(`${people.toLocaleString('en-GB')} people (${place.rows.toLocaleString('en-GB')} rows) loaded in ${place.seconds.toFixed(1)} s, ${Math.round(people / place.seconds).toLocaleString('en-GB')} a second; one flush of this disk takes ${ms(flush(folder))} ms\n`);
    const open = await openCopy(postgres.superuserUrl('postgres'), 'bench');
    server = await startServer(as('app'), contextKey);
    bare = new PreparedClient({ connectionString: as('app') });
    await bare.connect();
    const rows = await measureProtection(place, server, { appUrl: as('app', open), contextKey }, TARGET.protection);
    say(`${table(['what protection costs, in the server', 'ms', 'without', 'times', ''], rows)}\n`);
    await measure({ place, bare, port: server.port, ask: server.ask });
  } finally {
    await bare?.end();
    server?.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(bench: Bench): Promise<void> {
  await measureCoordination(bench);
  say(table(['', 'median ms', 'bare ms', 'a second', 'of the bare', 'times', ''], await measureWrites(bench, TARGET.writes)));
  say('');
  for (const caller of [bench.place.councilWorker, bench.place.nurse, bench.place.charityWorker]) {
    const visitor = new Visitor(bench.port);
    await visitor.signIn(caller.email, PASSWORD);
    const person = caller.visible[0] ?? '';
    const name = encodeURIComponent(caller.familyName);
    const pages: readonly [string, string][] = [
      ['caseload', '/caseload?limit=50'], ['person', `/people/${person}`], ['timeline', `/people/${person}/timeline?limit=50`], ['search', `/people?search=${name}`],
    ];
    const rows: string[][] = [];
    for (const [title, path] of pages) {
      for (const form of ['JSON', 'HTML']) rows.push(await row(bench, visitor, title, form, form === 'JSON' ? `/api${path}` : path));
    }
    say(`The ${caller.name}, who may open ${caller.sees.toLocaleString('en-GB')} people`);
    say(table(HEAD, rows));
    say(`\n${table(['somebody hidden against nobody', 'hidden ms', 'nobody ms', 'difference', ''], await unseen(visitor, caller))}\n`);
    visitor.close();
  }
  say(`bare: the same statements, begin to commit, audit included, on one connection of the driver. Beside their number, what asks for the session and the caller.`);
  say(`Targets: JSON ${TARGET.ratio} times bare; a caseload page ${TARGET.listMs} ms in the server, a person of whom very much is known ${TARGET.crowdedMs}; row-level security and the audit together ${TARGET.protection} times a server without them.`);
}

const HEAD = ['', 'median ms', 'p95', 'server ms', 'bare ms', 'ratio', 'statements', 'gzip bytes', ''];

const CROWDED = '30 goals, 200 steps, 2,000 entries';

/** What people do together: a plan, the referrals that came, the board of a team, a service. */
async function measureCoordination(bench: Bench): Promise<void> {
  const { councilWorker, charityWorker, manager, planned, crowded } = bench.place;
  const screens: readonly [string, Caller, json: string, html: string][] = [
    ['a plan', councilWorker, `/api/people/${planned}/care-plan`, `/people/${planned}/plan`],
    [CROWDED, councilWorker, `/api/people/${crowded}`, `/people/${crowded}`],
    ['the plan of 30 goals and 200 steps', councilWorker, `/api/people/${crowded}/care-plan`, `/people/${crowded}/plan`],
    ['the timeline of 2,000 entries', councilWorker, `/api/people/${crowded}/timeline?limit=50`, `/people/${crowded}/timeline?limit=50`],
    ['referrals that came', charityWorker, '/api/referrals?queue=received', '/referrals?queue=received'],
    [`the team, ${manager.sees} cases`, manager, '/api/dashboards/team', '/dashboard'],
    ['services, a word', councilWorker, '/api/services?search=gardening', '/services?search=gardening'],
    ['services, two slips', councilWorker, '/api/services?search=trasnport%20evning&need=home', '/services?search=trasnport%20evning&need=home'],
  ];
  const rows: string[][] = [];
  for (const [title, caller, json, html] of screens) {
    const visitor = new Visitor(bench.port);
    await visitor.signIn(caller.email, PASSWORD);
    for (const [form, path] of [['JSON', json], ['HTML', html]] as const) rows.push(await row(bench, visitor, title, form, path));
    visitor.close();
  }
  say(table(HEAD, rows));
  say('');
}

/** Requests and bare statements in turn, so that whatever else the machine does meets both. */
async function row(bench: Bench, visitor: Visitor, title: string, form: string, path: string): Promise<string[]> {
  for (let i = 0; i < WARM; i++) await visitor.get(path);
  await bench.ask('take down');
  const { status, bytes } = await visitor.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  const { sent } = (await bench.ask('what was sent')) as { sent: Statement[] };
  const transaction = transactionIn(sent);
  await bench.ask('forget times');
  const asked: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    asked.push((await visitor.get(path)).ms);
    const began = performance.now();
    for (const { text, values } of transaction) await bench.bare.query(text, values.length ? [...values] : undefined);
    bare.push(performance.now() - began);
  }
  const { times } = (await bench.ask('times')) as { times: number[] };
  const ratio = median(asked) / median(bare);
  const late = form === 'JSON' ? ratio > TARGET.ratio : (title === 'caseload' && median(times) > TARGET.listMs) || (title === CROWDED && median(times) > TARGET.crowdedMs);
  return [`${title} ${form}`, ms(median(asked)), ms(p95(asked)), ms(median(times)), ms(median(bare)), ratio.toFixed(2), `${transaction.length} + ${sent.length - transaction.length}`,
    String(bytes), late ? 'over the target' : ''];
}

/** Whether the time of an answer tells somebody who may not be seen from nobody. */
async function unseen(visitor: Visitor, caller: Caller): Promise<string[][]> {
  const compare = async (title: string, hidden: (i: number) => string, missing: (i: number) => string): Promise<string[]> => {
    const times: [number[], number[]] = [[], []];
    for (let i = -WARM; i < TIMES; i++) {
      for (const [which, path] of [hidden(Math.abs(i)), missing(Math.abs(i))].entries()) {
        const answer = await visitor.get(path);
        if (i >= 0) times[which]?.push(answer.ms);
      }
    }
    const [some, none] = times.map(median) as [number, number];
    const difference = (100 * Math.abs(some - none)) / none;
    return [title, ms(some), ms(none), `${difference.toFixed(1)} %`, difference > TARGET.difference ? 'over the target' : ''];
  };
  const at = (i: number): string => caller.hidden[i % caller.hidden.length] ?? '';
  return [
    await compare('by id', (i) => `/api/people/${at(i)}`, () => `/api/people/${randomUUID()}`),
    await compare('by NHS number', (i) => `/api/people?search=${caller.hiddenNumbers[i % caller.hiddenNumbers.length]}`, (i) => `/api/people?search=${NOBODYS[i % NOBODYS.length]}`),
  ];
}

// Valid numbers of the range that is kept for tests: nobody of the large place has one.
const NOBODYS = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000069'];

/** The median time of making 8 KB durable, in milliseconds. */
function flush(folder: string): number {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(8192, 1);
  const times = Array.from({ length: 50 }, () => {
    writeSync(file, block);
    const began = performance.now();
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}

const say = (words: string): void => void process.stdout.write(`${words}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
