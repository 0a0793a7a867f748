import { daysAfter, localDay, newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { fileFrom, structureOf, wordsIn } from '../support/pdf';
import { aWorker, type TestOrganisation } from '../support/staff';
import { codes, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let [fran, trustLead, havenLead] = [] as unknown as [Visitor, Visitor, Visitor];
const leadOf = async (organisation: TestOrganisation): Promise<Visitor> => (await aWorker(app, organisation, { roles: ['ig_lead'] })).signIn();
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  [fran, trustLead, havenLead] = [await round.fran.signIn(), await leadOf(round.trust), await leadOf(round.havenRow)];
});
afterAll(() => app?.close());

interface Thing { id: string; kind: string; body: Record<string, unknown>; decision: { release: boolean; reason: string | null } | null }
interface Part { id: string; version: number; person: { id: string; name: string }; dueOn: string; state: string; seen: string; items: Thing[]; others: { organisation: string; state: string }[]; paused: object | null; released: { onOwnPage: boolean } | null }
const TODAY = localDay(new Date());
const ASKED = { askedOn: TODAY, how: 'phone', whom: 'everybody', spokeAlone: 'yes', words: 'Everything, please' };
const ask = async (visitor: Visitor, personId: string, command: object = {}): Promise<void> => void (await visitor.send('post', `/api/people/${personId}/subject-access`, { ...ASKED, ...command }).expect(201));
const ofPerson = async (lead: Visitor, personId: string): Promise<Part | undefined> => ((await lead.get('/api/subject-access').expect(200)).body as { items: Part[] }).items.find(({ person }) => person.id === personId);
async function partOf(lead: Visitor, personId: string): Promise<Part> {
  const part = await ofPerson(lead, personId);
  return (await lead.get(`/api/subject-access/${part?.id}`).expect(200)).body as Part;
}
const move = (lead: Visitor, { id, version }: Part, what: string, body: object = {}) => lead.send('post', `/api/subject-access/${id}/${what}`, body).set('If-Match', `"${version}"`);
const decide = (lead: Visitor, { id, seen }: Part, items: readonly Thing[], decision: object = { decision: 'release' }) => lead.send('post', `/api/subject-access/${id}/items`, { items: items.map((item) => item.id), seen, ...decision });
async function giveAll(lead: Visitor, personId: string, release: object = {}): Promise<Part> {
  const part = await partOf(lead, personId);
  if (part.items.length > 0) await decide(lead, part, part.items).expect(204);
  await move(lead, part, 'release', release).expect(200);
  return partOf(lead, personId);
}
const saysOf = ({ items }: Part): string => JSON.stringify(items.map(({ body }) => body));

