import { Conflict, NotFound, ReasonFirst, Unavailable, type Fault } from '@app/kernel';

const TRANSIENT = ['40001', '40P01'];
const NOT_REACHED = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'];

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

/** Two transactions met: the same thing tried again may go well. */
export const isTransient = (error: unknown): boolean => TRANSIENT.includes(codeOf(error) ?? '');

/** What a fault of the database means to the caller; undefined when it is a fault of ours. */
export function faultOfDatabase(error: unknown): Fault | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  if (/timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(message)) return new Unavailable();
  if (code === undefined) return undefined;
  // Row-level security refused, or something that belongs to the row is hidden: the same as if it were not there.
  if (code === '42501' || code === '23503') return new NotFound();
  if (code === 'OS001') return new ReasonFirst((error as { detail?: string }).detail ?? '');
  if (code === 'OS002') return new Conflict('protection.held', 'It stays protected for now. Your lead of information governance can tell you more');
  if (TRANSIENT.includes(code)) return new Conflict('tryAgain', 'Somebody saved at the same moment. Try again');
  if (code === '23505') return new Conflict('exists', 'This is here already');
  // Cancelled, shutting down, too many connections, disk full, connection lost, server not reached.
  if (/^(57|53|08)/.test(code) || NOT_REACHED.includes(code)) return new Unavailable();
  return undefined;
}
