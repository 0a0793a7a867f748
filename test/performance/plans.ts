import type { Client } from 'pg';
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
        const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, buffers, timing off, format json) ${text}`, given);
        const plan = (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan;
        plans.push({ text, readWhole: wholeTables(plan), buffers: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0) });
      }
    }
  } finally {
    await client.query('rollback');
  }
  return plans;
}

const wholeTables = (node: Node): string[] => [
  ...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(wholeTables),
];
