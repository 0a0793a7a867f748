import { Conflict } from '@app/kernel';

/** Whoever leads an open case stays in the circle until somebody else does. */
export const handOverFirst = (): Conflict => new Conflict('keyWorker.leads', 'The key worker works by this help. Hand over to somebody else first, then end it');