describe('Somebody who asks for a copy of what is held about them', () => {
  it('asks by telephone: each organisation has its own part to do, and whoever coordinates sees how far each is', async () => {
    const personId = await margery(round, jo);
    expect(wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text)).toContain('Margery asks for a copy of what is held');
    expect(wordsOf((await jo.submit(`/people/${personId}/subject-access`, { words: 'All' }).expect(422)).text)).toMatch(/Choose how they asked.*Choose whom they ask.*Choose whether they spoke alone/);
    const [year, month, day] = TODAY.split('-').map(Number);
    await jo.submit(`/people/${personId}/subject-access`, { 'askedOn[day]': String(day), 'askedOn[month]': String(month), 'askedOn[year]': String(year), how: 'phone', whom: 'everybody', spokeAlone: 'yes' }).expect(303);
    const part = await partOf(fran, personId);
    expect(part.others).toEqual(['Age Well Brackenbridge', 'Marl Valley Trust', 'Marlshire County Council'].map((organisation) => expect.objectContaining({ organisation, state: 'open' })));
    expect((await partOf(trustLead, personId)).others).toEqual([]);
    expect(wordsOf((await fran.get('/information-governance').expect(200)).text)).toMatch(/People who ask for a copy : \d+ to answer/);
    expect(wordsOf((await fran.get('/information-governance/subject-access').expect(200)).text)).toContain(part.person.name);
    expect(wordsOf((await jo.get(`/people/${personId}/subject-access`).expect(200)).text)).toMatch(/Asked on .*: to be answered by/);
  });

  it('asks on paper, and the lead writes it down from who looked; of one organisation alone nobody else hears', async () => {
    const personId = await margery(round, jo);
    expect((await fran.get(`/people/${personId}/access-log`).expect(200)).text).toContain(`href="/information-governance/people/${personId}/subject-access"`);
    await fran.get(`/information-governance/people/${personId}/subject-access`).expect(200);
    await ask(fran, personId, { whom: 'us', how: 'paper' });
    expect((await partOf(fran, personId)).others).toEqual([expect.objectContaining({ organisation: 'Marlshire County Council' })]);
    expect(await ofPerson(trustLead, personId)).toBeUndefined();
  });

  it('asks on their own page, and reads there what was found safe there: stamped, tagged, and written down as taken away', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'She sings on Tuesdays.', visibleToPerson: false });
    const person = await (await letIn(app, personId, 'person', { name: 'Margery Plumtree-Oduya' })).signIn();
    expect((await person.get('/me').expect(200)).text).toContain(`href="/me/${personId}/copy"`);
    expect(wordsOf((await person.submit(`/me/${personId}/copy`, { words: 'All' }).expect(422)).text)).toContain('Choose whether you are alone');
    for (let n = 0; n < 2; n += 1) await person.submit(`/me/${personId}/copy`, { spokeAlone: 'yes' }).expect(303);
    const mine = (await person.get(`/api/me/${personId}/copy`).expect(200)).body as { items: { id: string; organisation: string; readable: boolean }[] };
    expect(mine.items.map(({ organisation }) => organisation)).toEqual(['Age Well Brackenbridge', 'Marl Valley Trust', 'Marlshire County Council']);
    const [council, trust] = [await giveAll(fran, personId, { onOwnPage: true }), await giveAll(trustLead, personId)];
    const file = await fileFrom(person.get(`/me/${personId}/copy/${council.id}/pdf`)).expect(200);
    expect(await wordsIn(file.body as Buffer)).toMatch(/What Marlshire County Council holds about Margery.*Released by Fran Lister.*She sings on Tuesdays\./);
    expect(JSON.stringify(await structureOf(file.body as Buffer))).toMatch(/"H1".*"H2"/);
    expect(JSON.stringify((await person.get(`/api/me/${personId}/copy/${council.id}`).expect(200)).body)).toContain('She sings on Tuesdays.');
    for (const large of [person.get(`/me/${personId}/copy/${council.id}/pdf?size=large`), fran.get(`/information-governance/subject-access/${council.id}/pdf?size=large`)]) expect(await wordsIn((await fileFrom(large).expect(200)).body as Buffer)).toBe(await wordsIn(file.body as Buffer));
    await person.get(`/me/${personId}/copy/${trust.id}/pdf`).expect(404);
    expect(wordsOf((await person.get(`/me/${personId}/copy`).expect(200)).text)).toMatch(/Marl Valley Trust.*They give it to you themselves/);
    await fileFrom(fran.get(`/information-governance/subject-access/${council.id}/pdf`)).expect(200);
    await fran.get(`/api/subject-access/${council.id}/pack`).expect(200);
    const [taken] = await app.sql<{ n: number }>(`select count(*)::int as n from audit_event where person_id = $1 and action = 'export' and subject = 'SubjectAccess' and outcome = 'done'`, [personId]);
    expect(taken?.n).toBe(6);
  });

  it('is answered by nobody in their place', async () => {
    const personId = await margery(round, jo);
    const carer = await (await letIn(app, personId, 'carer', { categories: ['contacts'] })).signIn();
    expect((await carer.get('/me').expect(200)).text).not.toContain('/copy');
    for (const answer of [await carer.get(`/me/${personId}/copy`), await carer.send('post', `/api/me/${personId}/copy`, { spokeAlone: 'yes' })]) expect(answer.status).toBe(404);
  });
});

