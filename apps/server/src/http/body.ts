import { json, urlencoded, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { BadRequest } from '@app/kernel';
import { mediaTypeUnknown, tooLarge } from './faults';
import { changes } from './request';

const LIMIT = 1024 * 1024;
/** A plan of 30 goals and 200 steps has some 4,500 boxes; what one of them costs to read is bounded by the size. */
const MOST_BOXES = 20_000;
const DEEPEST = 50;
const [QUOTE, ESCAPE, OPEN, OPEN_LIST, CLOSE, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d];

/** Counts braces before anything is built from them. Throws BadRequest `body.depth` beyond 50 levels. */
function checkDepth(body: Buffer): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (quoted) {
      if (byte === ESCAPE) i++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === OPEN || byte === OPEN_LIST) {
      if (++depth > DEEPEST) throw new BadRequest('body.depth', `Send ${DEEPEST} levels or fewer`);
    } else if (byte === CLOSE || byte === CLOSE_LIST) depth--;
  }
}

/** A body in pieces, of which none came. */
class NothingCame extends Error {}

function checkJson(body: Buffer): void {
  if (body.length === 0) throw new NothingCame();
  checkDepth(body);
}

interface ParserError {
  readonly type?: string;
  readonly status?: number;
  readonly message: string;
  readonly body?: unknown;
}

/** What went wrong in the parser, in our words; where it stopped, never what stood there. */
function inOurWords(error: ParserError): Error {
  // The parser has marked the fault as its own: a fresh one is ours.
  if (error instanceof BadRequest) return new BadRequest(error.code, error.message);
  if (error.status === 413) return tooLarge();
  if (error.status === 415) return mediaTypeUnknown('UTF-8, plain or compressed with gzip');
  if (error.type === 'entity.parse.failed') {
    const at = /at position (\d+)/.exec(error.message)?.[1] ?? String(typeof error.body === 'string' ? error.body.length : 0);
    return new BadRequest('body.malformed', `The JSON ends or breaks at position ${at}`);
  }
  return new BadRequest('body.malformed', 'The body cannot be read');
}

const readJson = json({ limit: LIMIT, strict: false, verify: (_req, _res, body) => checkJson(body) });
const readForm = urlencoded({ limit: LIMIT, extended: true, parameterLimit: MOST_BOXES });

/** JSON under /api, forms elsewhere, at most 1 MiB after decompression; anything else is 415. */
export function readBody(req: Request, res: Response, next: NextFunction): void {
  const isSent = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (!changes(req) || !isSent) return next();
  const [reader, type, words]: [RequestHandler, string, string] = req.path.startsWith('/api/')
    ? [readJson, 'application/json', 'application/json']
    : [readForm, 'application/x-www-form-urlencoded', 'a form'];
  if (!req.is(type)) throw mediaTypeUnknown(words);
  void reader(req, res, (error?: unknown) => next(error === undefined || error instanceof NothingCame ? undefined : inOurWords(error as ParserError)));
}
