import { Colleagues } from '@app/identity';
import { Transactions } from '@app/records';
import { startTestApp } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';

it('fault 35: two hundred requests that it has taken are all answered, and then it takes none', async () => {
  const stopping = await startTestApp({ poolSize: 10, waitMs: 9000 });
  const worker = await aWorker(stopping, await anOrganisation(stopping), { roles: ['org_admin'] });
  const visitor = await worker.signIn();
  const session = (await visitor.get('/api/me')).request.cookies;
  const transactions = stopping.server.app.get(Transactions);
  jest.spyOn(stopping.server.app.get(Colleagues), 'list').mockImplementation(async () => {
    await transactions.query('select pg_sleep(0.05)');
    return [];
  });
  let taken = 0;
  const all = new Promise<void>((resolve) => {
    (stopping.server.app.getHttpServer()).on('request', () => { if (++taken === 200) resolve(); });
  });
  const answers = Array.from({ length: 200 }, async () => {
    const answer = await fetch(`${stopping.url}/api/colleagues`, { headers: { cookie: session, accept: 'application/json' } });
    await answer.arrayBuffer();
    return answer.status;
  });
  await all;
  const began = performance.now();
  const stopped = stopping.server.stop();
  const statuses = await Promise.all(answers);
  await stopped;
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow();
  await stopping.close();
});
