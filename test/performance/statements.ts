import { Client } from 'pg';

/** What was sent to the database, and on which connection: 1 for the first that was used. */
export interface Statement {
  readonly connection: number;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: Client, first: unknown, ...rest: unknown[]) => unknown;

/** Everything that this process sends to PostgreSQL while `work` goes on. The driver is as it was before when it has ended. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const connections: Client[] = [];
  const driver = Client.prototype as unknown as { query: Query };
  const real = driver.query;
  driver.query = function (first, ...rest) {
    if (!connections.includes(this)) connections.push(this);
    const { text, values } = typeof first === 'string' ? { text: first, values: undefined } : (first as { text: string; values?: unknown[] });
    sent.push({ connection: connections.indexOf(this) + 1, text, values: values ?? (Array.isArray(rest[0]) ? rest[0] : []) });
    return real.call(this, first, ...rest);
  };
  try {
    await work();
  } finally {
    driver.query = real;
  }
  return sent;
}

/** From `begin` to `commit`, audit included; what is asked before it (session, caller) stands outside. */
export function transactionIn(sent: readonly Statement[]): Statement[] {
  const begin = sent.find(({ text }) => /^begin\b/i.test(text));
  const commit = sent.findLast(({ text }) => /\bcommit$/i.test(text));
  if (!begin || !commit) throw new Error('There was no transaction');
  return sent.slice(sent.indexOf(begin), sent.indexOf(commit) + 1).filter(({ connection }) => connection === begin.connection);
}
