import { daysAfter, localDay } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker, type TestOrganisation } from '../support/staff';
import { aForgottenPerson, longAgo } from './long-ago';
import { codes, openCase, register, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
let [fran, gwen, trustLead, bea] = [] as unknown as [Visitor, Visitor, Visitor, Visitor];
const leadOf = async (organisation: TestOrganisation, name: string): Promise<Visitor> => (await aWorker(app, organisation, { name, roles: ['ig_lead'] })).signIn();
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
  [fran, gwen, trustLead, bea] = [await round.fran.signIn(), await leadOf(round.council, 'Gwen Prosser'), await leadOf(round.trust, 'Hugh Tarn'), await leadOf(round.ageWell, 'Bea Ogden')];
});
afterAll(() => app?.close());

interface Line { person: { id: string }; type: string; version: number; stands: string; endedOn: string; years: number; decision: { because: string; keepUntil: string | null; by: string; approved: { by: string } | null } | null }
interface Period { type: string; version: number; years: number | null; published: number | null; countsFrom: string }
const TODAY = localDay(new Date());
const linesOf = async (lead: Visitor, personId: string): Promise<Line[]> => ((await lead.get('/api/retention').expect(200)).body as { items: Line[] }).items.filter(({ person }) => person.id === personId);
const standsOf = async (lead: Visitor, personId: string): Promise<string[]> => (await linesOf(lead, personId)).map(({ type, stands }) => `${type} ${stands}`);
const periodsOf = async (lead: Visitor): Promise<Period[]> => ((await lead.get('/api/retention/periods').expect(200)).body as { items: Period[] }).items;
const at = (personId: string): string => `/api/people/${personId}/retention/care`;
const propose = (lead: Visitor, personId: string) => lead.send('post', at(personId), { decision: 'dispose', because: 'Nothing in it is needed' });
const approve = (lead: Visitor, personId: string, version = 1) => lead.send('post', `${at(personId)}/approval`, { confirmed: 'yes' }).set('If-Match', `"${version}"`);
const hold = (lead: Visitor, personId: string) => lead.send('post', `/api/people/${personId}/legal-holds`, { kind: 'inquest', because: 'The coroner has written', since: TODAY, reviewOn: daysAfter(TODAY, 90) });
const lift = (lead: Visitor, id: string, version = 1) => lead.send('post', `/api/legal-holds/${id}/lifting`, { whyLifted: 'The inquest is over' }).set('If-Match', `"${version}"`);

describe('How long an organisation keeps what it answers for', () => {
  it('is what is published for its kind until its lead sets it, with a reason and what stood before; where nothing is published none is set', async () => {
    expect(await periodsOf(trustLead)).toMatchObject([{ type: 'care', years: 8 }, { type: 'mental_health', years: 20 }, { type: 'complaint', years: 10, countsFrom: 'closed' }, { type: 'subject_access', years: 3 }]);
    expect((await periodsOf(bea)).map(({ years, published }) => [years, published])).toEqual([[null, null], [null, null], [null, null]]);
    expect(wordsOf((await bea.get('/information-governance/retention/periods').expect(200)).text)).toMatch(/None is set: nothing of it comes to its end.*Nothing that we know of is published/);
    const page = '/information-governance/retention/periods/care';
    expect(wordsOf((await bea.submit(page, { _version: '0', years: '101' }).expect(422)).text)).toMatch(/How many years must be a whole number from 1 to 100.*Enter why/);
    await bea.submit(page, { _version: '0', years: '6', because: 'Our trustees decided it' }).expect(303);
    await bea.send('put', '/api/retention/periods/care', { years: 7, because: 'Again' }).set('If-Match', '"0"').expect(412);
    await bea.send('put', '/api/retention/periods/care', { years: 7, because: 'The funder asks for it' }).set('If-Match', '"1"').expect(200);
    expect(wordsOf((await bea.get(page).expect(200)).text)).toMatch(/7 years after the last contact or the end of care.*What was set before.*7 years Why The funder asks for it By Bea Ogden.*6 years Why Our trustees decided it/);
    expect((await periodsOf(fran))[0]).toMatchObject({ years: 8, version: 0 });
    await jo.get('/information-governance/retention/periods').expect(403);
    await bea.get('/information-governance/retention/periods/none').expect(404);
  });
});

