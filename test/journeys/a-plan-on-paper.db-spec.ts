import type { Response } from 'supertest';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { fileFrom, structureOf, wordsIn } from '../support/pdf';
import { wordsOf } from './people';
import { publish, smallest } from './plans';
import { aRound, margery, type Round } from './round';

let app: TestApp;
let round: Round;
let jo: Visitor;
let idris: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, idris] = [await round.jo.signIn(), await round.idris.signIn()];
});
afterAll(() => app.close());

async function pdf(visitor: Visitor, personId: string): Promise<{ answer: Response; file: Buffer }> {
  const answer = await fileFrom(visitor.get(`/people/${personId}/plan/pdf`)).expect(200);
  return { answer, file: answer.body as Buffer };
}

it('the print view holds what the reader sees, stamped with the day and who prints it, and without marks for staff', async () => {
  const personId = await margery(round, jo);
  await publish(jo, personId, { ...smallest(), needs: [{ text: 'Ours alone', audience: 'internal' }] });
  const page = wordsOf((await idris.get(`/people/${personId}/plan/print`).expect(200)).text);
  expect(page).toMatch(/Sing the Fauré at Easter.*Printed on \d+ \w+ \d{4} by Idris Vaughan, Marl Valley Trust\. Medicines and allergies are not held here/);
  expect(page).not.toMatch(/Ours alone|Overdue|Say how far/);
});

it('the PDF is tagged, titled, in British English, prints ŵ and ł, and holds the same lines as the screen', async () => {
  const personId = await margery(round, jo);
  await publish(jo, personId, { ...smallest(), whatMatters: 'Llŷr, and the Wisła in the morning.', needs: [{ text: 'Ours alone', audience: 'internal' }] });
  const { answer, file } = await pdf(idris, personId);
  expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual(['application/pdf', expect.stringMatching(/^attachment; filename="care-plan-[\d-]+\.pdf"$/)]);
  const raw = file.toString('latin1');
  for (const mark of ['/Marked true', '/Lang (en-GB)', '/DisplayDocTitle true']) expect(raw).toContain(mark);
  const [document] = await structureOf(file);
  const roles = (document?.below ?? []).map(({ role, below }) => (role === 'L' ? `L ${below.map((item) => `${item.role}(${item.below.map((part) => part.role).join()})`).join(' ')}` : role));
  expect(document?.role).toBe('Document');
  expect(roles).toEqual(['H1', 'P', 'P', 'H2', 'P', 'P', 'H2', 'H3', 'P', 'L LI(LBody)', 'H2', 'P', 'P', 'H2', 'P', 'P', 'H2', 'P']);
  const words = await wordsIn(file);
  for (const line of ['Llŷr, and the Wisła in the morning.', 'Practise on the perching stool', 'Two pillows are not enough: ring the same day.']) expect(words).toContain(line);
  expect(words).not.toContain('Ours alone');
  expect(await wordsIn((await pdf(jo, personId)).file)).toContain('Ours alone');
});

it('each PDF is in the audit before it leaves', async () => {
  const personId = await margery(round, jo);
  await publish(jo, personId);
  const { answer } = await pdf(idris, personId);
  expect(await app.sql(`select distinct subject from audit_event where request_id = $1 and person_id = $2 and subject = 'CarePlan'`, [answer.headers['x-request-id'], personId])).toEqual([{ subject: 'CarePlan' }]);
});
