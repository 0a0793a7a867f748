import type { TestApp } from '../../support/app';

export type Row = Readonly<Record<string, unknown>>;

/** Writes rows as they stand, past every rule, in one statement; tables in the order in which they refer to each other. */
export async function insert(app: TestApp, tables: Readonly<Record<string, readonly Row[]>>): Promise<void> {
  const values: string[] = [];
  const inserts = Object.entries(tables).filter(([, rows]) => rows.length > 0).map(([table, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
    return `${table}_in as (insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $${values.push(JSON.stringify(rows))}))`;
  });
  await app.sql(`with ${inserts.join(', ')} select 1`, values);
}
