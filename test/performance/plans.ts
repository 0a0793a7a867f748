import { escapeLiteral, type Client } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import type { Statement } from './statements';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Node[];
}

/** How PostgreSQL went about one statement. */
export interface Plan {
  readonly text: string;
  /** tables of which every row was read */
  readonly readWhole: readonly string[];
  /** pages of 8 KB that it looked at, planning not counted */
  readonly buffers: number;
}

/** Explains a transaction as it runs, and rolls it back: what is no query is only sent. */
export async function plansOf(client: Client, transaction: readonly Statement[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  try {
    for (const { text, values } of transaction.filter((statement) => !/commit$/i.test(statement.text))) {
      const given = values.length ? [...values] : undefined;
      if (!/^\s*(select|with)\b/i.test(text)) await client.query(text, given);
      else {
        // Prepared, because the plan that is kept for any values is the one that the server runs (docs/adr/0009).
        await client.query(`prepare explained as ${text}`);
        const literals = values.map((value) => literal(prepareValue(value)?.toString() ?? null)).join(', ');
        const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, buffers, timing off, format json) execute explained${literals ? `(${literals})` : ''}`);
        await client.query('deallocate explained');
        const plan = (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan;
        plans.push({ text, readWhole: wholeTables(plan), buffers: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0) });
      }
    }
  } finally {
    await client.query('rollback');
  }
  return plans;
}

const literal = (value: string | null): string => (value === null ? 'null' : escapeLiteral(value));

const wholeTables = (node: Node): string[] => [
  ...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(wholeTables),
];
