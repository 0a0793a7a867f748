import { daysAfter, localDay, newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker, type TestOrganisation } from '../support/staff';
import { codes, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo } = {} as RoundAtWork;
let [fran, trustLead] = [] as unknown as [Visitor, Visitor];
const leadOf = async (organisation: TestOrganisation, name = 'Bea Ogden'): Promise<Visitor> => (await aWorker(app, organisation, { name, roles: ['ig_lead'] })).signIn();
beforeAll(async () => {
  ({ app, round, jo } = await startRound());
  [fran, trustLead] = [await round.fran.signIn(), await leadOf(round.trust)];
});
afterAll(() => app?.close());

interface Complaint { id: string; version: number; person: { id: string }; words: string; state: string; acknowledgeBy: string; answered: { answer: string } | null }
const TODAY = localDay(new Date());
const said = (organisation: TestOrganisation): Record<string, unknown> => ({ organisationId: organisation.id, words: 'My letter went to the wrong flat', spokeAlone: 'yes' });
const ofPerson = async (lead: Visitor, personId: string): Promise<Complaint[]> => ((await lead.get('/api/complaints').expect(200)).body as { items: Complaint[] }).items.filter(({ person }) => person.id === personId);
const record = (personId: string, command: object) => jo.send('post', `/api/people/${personId}/complaints`, { how: 'phone', madeOn: TODAY, ...command });

describe('Somebody who complains about what became of their information', () => {
  it('does so on their own page: it reaches those only who look after information there, who acknowledge and answer it', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    expect((await person.get('/me').expect(200)).text).toContain(`href="/me/${personId}/complaints"`);
    expect(wordsOf((await person.submit(`/me/${personId}/complaints`, { about: 'x' }).expect(422)).text)).toMatch(/Choose the organisation.*Enter what went wrong.*Choose whether you are alone/);
    await person.submit(`/me/${personId}/complaints`, said(round.trust) as Record<string, string>).expect(303);
    const [made] = await ofPerson(trustLead, personId);
    expect(made).toMatchObject({ words: 'My letter went to the wrong flat', state: 'made', acknowledgeBy: daysAfter(TODAY, 30) });
    expect(await ofPerson(fran, personId)).toEqual([]);
    const [hidden, none] = [await fran.get(`/information-governance/complaints/${made?.id}`), await fran.get(`/information-governance/complaints/${newId()}`)];
    expect([hidden.status, hidden.text]).toEqual([404, none.text]);
    await jo.get(`/information-governance/complaints/${made?.id}`).expect(403);
    expect(wordsOf((await trustLead.get('/information-governance').expect(200)).text)).toMatch(/Complaints about information : \d+ to answer/);
    await trustLead.submit(`/information-governance/complaints/${made?.id}/acknowledgement`, { _version: '1' }).expect(303);
    expect(wordsOf((await person.get(`/me/${personId}/complaints`).expect(200)).text)).toContain('Acknowledged on');
    expect(wordsOf((await trustLead.submit(`/information-governance/complaints/${made?.id}/answer`, { _version: '2', outcome: 'upheld' }).expect(422)).text)).toContain('Enter what you found and do about it');
    await trustLead.submit(`/information-governance/complaints/${made?.id}/answer`, { _version: '2', outcome: 'upheld', answer: 'The post room knows' }).expect(303);
    expect(wordsOf((await person.get(`/me/${personId}/complaints`).expect(200)).text)).toMatch(/Answered on.*They say: The post room knows/);
    await trustLead.send('post', `/api/complaints/${made?.id}/answer`, { outcome: 'upheld', answer: 'Again' }).set('If-Match', '"3"').expect(409);
    await trustLead.send('post', `/api/complaints/${made?.id}/answer`, { outcome: 'upheld', answer: 'Again' }).set('If-Match', '"1"').expect(412);
  });

  it('does so by telephone: whoever writes it down reads it nowhere afterwards, and late ones stand out', async () => {
    const personId = await margery(round, jo);
    expect((await jo.get(`/people/${personId}/sharing`).expect(200)).text).toContain(`href="/people/${personId}/complaint"`);
    expect(codes((await record(personId, { ...said(round.council), organisationId: round.fernlea.id }).expect(422)).body)).toEqual(['/organisationId choice']);
    await record(personId, { ...said(round.council), madeOn: daysAfter(TODAY, -40), words: 'Quite particular words' }).expect(204);
    for (const path of ['', '/timeline', '/sharing', '/complaint']) expect((await jo.get(`/people/${personId}${path}`).expect(200)).text).not.toContain('Quite particular');
    expect(wordsOf((await fran.get('/information-governance').expect(200)).text)).toMatch(/\d+ not acknowledged in time/);
    expect(wordsOf((await fran.get('/information-governance/complaints').expect(200)).text)).toContain('To be acknowledged by');
  });

  it('is not read by whom it is about, and is refused with words where nobody else there could look at it', async () => {
    const personId = await margery(round, jo);
    await record(personId, { ...said(round.council), about: 'That Ms Lister in the office' }).expect(409);
    const other = await leadOf(round.council, 'Gwen Prosser');
    await record(personId, { ...said(round.council), about: 'That Ms Lister in the office' }).expect(204);
    expect(await ofPerson(fran, personId)).toEqual([]);
    const [one] = await ofPerson(other, personId);
    expect(one?.state).toBe('made');
    await fran.get(`/api/complaints/${one?.id}`).expect(404);
    await fran.send('post', `/api/complaints/${one?.id}/acknowledgement`, {}).set('If-Match', '"1"').expect(404);
    expect((await record(personId, said(round.ageWell)).expect(409)).body).toMatchObject({ type: 'urn:onestory:complaint.nobody' });
  });

  it('is offered nobody who helps discreetly, on their own page or in the record, but by themselves', async () => {
    const personId = await margery(round, jo);
    await leadOf(round.havenRow);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    const person = await (await letIn(app, personId, 'person')).signIn();
    expect((await person.get(`/me/${personId}/complaints`).expect(200)).text).not.toContain('Haven Row');
    expect((await (await round.idris.signIn()).get(`/people/${personId}/complaint`).expect(200)).text).not.toContain('Haven Row');
    const anita = await round.anita.signIn();
    expect((await anita.get(`/people/${personId}/complaint`).expect(200)).text).toContain('Haven Row');
    await anita.send('post', `/api/people/${personId}/complaints`, { how: 'phone', madeOn: TODAY, ...said(round.havenRow) }).expect(204);
    expect((await person.get(`/api/me/${personId}/complaints`).expect(200)).body).toEqual({ items: [], next: null });
  });
});
