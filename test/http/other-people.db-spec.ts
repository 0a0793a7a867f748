import { newId } from '@app/kernel';
import type { Response } from 'supertest';
import { openCase, register } from '../journeys/people';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';

let app: TestApp;
let partner: TestOrganisation;
let jo: Visitor;
let stranger: Visitor;
let mine: string;
let hidden: string;

beforeAll(async () => {
  app = await startTestApp();
  partner = await anOrganisation(app, { name: 'Brook Lane Surgery', sector: 'nhs_primary' });
  jo = await (await aWorker(app, await anOrganisation(app))).signIn();
  stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
  mine = await register(jo);
  hidden = await register(stranger);
  await openCase(jo, mine);
});
afterAll(() => app?.close());

const NOTE = { text: 'She rang back', about: 'person', audience: 'circle' };
const aNote = async (): Promise<string> => ((await jo.send('post', `/api/people/${mine}/contact-notes`, NOTE).expect(201)).body as { id: string }).id;
const refusedTries = ({ headers }: Response): Promise<object[]> => app.sql(`select 1 from audit_event where request_id = $1 and outcome = 'refused'`, [headers['x-request-id']]);
const notesOf = async (person: string): Promise<number> => (await app.sql('select 1 from contact_note where person_id = $1', [person])).length;

describe('Something is written about a person whom the writer may not open', () => {
  const asked = [
    ['a note', (person: string) => jo.send('post', `/api/people/${person}/contact-notes`, NOTE)],
    ['an alert', (person: string) => jo.send('post', `/api/people/${person}/alerts`, { kind: 'information', text: 'Dog', whatToDo: 'Ring', reviewOn: '2027-03-01', audience: 'circle' })],
    ['a helper', (person: string) => jo.send('post', `/api/people/${person}/circle`, { organisationId: partner.id, does: 'Visits', categories: ['identity'] })],
    ['a case', (person: string) => jo.send('post', `/api/people/${person}/case`, { reason: 'Falls' })],
  ] as const;

  it.each(asked)('input 34: %s is answered as for nobody, and the try is audited', async (_, write) => {
    const [answer, missing] = [await write(hidden), await write(newId())];
    expect([answer.status, answer.text]).toEqual([404, missing.text]);
    expect(await refusedTries(answer)).toHaveLength(1);
  });

  it('input 34: a note is not moved to them, is answered as for nobody, and stays', async () => {
    const note = await aNote();
    const to = (otherPersonId: string) => jo.send('post', `/api/people/${mine}/contact-notes/${note}/move`, { otherPersonId });
    const [answer, missing] = [await to(hidden), await to(newId())];
    expect([answer.status, answer.text]).toEqual([404, missing.text]);
    expect(await refusedTries(answer)).toHaveLength(1);
    expect([await notesOf(hidden), (await jo.get(`/api/people/${mine}/contact-notes/${note}`)).status]).toEqual([0, 200]);
  });
});

describe('A change that names another person', () => {
  it('input 35: a correction does not carry a note over', async () => {
    const note = await aNote();
    const other = await register(jo);
    const answer = await jo.send('post', `/api/people/${mine}/contact-notes/${note}/corrections`, { text: 'On Tuesday', personId: other }).set('If-Match', '"1"');
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/personId', code: 'person.immutable' })]]);
    expect([await notesOf(other), (await jo.get(`/api/people/${mine}/contact-notes/${note}`)).body.state]).toEqual([0, 'recorded']);
  });

  it('input 35: nor does the end of somebody’s help', async () => {
    const { id } = (await jo.send('post', `/api/people/${mine}/circle`, { organisationId: partner.id, does: 'Visits', categories: ['identity'] }).expect(201)).body as { id: string };
    const answer = await jo.send('post', `/api/people/${mine}/circle/${id}/end`, { reason: 'Moved', personId: hidden }).set('If-Match', '"1"');
    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'person.immutable']);
    expect((await jo.get(`/api/people/${mine}/circle`)).body.items).toHaveLength(1);
  });
});
