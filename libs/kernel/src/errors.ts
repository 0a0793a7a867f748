/** One thing that is wrong with what was sent: where, a stable code, and words for the person who typed it. */
export interface FieldFault {
  /** JSON pointer into the body, e.g. `/nhsNumber` */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** An error that the caller is meant to read. Faces turn it into problem+json or a page; nothing internal goes in. */
export abstract class Fault extends Error {
  abstract readonly status: number;
  abstract readonly code: string;
  readonly errors: readonly FieldFault[] = [];
  /** whether a page says it in its own form, with what was typed, although it is not about what was typed */
  readonly saidInForm: boolean = false;
  /** what the audit says of the refused try; faults without one are not worth a line */
  readonly refusal?: { readonly action: string; readonly subject: string };
}

/** Hidden and missing look the same: this is the answer to both. Carries what was asked for so that the refusal is audited. */
export class NotFound extends Fault {
  readonly status = 404;
  readonly code = 'not-found';
  constructor(readonly subject = 'Page', readonly subjectId?: string, readonly personId?: string) {
    super('There is nothing here that you can see');
  }
}

/** The record may be seen; this act on it, or this field of it, is not the caller's. */
export class Forbidden extends Fault {
  readonly status = 403;
  constructor(readonly code: 'action.forbidden' | 'field.forbidden' | 'csrf' = 'action.forbidden', message = 'You cannot do this. Ask your administrator if you think you should') {
    super(message);
  }
}

/** The record is restricted: whoever may open it says first why. */
export class ReasonFirst extends Fault {
  readonly status = 403;
  readonly code = 'reason.first';
  constructor(readonly personId: string) {
    super('This record is restricted. Say first why you open it');
  }
}

/** What was sent is understood and wrong. */
export class Invalid extends Fault {
  readonly status: number = 422;
  readonly code: string = 'invalid';
  constructor(override readonly errors: readonly FieldFault[]) {
    super(errors.map((fault) => fault.message).join('. '));
  }
  static field(pointer: string, code: string, message: string): Invalid {
    return new Invalid([{ pointer, code, message }]);
  }
}

/** The body or a header could not be read at all. */
export class BadRequest extends Fault {
  readonly status = 400;
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/** The act clashes with what is already so. */
export class Conflict extends Fault {
  readonly status: number = 409;
  constructor(readonly code: string, message: string, override readonly refusal?: Fault['refusal']) {
    super(message);
  }
}

/** Somebody changed the record since it was read. `current` is what stands now, for the page that shows both texts. */
export class StaleVersion extends Fault {
  readonly status = 412;
  readonly code = 'version.stale';
  constructor(readonly current: unknown) {
    super('Someone changed this while you were writing');
  }
}

export class VersionRequired extends Fault {
  readonly status = 428;
  readonly code = 'version.required';
  constructor() {
    super('Send If-Match with the version that you read');
  }
}

export class TooMany extends Fault {
  readonly status = 429;
  readonly code = 'tooMany';
  constructor(readonly retryAfterSeconds: number, message = 'Too many tries. Wait a little and try again', override readonly refusal?: Fault['refusal']) {
    super(message);
  }
}

export class Unavailable extends Fault {
  readonly status = 503;
  readonly code = 'unavailable';
  constructor(readonly retryAfterSeconds = 2, message = 'The service is busy. Try again in a moment') {
    super(message);
  }
}
