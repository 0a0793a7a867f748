import { Client } from 'pg';
import { settleCopy, urlOf } from '@app/embedded-postgres';
import { median, ms } from './bench.figures';
import { startServer, type BenchServer } from './bench.setting';
import { Visitor } from './bench.visitor';
import { PASSWORD, type LargePlace } from './large-place';

const WARM = 20;
const TIMES = 60;
const OPEN = 'bench_open';

/** A copy of the bench's database in which no policy is asked and nothing is audited. Nobody may be connected to the one that is copied. */
export async function openCopy(clusterUrl: string, database: string): Promise<string> {
  await as(clusterUrl, (all) => all.query(`create database ${OPEN} template ${database}`));
  await settleCopy(clusterUrl, OPEN);
  await as(urlOf(clusterUrl, OPEN), async (all) => {
    const { rows } = await all.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relrowsecurity`);
    await all.query(rows.map(({ name }) => `alter table ${name} disable row level security`).join('; '));
    await all.query(`create function onestory.nothing_written() returns trigger language plpgsql as $$ begin return null; end $$;
      create trigger nothing_written before insert on onestory.audit_event for each row execute function onestory.nothing_written()`);
    await all.query('vacuum analyze');
  });
  return OPEN;
}

/**
 * What row-level security and the audit cost: the same requests in turn to a server over each of the two databases, by the median time in the server.
 * @returns rows of a table: what was asked, with and without in milliseconds, how many times longer, and a word where that is over the target
 */
export async function measureProtection(place: LargePlace, held: Omit<BenchServer, 'stop'>, open: { appUrl: string; contextKey: Buffer }, target: number): Promise<string[][]> {
  const bare = await startServer(open.appUrl, open.contextKey);
  try {
    const rows: string[][] = [];
    for (const caller of [place.councilWorker, place.charityWorker]) {
      const visitors = [new Visitor(held.port), new Visitor(bare.port)];
      for (const visitor of visitors) await visitor.signIn(caller.email, PASSWORD);
      const person = caller.visible[0] ?? '';
      for (const [title, path] of [['caseload', '/caseload?limit=50'], ['person', `/people/${person}`], ['timeline', `/people/${person}/timeline?limit=50`]] as const) {
        for (const [form, address] of [['JSON', `/api${path}`], ['HTML', path]] as const) {
          for (let i = -WARM; i < TIMES; i++) {
            if (i === 0) await Promise.all([held.ask('forget times'), bare.ask('forget times')]);
            for (const visitor of visitors) await visitor.get(address);
          }
          const [protectedMs = NaN, openMs = NaN] = (await Promise.all([held, bare].map((server) => server.ask('times')))).map((told) => median((told as { times: number[] }).times));
          const times = protectedMs / openMs;
          rows.push([`${caller.name}: ${title} ${form}`, ms(protectedMs), ms(openMs), times.toFixed(2), times > target ? 'over the target' : '']);
        }
      }
      for (const visitor of visitors) visitor.close();
    }
    return rows;
  } finally {
    bare.stop();
  }
}

async function as(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
