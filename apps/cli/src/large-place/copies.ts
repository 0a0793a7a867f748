import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Value = string | number | boolean | null | readonly string[];

const asText = (value: Value): string => {
  if (value === null) return '\\N';
  if (typeof value === 'object') return `{${value.join(',')}}`;
  return String(value);
};

/** Rows that wait to be copied, by table. What is written is ours: ids, words and figures without a tab, a line's end or a backslash. */
export class Copies {
  private readonly waiting = new Map<string, string[]>();
  private columns = new Map<string, string>();
  rows = 0;

  /** @param columns the same with every call for a table, e.g. `person_id, family` */
  add(table: string, columns: string, ...values: Value[]): void {
    let lines = this.waiting.get(table);
    if (!lines) {
      this.waiting.set(table, (lines = []));
      this.columns.set(table, columns);
    }
    lines.push(values.map(asText).join('\t'));
    this.rows += 1;
  }

  /** Sends all that waits. @param frozen tables that were emptied in this transaction: their rows need no vacuum afterwards */
  async send(owner: Client, frozen: ReadonlySet<string>): Promise<void> {
    for (const [table, lines] of this.waiting) {
      if (lines.length === 0) continue;
      const copy = owner.query(copyFrom(`copy ${table} (${this.columns.get(table)}) from stdin${frozen.has(table) ? ' with (freeze)' : ''}`));
      copy.end(`${lines.join('\n')}\n`);
      await finished(copy);
      lines.length = 0;
    }
  }
}
