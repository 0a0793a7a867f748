import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DATABASE, ROLES, SCHEMA } from './provision-sql';

/** Passwords of the three roles that sign in. */
export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly clock: string;
}

/**
 * Makes the roles, the database and the schema of OneStory, or puts them right: running it again changes nothing but
 * the passwords. Several may run it at once.
 * @param superuserUrl an administrator's URL, of any database of the server
 * @throws Error when one of the roles has rights that it must not have
 */
export async function provision(superuserUrl: string, order: { database: string; passwords: RolePasswords }): Promise<void> {
  const values = {
    database: order.database,
    owner_password: order.passwords.owner,
    app_password: order.passwords.app,
    clock_password: order.passwords.clock,
  };
  await withClient(superuserUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('onestory provision'))`);
    await run(client, [...ROLES, ...DATABASE], values);
    await withClient(urlOf(superuserUrl, order.database), (inside) => run(inside, SCHEMA, values));
  });
}

/** Owner, rights and settings of a database copied from a provisioned one: PostgreSQL does not copy these. */
export async function settleCopy(superuserUrl: string, database: string): Promise<void> {
  await withClient(superuserUrl, (client) => run(client, DATABASE, { database }));
}

async function run(client: Client, statements: readonly string[], values: Readonly<Record<string, string>>): Promise<void> {
  for (const statement of statements) {
    const sql = fill(statement, values);
    if (!sql.endsWith('\\gexec')) {
      await client.query(sql);
      continue;
    }
    const { rows } = await client.query<string[]>({ text: sql.slice(0, -'\\gexec'.length), rowMode: 'array' });
    for (const made of rows.flat()) await client.query(made);
  }
}

function fill(statement: string, values: Readonly<Record<string, string>>): string {
  return statement.replace(/:(['"])(\w+)\1/g, (_, quote: string, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${name}`);
    return quote === '"' ? escapeIdentifier(value) : escapeLiteral(value);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same URL for another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}
