import { workOnce } from '@app/records';
import { jobsOf } from '../../apps/worker/src/clocks';
import type { TestApp } from './app';

/** Does what the server's worker would do now, until nothing waits; `early`, also what is not due yet. */
export const workThrough = (app: TestApp, options: { early?: boolean } = {}): Promise<number> => workOnce(app.db.clockUrl, jobsOf(app.server.app), options);