describe('What has come to its end', () => {
  it('is listed to the lead of the organisation that answers for it and to nobody else; each number is that of its list', async () => {
    const personId = await aForgottenPerson(app, jo, round.council, 9, { family: 'Endethbury' });
    expect(await linesOf(fran, personId)).toMatchObject([{ type: 'care', stands: 'due', years: 8 }]);
    for (const lead of [trustLead, bea]) expect(await linesOf(lead, personId)).toEqual([]);
    const page = (await fran.get('/information-governance/retention').expect(200)).text;
    expect(wordsOf(page)).toContain('Endethbury');
    const { keeping } = (await fran.get('/api/information-governance').expect(200)).body as { keeping: { due: number } };
    expect(wordsOf(page)).toContain(`To be decided (${keeping.due})`);
    expect(wordsOf((await fran.get('/information-governance').expect(200)).text)).toContain(`What has come to its end : ${keeping.due} to decide`);
    await jo.get('/information-governance/retention').expect(403);
    const hidden = await trustLead.get(`/information-governance/people/${personId}/retention/care`);
    expect([hidden.status, hidden.text]).toEqual([404, (await trustLead.get(`/information-governance/people/${round.council.id}/retention/care`)).text]);
    await propose(trustLead, personId).expect(404);
  });

  it('is each controller’s own: what one may dispose of another still keeps', async () => {
    const personId = await margery(round, jo);
    await write(idris, personId);
    await longAgo(app, personId, round.trust, 9);
    expect(await standsOf(trustLead, personId)).toEqual(['care due']);
    expect(await standsOf(fran, personId)).toEqual([]);
  });

  it('does not come to its end while anything goes on: help, a case, a complaint that is not answered, a copy that is not given', async () => {
    const [helped, led, complained] = [await margery(round, jo), await register(jo), await aForgottenPerson(app, jo, round.council, 9)];
    await openCase(jo, led);
    await longAgo(app, led, round.council, 9);
    await write(idris, helped);
    await longAgo(app, helped, round.trust, 9);
    expect(await standsOf(trustLead, helped)).toEqual(['care due']);
    await addToCircle(jo, helped, { organisationId: round.trust.id, teamId: round.nursing, does: 'Comes again', categories: ['about_me', 'contacts'] });
    expect([await standsOf(trustLead, helped), await standsOf(fran, led), await standsOf(fran, complained)]).toEqual([[], [], ['care due']]);
    await jo.send('post', `/api/people/${complained}/complaints`, { organisationId: round.council.id, words: 'A letter', spokeAlone: 'yes', how: 'phone', madeOn: TODAY }).expect(204);
    expect(await standsOf(fran, complained)).toEqual([]);
  });

  it('lists nobody whose record is restricted, and nothing of whom something is for people who are named alone', async () => {
    const [restricted, sealed] = [await aForgottenPerson(app, jo, round.council, 9), await aForgottenPerson(app, jo, round.council, 9)];
    expect([...(await standsOf(fran, restricted)), ...(await standsOf(fran, sealed))]).toEqual(['care due', 'care due']);
    await app.sql('update person set restricted = true where person_id = $1', [restricted]);
    await app.sql('update contact_note set sealed_to = $2 where person_id = $1', [sealed, [round.jo.userId]]);
    expect([...(await standsOf(fran, restricted)), ...(await standsOf(fran, sealed))]).toEqual([]);
  });

  it('is later for who was a child, for a mental health record, and for a practice, which keeps the record of a life', async () => {
    const born = `${Number(TODAY.slice(0, 4)) - 19}-01-01`;
    const child = await aForgottenPerson(app, jo, round.council, 9, { birthDate: born });
    expect(await standsOf(fran, child)).toEqual([]);
    const mental = await margery(round, jo);
    await write(idris, mental);
    await longAgo(app, mental, round.trust, 9);
    await app.sql(`update contact_note set category = 'mental_health' where person_id = $1 and owner_organisation_id = $2`, [mental, round.trust.id]);
    expect(await standsOf(trustLead, mental)).toEqual([]);
    await longAgo(app, mental, round.trust, 12);
    expect(await standsOf(trustLead, mental)).toEqual(['mental_health due']);
    await app.sql(`update organisation set sector = 'nhs_primary' where id = $1`, [round.trust.id]);
    expect(await standsOf(trustLead, mental)).toEqual([]);
    await app.sql('update person set deceased_on = $2 where person_id = $1', [mental, daysAfter(TODAY, -11 * 366)]);
    expect(await standsOf(trustLead, mental)).toEqual(['care due']);
    await app.sql(`update organisation set sector = 'nhs_community' where id = $1`, [round.trust.id]);
  });
});

