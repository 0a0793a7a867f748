import type { AgreementRow } from '@app/organisations';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';
import { wordsOf } from './people';

let app: TestApp;
let fran: Visitor;
beforeAll(async () => {
  app = await startTestApp();
  fran = await (await aWorker(app, await anOrganisation(app), { roles: ['ig_lead'] })).signIn();
});
afterAll(() => app?.close());

/** Somebody at work for an organisation whose agreement ends in so many days. */
async function ending(name: string, days: number | null): Promise<Visitor> {
  const partner = await anOrganisation(app, { name });
  const worker = await (await aWorker(app, partner)).signIn();
  await app.sql('update organisation set agreement_signed_on = current_date - 300, agreement_expires_on = current_date + $2::integer where id = $1', [partner.id, days]);
  return worker;
}

it('the lead reads a month before which sharing agreements end; when one has, nobody there opens anything with the next request', async () => {
  await ending('Far Partner', 31);
  await ending('Lasting Partner', null);
  const [month, last, over] = [await ending('Month Partner', 30), await ending('Today Partner', 0), await ending('Over Partner', -1)];
  const { agreements } = (await fran.get('/api/information-governance').expect(200)).body as { agreements: AgreementRow[] };
  expect(agreements.map(({ name }) => name)).toEqual(['Over Partner', 'Today Partner', 'Month Partner']);
  const page = wordsOf((await fran.get('/information-governance').expect(200)).text);
  expect(page).toMatch(/Over Partner .*It has ended: nobody of this organisation signs in.*Today Partner .*It ends today.*Month Partner .*It ends in 30 days/);
  expect(page).not.toMatch(/Far Partner|Lasting Partner/);
  expect([(await over.get('/api/me')).status, (await last.get('/api/me')).status, (await month.get('/api/me')).status]).toEqual([401, 200, 200]);
});
