import type { NextFunction, Request, Response } from 'express';
import { pino, type Logger } from 'pino';
import type { Settings } from './settings';

export type Log = Logger;
export const LOG = Symbol('log');

/** One JSON object a line. Nothing that somebody typed is ever put into it. */
export const makeLog = (settings: Pick<Settings, 'log'>): Log => pino({ base: null, messageKey: 'what', timestamp: pino.stdTimeFunctions.isoTime }, settings.log ?? pino.destination(1));

/** One line a request: which route, not which address, because addresses name people. */
export const logRequests = (log: Log) => (req: Request, res: Response, next: NextFunction): void => {
  const began = performance.now();
  res.on('close', () => {
    const route = (req.route as { path?: string } | undefined)?.path ?? '-';
    log.info({ requestId: req.requestId, method: req.method, route, status: res.statusCode, ms: Math.round((performance.now() - began) * 10) / 10 }, 'request');
  });
  next();
};

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
}

/** What the log may say of an error: a database's message can quote a row, so only its code is kept. */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const database = ((error as { driverError?: DatabaseError }).driverError ?? error) as DatabaseError;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 15);
  return { type: error.name, code: database.code, constraint: database.constraint, ...(database.code === undefined ? { message: error.message } : {}), frames };
}
