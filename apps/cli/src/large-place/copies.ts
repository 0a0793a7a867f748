import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BinaryRows, type Value } from './binary-rows';

export type { Value } from './binary-rows';

interface Waiting { readonly columns: string; readonly lines: BinaryRows; isEmpty: boolean }

/** Rows that wait to be copied, by table. */
export class Copies {
  private readonly waiting = new Map<string, Waiting>();
  rows = 0;

  private constructor(private readonly types: ReadonlyMap<string, string>) {}

  /** Asks what the columns of all tables hold. */
  static async into(owner: Client): Promise<Copies> {
    const { rows } = await owner.query<{ column: string; type: string }>(
      `select c.relname || '.' || a.attname as column, format_type(a.atttypid, null) as type from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
    return new Copies(new Map(rows.map(({ column, type }) => [column, type])));
  }

  /** @param columns the same with every call for a table, e.g. `person_id, family` */
  add(table: string, columns: string, ...values: Value[]): void {
    let rows = this.waiting.get(table);
    if (!rows) this.waiting.set(table, (rows = { columns, isEmpty: true, lines: new BinaryRows(columns.split(',').map((column) => this.types.get(`${table}.${column.trim()}`) ?? '')) }));
    rows.lines.add(values);
    rows.isEmpty = false;
    this.rows += 1;
  }

  /** Sends all that waits; more may be added meanwhile. @param frozen tables that were emptied in this transaction: their rows need no vacuum afterwards */
  async send(owner: Client, frozen: ReadonlySet<string>): Promise<void> {
    const taken: [head: string, lines: Buffer][] = [];
    for (const [table, rows] of this.waiting) {
      if (rows.isEmpty) continue;
      taken.push([`copy ${table} (${rows.columns}) from stdin with (format binary${frozen.has(table) ? ', freeze' : ''})`, rows.lines.take()]);
      rows.isEmpty = true;
    }
    for (const [head, lines] of taken) {
      const copy = owner.query(copyFrom(head));
      copy.end(lines);
      await finished(copy);
    }
  }
}