describe('What an organisation gives', () => {
  it('I30: is what it holds itself, also what is internal to it, and never what another wrote', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'Council, between us', audience: 'internal' });
    await write(idris, personId, { text: 'Nurses, between us', audience: 'internal' });
    await write(idris, personId, { text: 'Nurses, to everybody' });
    await ask(jo, personId);
    const [ours, theirs] = [saysOf(await partOf(fran, personId)), saysOf(await partOf(trustLead, personId))];
    expect(ours).toContain('Council, between us');
    expect(ours).not.toContain('Nurses');
    expect(theirs).toMatch(/Nurses, between us.*Nurses, to everybody/);
    expect(theirs).not.toContain('Council');
    const { id } = await partOf(trustLead, personId);
    const [hidden, none] = [await fran.get(`/information-governance/subject-access/${id}`), await fran.get(`/information-governance/subject-access/${newId()}`)];
    expect([hidden.status, hidden.text]).toEqual([404, none.text]);
    for (const worker of [jo, delphine]) await worker.get(`/api/subject-access/${id}`).expect(403);
  });

  it('is decided item by item, with a reason for what is not given, and for serious harm with whoever tested it', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId, { text: 'Her brother told us in confidence.' });
    await ask(jo, personId);
    const part = await partOf(fran, personId);
    const [secret, rest] = [part.items.filter(({ id }) => id === note.id), part.items.filter(({ id }) => id !== note.id)];
    await move(fran, part, 'release').expect(409);
    expect(codes((await decide(fran, part, secret, { decision: 'withhold' }).expect(422)).body)).toEqual(['/reason required']);
    expect(codes((await decide(fran, part, secret, { decision: 'withhold', reason: 'serious_harm' }).expect(422)).body)).toEqual(['/testedBy required']);
    expect(wordsOf((await fran.submit(`/information-governance/subject-access/${part.id}/items`, { seen: part.seen, decision: 'release' }).expect(422)).text)).toContain('Choose at least one item');
    await fran.submit(`/information-governance/subject-access/${part.id}/items`, { seen: part.seen, items: note.id, decision: 'withhold', reason: 'serious_harm', testedBy: 'Dr Amal Osei' }).expect(303);
    await decide(fran, part, rest).expect(204);
    expect(wordsOf((await fran.get(`/information-governance/subject-access/${part.id}?shown=decided`).expect(200)).text)).toMatch(/serious harm.*tested by Dr Amal Osei/);
    await fran.submit(`/information-governance/subject-access/${part.id}/release`, { _version: String(part.version) }).expect(303);
    const file = await fileFrom(fran.get(`/information-governance/subject-access/${part.id}/pdf`)).expect(200);
    const words = await wordsIn(file.body as Buffer);
    expect(words).not.toContain('in confidence');
    expect(words).toMatch(/What is not given.*1 item: it would do serious harm/);
    await move(fran, { ...part, version: part.version + 1 }, 'release').expect(409);
  });

  it('is what somebody has read: what was changed since is read and decided again', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId, { text: 'She fell.' });
    await ask(jo, personId);
    const part = await partOf(fran, personId);
    await jo.send('post', `/api/people/${personId}/contact-notes/${note.id}/corrections`, { text: 'She sat down.' }).set('If-Match', `"${note.version}"`);
    await write(jo, personId, { text: 'One more.' });
    await decide(fran, part, part.items).expect(409);
    await decide(fran, await partOf(fran, personId), part.items).expect(204);
    await move(fran, part, 'release').expect(409);
    await giveAll(fran, personId);
    expect((await ofPerson(fran, personId))?.state).toBe('released');
  });
});

describe('The clock', () => {
  it('is a month, three where it takes longer, and stands while one waits for the person', async () => {
    const personId = await margery(round, jo);
    await ask(jo, personId, { askedOn: daysAfter(TODAY, -40) });
    const late = await partOf(fran, personId);
    expect(late.dueOn < TODAY).toBe(true);
    expect(wordsOf((await fran.get('/information-governance').expect(200)).text)).toMatch(/\d+ overdue/);
    expect(codes((await move(fran, late, 'pause', {}).expect(422)).body)).toEqual(['/waitsFor required']);
    await move(fran, late, 'pause', { waitsFor: 'identity' }).expect(200);
    await app.sql(`update subject_access_part set paused_on = paused_on - 7 where id = $1`, [late.id]);
    const standing = await partOf(fran, personId);
    expect([standing.paused !== null, standing.dueOn]).toEqual([true, daysAfter(late.dueOn, 7)]);
    await move(fran, standing, 'pause', { waitsFor: 'identity' }).expect(409);
    await move(fran, late, 'resumption').expect(412);
    await move(fran, standing, 'resumption').expect(200);
    const going = await partOf(fran, personId);
    expect([going.paused, going.dueOn]).toEqual([null, standing.dueOn]);
    await move(fran, going, 'extension', { because: 'Twelve years of notes on paper' }).expect(200);
    const longer = await partOf(fran, personId);
    expect(longer.dueOn > daysAfter(going.dueOn, 57)).toBe(true);
    await move(fran, longer, 'extension', { because: 'Twelve years of notes on paper' }).expect(409);
    const steps = await app.sql<{ to_state: string; sealed_to: string[] }>(`select to_state, sealed_to from state_transition where entity_id = $1 order by created_at, id`, [late.id]);
    expect(steps.map(({ to_state }) => to_state).sort()).toEqual(['open', 'open', 'open', 'paused']);
    expect(steps.every(({ sealed_to }) => sealed_to.length === 0)).toBe(true);
  });
});

