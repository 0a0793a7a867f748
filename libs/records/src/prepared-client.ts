import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { Client, type ClientConfig, type QueryResult } from 'pg';

/** Of more different texts than this, the rest is sent unprepared: each takes memory in every connection. */
const MOST = 400;

const names = new Map<string, string>();

/** The same text has the same name, of the 63 characters that PostgreSQL keeps of one. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
  names.set(text, name);
  return name;
}

/**
 * A connection whose statements with values are prepared once and their plans kept: under row-level security the
 * planning takes longer than the work (docs/adr/0009). Behind a pooler, which answers with another process id than the
 * database's own, a prepared statement may meet a connection that does not know it: there every statement is sent whole.
 */
export class PreparedClient extends Client {
  private direct = false;
  private held = false;

  constructor(config?: string | ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true });
    this.once('connect', () => void this.askWhetherDirect());
  }

  private async askWhetherDirect(): Promise<void> {
    const { processID } = this as unknown as { processID: number | null };
    try {
      const { rows } = await super.query<{ pid: number }>('select pg_backend_pid() as pid');
      this.direct = rows[0]?.pid === processID;
    } catch {
      // The connection is gone; whoever has it is told.
    }
  }

  /** What is asked in one go is sent in one go: each write wakes the database, and is among the dearest things that a request does. */
  private hold(): void {
    if (this.held) return;
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    this.held = true;
    stream.cork();
    process.nextTick(() => {
      this.held = false;
      stream.uncork();
    });
  }

  // The driver has many ways to call it; only a text with values is changed on its way.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const send = super.query.bind(this) as (...sent: unknown[]) => Promise<QueryResult>;
    this.hold();
    const name = this.direct && typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return (name ? send({ name, text, values }, ...rest) : send(...given)) as never;
  }
}
