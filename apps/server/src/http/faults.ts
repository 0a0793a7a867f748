import { Fault } from '@app/kernel';

/** A request that HTTP itself refuses, before any module is asked. */
export class HttpFault extends Fault {
  constructor(readonly status: number, readonly code: string, message: string, readonly headers: Readonly<Record<string, string>> = {}) {
    super(message);
  }
}

export const signInNeeded = (): HttpFault => new HttpFault(401, 'signIn.required', 'Sign in first');
export const methodNotAllowed = (allow: readonly string[]): HttpFault =>
  new HttpFault(405, 'method.notAllowed', 'This address does not do that', { Allow: allow.join(', ') });
export const notAcceptable = (): HttpFault => new HttpFault(406, 'accept.unknown', 'Ask for JSON, HTML or CSV');
export const tooLarge = (): HttpFault => new HttpFault(413, 'body.tooLarge', 'Send 1 MB or less', { Connection: 'close' });
export const pathTooLong = (): HttpFault => new HttpFault(414, 'path.tooLong', 'The address is too long');
export const mediaTypeUnknown = (expected: string): HttpFault => new HttpFault(415, 'contentType.unknown', `Send ${expected}`);
export const misdirected = (): HttpFault => new HttpFault(421, 'host.unknown', 'The service does not answer under this name. Its keeper can add the name to ONESTORY_HOSTS');
export const headersTooLarge = (): HttpFault => new HttpFault(431, 'headers.tooLarge', 'Too many cookies. Clear the cookies of this site and try again');

const TITLES: Record<number, string> = {
  400: 'Not understood', 401: 'Sign in first', 403: 'Not allowed', 404: 'Not found', 405: 'Not allowed here', 406: 'Not available in this form',
  409: 'Clashes with what is there', 412: 'Changed in the meantime', 413: 'Too large', 414: 'Address too long', 415: 'Not understood', 421: 'Unknown host',
  422: 'Something is wrong', 428: 'Version needed', 429: 'Too many tries', 431: 'Too much', 500: 'Something went wrong', 503: 'Busy',
};
export const titleOf = (status: number): string => TITLES[status] ?? (status < 500 ? 'Not understood' : 'Something went wrong');

/** What a refused request is answered with as JSON: RFC 9457, without the request's id, which is in a header. */
export const problemOf = ({ status, code, message, errors }: Fault): object => ({
  type: `urn:onestory:${code}`,
  title: titleOf(status),
  status,
  detail: message,
  errors,
});