describe('What must not be known', () => {
  it('that somebody helps discreetly: they have their own part, and nobody else reads of it, the person’s own page neither', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const shown = async (): Promise<string> => {
      const part = await partOf(fran, personId);
      return JSON.stringify([part.others, (await person.get(`/api/me/${personId}/copy`).expect(200)).text.replace(/"id":"[^"]*"/g, '').replace(/\d{4}-\d\d-\d\d[^"]*/g, ''), (await jo.get(`/people/${personId}/subject-access`).expect(200)).text.length]);
    };
    await ask(jo, personId);
    const before = await shown();
    const other = await margery(round, jo);
    await addToCircle(jo, other, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    await ask(jo, other);
    expect((await ofPerson(havenLead, other))?.state).toBe('open');
    expect(JSON.stringify((await partOf(fran, other)).others)).not.toContain('Haven Row');
    const part = await giveAll(havenLead, other, { onOwnPage: true });
    expect(part.released?.onOwnPage).toBe(false);
    const them = await (await letIn(app, other, 'person')).signIn();
    expect((await them.get(`/api/me/${other}/copy`).expect(200)).text).not.toContain('Haven Row');
    await them.get(`/api/me/${other}/copy/${part.id}`).expect(404);
    expect(before).not.toContain('Haven Row');
    // What is asked of them is asked of them alone, though the person means everybody.
    const third = await margery(round, jo);
    await addToCircle(jo, third, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    await ask(await round.anita.signIn(), third);
    expect(await ofPerson(fran, third)).toBeUndefined();
    expect(await ofPerson(havenLead, third)).toBeDefined();
  });

  it('I23: that something is sealed: it is in no list, no number and no pack of whoever is not named', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'Open to all' });
    await ask(jo, personId);
    const before = await partOf(fran, personId);
    await app.sql(`insert into contact_note select (jsonb_populate_record(n, jsonb_build_object('id', $2::text, 'text', 'Under seal', 'sealed_to', array[$3::text]))).* from contact_note n where person_id = $1 limit 1`, [personId, newId(), round.jo.userId]);
    expect(await partOf(fran, personId)).toEqual(before);
    const given = await giveAll(fran, personId);
    expect((await fran.get(`/api/subject-access/${given.id}/pack`).expect(200)).text).not.toContain('Under seal');
  });

  it('who the person is: a lead who is kept from them, or whose organisation knows nobody of that name, finds nothing', async () => {
    const personId = await margery(round, jo);
    await ask(jo, personId);
    const { id } = await partOf(fran, personId);
    const kept = await aWorker(app, round.council, { roles: ['ig_lead'] });
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, $2, $3, 'relative', 'system', $3)`, [personId, newId(), kept.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    const [visitor, stranger] = [await kept.signIn(), await leadOf(round.fernlea)];
    for (const lead of [visitor, stranger]) {
      expect(await ofPerson(lead, personId)).toBeUndefined();
      await lead.get(`/api/subject-access/${id}`).expect(404);
      await lead.send('post', `/api/people/${personId}/subject-access`, ASKED).expect(404);
    }
  });
});

describe('What waits with an organisation', () => {
  it('is with its lead: mistakes after their month and objections until somebody decides, as many as the list has', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId, { text: 'She fell at the gate.', visibleToPerson: true });
    await jo.send('post', `/api/people/${personId}/corrections/of/ContactNote/${note.id}`, { statement: 'I sat down', how: 'phone', spokeAlone: 'yes' }).expect(201);
    await jo.send('post', `/api/people/${personId}/sharing/objections`, { organisationId: round.ageWell.id, level: 'own_only', said: 'They talk about everybody' }).expect(201);
    interface Queue { rights: { corrections: { id: string; person: { id: string } }[]; objections: { id: string; person: { id: string } }[] } }
    const queue = async (lead: Visitor): Promise<Queue['rights']> => ((await lead.get('/api/information-governance').expect(200)).body as Queue).rights;
    const mine = <T extends { person: { id: string } }>(rows: T[]): T[] => rows.filter(({ person }) => person.id === personId);
    expect([mine((await queue(fran)).corrections).length, mine((await queue(fran)).objections).length]).toEqual([0, 1]);
    await app.sql(`update correction set answer_by = current_date - 3, created_at = now() - interval '33 days' where person_id = $1`, [personId]);
    const { corrections, objections } = await queue(fran);
    const page = wordsOf((await fran.get('/information-governance').expect(200)).text);
    expect(page).toContain(`after a month (${corrections.length})`);
    expect(page).toContain(`Objections to be decided (${objections.length})`);
    expect(page).toMatch(/33 days/);
    const [[late], [objected]] = [mine(corrections), mine(objections)];
    expect(wordsOf((await fran.get(`/information-governance/corrections/${late?.id}`).expect(200)).text)).toMatch(/I sat down.*Jo Whitcombe.*answers in the record/);
    expect(wordsOf((await fran.get(`/information-governance/objections/${objected?.id}`).expect(200)).text)).toMatch(/Age Well Brackenbridge.*It holds already/);
    for (const lead of [trustLead, havenLead]) {
      expect(mine((await queue(lead)).corrections)).toEqual([]);
      await lead.get(`/information-governance/corrections/${late?.id}`).expect(404);
    }
  });
});
