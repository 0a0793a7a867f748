import type { Response } from 'supertest';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { fileFrom, structureOf, wordsIn } from '../support/pdf';
import { wordsOf } from './people';
import { inDays, publish, smallest } from './plans';
import { aRound, letIn, margery, type Round } from './round';

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

it('an older version on paper says on its face that it is not the plan any more', async () => {
  const personId = await margery(round, jo);
  const first = await publish(jo, personId, { ...smallest(), whatMatters: 'The choir' });
  const second = await publish(jo, personId, { whatMatters: 'The sea', nextReviewOn: inDays(60), personView: 'agrees', viewAsked: 'directly' });
  const paper = async (id: string | undefined): Promise<string> => wordsIn((await fileFrom(idris.get(`/people/${personId}/plan/versions/${id}/pdf`)).expect(200)).body as Buffer);
  const old = await paper(first.plan?.id);
  expect(old).toMatch(/^ ?Version 1 of the care plan of Margery .*This version stood from \d+ \w+ \d{4} until \d+ \w+ \d{4}\. It is not the plan any more\. .*The choir/);
  const now = await paper(second.plan?.id);
  expect([now.trim().startsWith('Care plan of Margery'), now.includes('not the plan any more'), now.includes('The sea')]).toEqual([true, false, true]);
});

it('what the person says is wrong stands below the line on every paper, as on the screen', async () => {
  const personId = await margery(round, jo);
  await publish(jo, personId);
  const [goal] = await app.sql<{ id: string }>('select id from goal where person_id = $1 and in_force', [personId]);
  const person = await (await letIn(app, personId, 'person')).signIn();
  await person.send('post', `/api/me/${personId}/wrong/Goal/${goal?.id}`, { statement: 'I said the organ, not the choir.', spokeAlone: 'yes' }).expect(201);
  const said = /Sing the Fauré at Easter.*Margery says this is wrong: “I said the organ, not the choir\.”.*on their own page\. Alone\. Not answered yet/;
  expect(await wordsIn((await pdf(idris, personId)).file)).toMatch(said);
  expect((await idris.get(`/people/${personId}/plan/copy.txt`).expect(200)).text.replace(/\s+/g, ' ')).toMatch(said);
  expect(wordsOf((await idris.get(`/people/${personId}/plan/print`).expect(200)).text)).toMatch(/Margery says this is wrong/);
  expect(await wordsIn((await fileFrom(person.get(`/me/${personId}/plan/pdf?size=large`)).expect(200)).body as Buffer)).toMatch(/I say this is wrong: “I said the organ/);
});

it('what they tell of themselves is a tagged PDF, to those who help and to the person: what stands, with whose words it is', async () => {
  const personId = await margery(round, jo);
  await jo.send('post', `/api/people/${personId}/about-me`, { heading: 'please_do_not', text: 'Do not shout.', voice: 'self' }).expect(201);
  const person = await (await letIn(app, personId, 'person')).signIn();
  for (const [visitor, at] of [[idris, `/people/${personId}`], [person, `/me/${personId}`]] as const) {
    const answer = await fileFrom(visitor.get(`${at}/about-me/pdf?size=large`)).expect(200);
    expect(await wordsIn(answer.body as Buffer)).toMatch(/^ ?About Margery .*Do not shout\. In their own words, \d+ \w+ \d{4}\./);
    expect((await structureOf(answer.body as Buffer))[0]?.below.slice(0, 2).map(({ role }) => role)).toEqual(['H1', 'H2']);
    expect(await app.sql(`select 1 from audit_event where request_id = $1 and action = 'print' and subject = 'AboutMe'`, [answer.headers['x-request-id']])).toHaveLength(1);
  }
});
