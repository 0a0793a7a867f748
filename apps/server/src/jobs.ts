import type { INestApplicationContext } from '@nestjs/common';
import { Digests, Notices } from '@app/notifications';
import type { Handlers } from '@app/records';

/** What is done with each kind of job. */
export const jobsOf = (app: INestApplicationContext): Handlers => ({
  news: (job) => app.get(Notices, { strict: false }).tell(job),
  digest: (job) => app.get(Digests, { strict: false }).send(job),
});