describe('What becomes of it', () => {
  it('is that it is kept until a day, with a reason, and comes back after it', async () => {
    const personId = await aForgottenPerson(app, jo, round.council, 9);
    const page = `/information-governance/people/${personId}/retention/care`;
    expect(wordsOf((await fran.submit(page, { decision: 'keep' }).expect(422)).text)).toMatch(/Enter why/);
    expect(codes((await fran.send('post', at(personId), { decision: 'keep', because: 'Her daughter asks' }).expect(422)).body)).toEqual(['/keepUntil required']);
    await fran.send('post', at(personId), { decision: 'keep', because: 'Her daughter asks', keepUntil: TODAY }).expect(422);
    await fran.send('post', at(personId), { decision: 'keep', because: 'Her daughter asks', keepUntil: daysAfter(TODAY, 30) }).expect(200);
    expect(await linesOf(gwen, personId)).toMatchObject([{ stands: 'kept', decision: { because: 'Her daughter asks', keepUntil: daysAfter(TODAY, 30), by: 'Fran Lister' } }]);
    await app.sql('update retention_decision set keep_until = $2 where person_id = $1', [personId, daysAfter(TODAY, -1)]);
    expect(await standsOf(fran, personId)).toEqual(['care due']);
  });

  it('or that it is disposed of, which somebody else approves; and nothing is destroyed by that', async () => {
    const personId = await aForgottenPerson(app, jo, round.council, 9);
    await propose(fran, personId).expect(200);
    await propose(gwen, personId).expect(409);
    expect((await approve(fran, personId).expect(409)).body).toMatchObject({ type: 'urn:onestory:retention.own' });
    expect(wordsOf((await fran.get(`/information-governance/people/${personId}/retention/care`).expect(200)).text)).toMatch(/You proposed it\. Somebody else approves it/);
    await approve(gwen, personId, 0).expect(412);
    await approve(trustLead, personId).expect(404);
    await gwen.submit(`/information-governance/people/${personId}/retention/care/approval`, { _version: '1', confirmed: 'yes' }).expect(303);
    expect(await linesOf(fran, personId)).toMatchObject([{ stands: 'approved', decision: { approved: { by: 'Gwen Prosser' } } }]);
    expect((await timelineOf(jo, personId)).texts).toHaveLength(1);
    expect(await app.sql(`select to_state, sealed_to from state_transition where person_id = $1 and entity = 'Retention' order by created_at`, [personId])).toEqual([{ to_state: 'proposed', sealed_to: [] }, { to_state: 'approved', sealed_to: [] }]);
    await approve(gwen, personId, 2).expect(409);
    await fran.send('post', `${at(personId)}/stop`, { whyStopped: 'Her son rang' }).set('If-Match', '"2"').expect(200);
    expect(await standsOf(fran, personId)).toEqual(['care due']);
  });

  it('holds for that end alone: who is met again is not disposed of by what was approved before', async () => {
    const personId = await aForgottenPerson(app, jo, round.council, 9);
    await propose(fran, personId).expect(200);
    await approve(gwen, personId).expect(200);
    await write(jo, personId);
    expect(await standsOf(fran, personId)).toEqual([]);
    await longAgo(app, personId, round.council, 10);
    expect(await standsOf(fran, personId)).toEqual(['care due']);
  });
});

describe('A legal hold', () => {
  it('stops any decision and what was approved, until it is lifted; with whom, why, since when and when it is looked at', async () => {
    const personId = await aForgottenPerson(app, jo, round.council, 9);
    await propose(fran, personId).expect(200);
    const { id } = (await hold(fran, personId).expect(201)).body as { id: string };
    expect((await approve(gwen, personId).expect(409)).body).toMatchObject({ type: 'urn:onestory:retention.held' });
    await propose(gwen, personId).expect(409);
    expect(await standsOf(gwen, personId)).toEqual(['care held']);
    const other = ((await hold(gwen, personId).expect(201)).body as { id: string }).id;
    expect(wordsOf((await gwen.get(`/information-governance/holds/${id}`).expect(200)).text)).toMatch(/An inquest.*The coroner has written.*written down by Fran Lister.*Not since it was placed/);
    await gwen.send('post', `/api/legal-holds/${id}/review`, { words: 'It is in spring', reviewOn: daysAfter(TODAY, 120) }).set('If-Match', '"1"').expect(200);
    await lift(fran, id).expect(412);
    await lift(fran, id, 2).expect(200);
    await lift(fran, id, 3).expect(409);
    expect(await standsOf(fran, personId)).toEqual(['care held']);
    await fran.submit(`/information-governance/holds/${other}/lifting`, { _version: '1', whyLifted: 'Over' }).expect(303);
    expect(await standsOf(fran, personId)).toEqual(['care proposed']);
    await approve(gwen, personId).expect(200);
  });

  it('tells nobody else anything: not the person, not who works with them, not another organisation or its lead', async () => {
    const personId = await margery(round, jo);
    const { id } = (await hold(fran, personId).expect(201)).body as { id: string };
    const person = await (await letIn(app, personId, 'person')).signIn();
    const log = async (visitor: Visitor): Promise<string> => JSON.stringify((await visitor.get(`/api/people/${personId}/access-log`).expect(200)).body);
    expect(await log(fran)).toContain('LegalHold');
    for (const visitor of [person, trustLead]) expect(await log(visitor)).not.toMatch(/LegalHold|Retention/);
    await trustLead.get(`/api/legal-holds/${id}`).expect(404);
    await lift(trustLead, id).expect(404);
    expect(((await trustLead.get('/api/legal-holds').expect(200)).body as { items: unknown[] }).items).toEqual([]);
    for (const path of ['', '/timeline', '/sharing']) expect(wordsOf((await jo.get(`/people/${personId}${path}`).expect(200)).text)).not.toMatch(/coroner|inquest/i);
    expect(JSON.stringify((await jo.get(`/api/people/${personId}/timeline?limit=100`).expect(200)).body)).not.toContain('coroner');
    // What one organisation holds back says nothing about what another keeps.
    await write(idris, personId);
    await longAgo(app, personId, round.trust, 9);
    expect(await standsOf(trustLead, personId)).toEqual(['care due']);
  });
});
