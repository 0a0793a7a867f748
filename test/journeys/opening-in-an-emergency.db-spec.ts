import { newId } from '@app/kernel';
import type { Response } from 'supertest';
import { workThrough } from '../support/jobs';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import type { Visitor } from '../support/app';
import { aFamilyName, anNhsNumber, codes, wordsOf } from './people';
import { letIn, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

interface Opening { id: string; person: { name: string } | null; openedBy: { name: string; organisation: string }; because: string; reason: string; stopped: boolean; state: string; review: { outcome: string; by: string } | null; mayReview: boolean; version: number }
interface Queue { emergency: { toReview: Opening[]; reviewed: Opening[]; everybody: boolean } }

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let ambulance: TestOrganisation;
let sasha: TestWorker;
let crew: Visitor;
let fran: Visitor;
/** looks after access at the ambulance service */
let nadia: Visitor;

beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  ambulance = await anOrganisation(app, { name: 'Marlshire Ambulance', sector: 'ambulance', accessScope: 'named' });
  sasha = await aWorker(app, ambulance, { name: 'Sasha Reid', roles: ['emergency_viewer'] });
  nadia = await (await aWorker(app, ambulance, { name: 'Nadia Hussain', roles: ['ig_lead'] })).signIn();
  [crew, fran] = [await sasha.signIn(), await round.fran.signIn()];
});
afterAll(() => app?.close());
beforeEach(() => app.sql('delete from attempt'));

const WHY = { because: 'life_at_risk', reason: 'Found on the floor at home, cannot speak', hours: 4 };
const open = (visitor: Visitor, details: object) => visitor.send('post', '/api/emergency-openings', { ...WHY, ...details });
const queueOf = async (visitor: Visitor): Promise<Queue['emergency']> => ((await visitor.get('/api/information-governance').expect(200)).body as Queue).emergency;
/** Somebody whom Jo leads, with an address and a number. */
async function somebody(traits: Record<string, unknown> = {}): Promise<{ personId: string; nhsNumber: string; family: string }> {
  const [nhsNumber, family] = [anNhsNumber(), aFamilyName()];
  const personId = await margery(round, jo, { nhsNumber, nhsNumberAbsentBecause: undefined, family, address: '4 Mill Lane\nFernlea', postcode: 'ZZ99 3VZ', ...traits });
  return { personId, nhsNumber, family };
}
async function opened(personId: string, by: Visitor, details: object): Promise<Opening> {
  const answer = await open(by, details).expect(201);
  expect(answer.body).toEqual({ id: expect.any(String), personId });
  return (await by.get(`/api/emergency-openings/${(answer.body as { id: string }).id}`).expect(200)).body as Opening;
}

describe('Opening a record in an emergency', () => {
  it('takes the NHS number, or family name, birth date and postcode together, whatever their case and spaces; page and JSON alike', async () => {
    const { personId, nhsNumber, family } = await somebody();
    await crew.get(`/people/${personId}`).expect(404);
    const form = { because: WHY.because, reason: WHY.reason, hours: '2', 'birthDate[day]': '3', 'birthDate[month]': '5', 'birthDate[year]': '1944' };
    expect((await crew.submit('/emergency', { ...form, family: family.toUpperCase(), postcode: 'zz993vz' }).expect(303)).headers['location']).toBe(`/people/${personId}/emergency`);
    await crew.get(`/people/${personId}`).expect(200);
    const sam = await (await aWorker(app, ambulance, { roles: ['emergency_viewer'] })).signIn();
    await sam.get(`/people/${personId}`).expect(404);
    await opened(personId, sam, { nhsNumber });
    await sam.get(`/api/people/${personId}`).expect(200);
  });

  it('input 59: without a reason, with “x”, with “.” or “aaaa aaaa aaaa”, for nine hours or none, or for nobody', async () => {
    const { nhsNumber } = await somebody();
    const told = async (details: object): Promise<string[]> => codes((await open(crew, { nhsNumber, ...details }).expect(422)).body);
    expect(await told({ reason: undefined })).toEqual(['/reason reason.required']);
    for (const reason of ['x', '. .', 'aaaa aaaa aaaa', 'emergency', '1234567890 12345']) expect(await told({ reason })).toEqual(['/reason reason.short']);
    for (const hours of [9, 0, 1.5, undefined, 'x']) expect(await told({ hours })).toEqual(['/hours until.range']);
    expect(await told({ because: 'curious' })).toEqual(['/because choice']);
    expect(await told({ nhsNumber: undefined })).toEqual(['/nhsNumber required']);
    expect(await told({ nhsNumber: undefined, family: 'Plumtree' })).toEqual(['/birthDate required', '/postcode required']);
    expect(await told({ nhsNumber: '9434765918' })).toEqual(['/nhsNumber nhsNumber.checkDigit']);
    const nobody = await open(crew, { nhsNumber: anNhsNumber() }).expect(404);
    expect(await app.sql('select action, outcome from audit_event where request_id = $1', [nobody.headers['x-request-id']])).toEqual([{ action: 'open-in-emergency', outcome: 'refused' }]);
    expect((await crew.submit('/emergency', { nhsNumber, because: WHY.because, reason: 'x', hours: '4' }).expect(422)).text).toContain(nhsNumber);
  });

  it('is for who has the role, and for every practitioner, but no volunteer, where whoever looks after access there says so', async () => {
    const { personId, nhsNumber } = await somebody();
    const station = await anOrganisation(app, { name: 'Night duty', sector: 'council_social_care', accessScope: 'named' });
    const [worker, volunteer, lead] = [await aWorker(app, station), await aWorker(app, station, { staffType: 'volunteer' }), await aWorker(app, station, { roles: ['ig_lead'] })];
    const [asWorker, asVolunteer, asLead] = [await worker.signIn(), await volunteer.signIn(), await lead.signIn()];
    await asWorker.get('/emergency').expect(403);
    await open(asWorker, { nhsNumber }).expect(403);
    expect((await asWorker.get('/people')).text).not.toContain('/emergency');
    await asWorker.send('put', '/api/information-governance/emergency', { everybody: true }).expect(403);
    await asLead.send('put', '/api/information-governance/emergency', { everybody: true }).expect(204);
    await open(asLead, { nhsNumber }).expect(403);
    await open(asVolunteer, { nhsNumber }).expect(403);
    expect((await asWorker.get('/people')).text).toContain('/emergency');
    await opened(personId, asWorker, { nhsNumber });
    await asLead.submit('/information-governance/emergency', { everybody: 'no' }).expect(303);
    await open(asWorker, { nhsNumber }).expect(403);
  });

  it('says until when and why on every page of the person, to whoever opened it and nobody else', async () => {
    const { personId, nhsNumber } = await somebody();
    await opened(personId, crew, { nhsNumber });
    for (const rest of ['', '/timeline', '/circle', '/alerts', '/plan', '/sharing', '/referrals']) {
      expect([rest, wordsOf((await crew.get(`/people/${personId}${rest}`).expect(200)).text)]).toEqual([rest, expect.stringMatching(/You opened this record in an emergency: a life or somebody’s health was in danger\. “Found on the floor at home, cannot speak” It closes by itself on/)]);
      expect((await jo.get(`/people/${personId}${rest}`).expect(200)).text).not.toContain('in an emergency');
    }
    expect(wordsOf((await crew.get(`/people/${personId}`)).text)).toMatch(/You see: .*health/);
  });

  it('offers no decision about the person to whoever opened it by that alone, and all of them to whoever helps besides', async () => {
    const { personId, nhsNumber } = await somebody();
    await opened(personId, crew, { nhsNumber });
    await app.sql('update organisation set opens_in_emergency = true where id = $1', [round.trust.id]);
    await opened(personId, idris, { nhsNumber });
    const acts = async (visitor: Visitor): Promise<string[]> => {
      const pages = await Promise.all(['', '/sharing', '/circle'].map(async (rest) => (await visitor.get(`/people/${personId}${rest}`).expect(200)).text));
      return ['sharing/conversation', 'sharing/objections/new', 'sharing/stop', 'subject-access', 'complaint', 'circle/add'].filter((act) => pages.some((page) => page.includes(`href="/people/${personId}/${act}"`)));
    };
    expect(await acts(crew)).toEqual([]);
    const sharing = wordsOf((await crew.get(`/people/${personId}/sharing`)).text);
    expect(sharing).toContain('What Margery agrees to is written down by those who help');
    expect(sharing).not.toContain('Record it');
    expect(await acts(idris)).toEqual(['sharing/conversation', 'sharing/objections/new', 'sharing/stop', 'subject-access', 'complaint', 'circle/add']);
  });

  it('opens what the circle reads, and neither what an organisation keeps inside, nor what is sealed, nor what is more private; and lets nobody else in', async () => {
    const { personId, nhsNumber } = await somebody();
    await write(jo, personId, { text: 'She walks with a frame', category: 'health' });
    await write(jo, personId, { text: 'Kept inside', audience: 'internal' });
    await write(idris, personId, { text: 'For the council', audience: 'named', namedOrganisationIds: [round.council.id] });
    await write(jo, personId, { text: 'Her debts', category: 'money' });
    await app.sql(`update contact_note set sealed_to = $2 where id = $1`, [(await write(jo, personId, { text: 'Sealed' })).id, [round.jo.userId]]);
    const station = await anOrganisation(app, { name: 'Night duty', accessScope: 'named' });
    await app.sql('update organisation set opens_in_emergency = true where id = $1', [station.id]);
    const worker = await (await aWorker(app, station)).signIn();
    await opened(personId, worker, { nhsNumber });
    expect((await timelineOf(worker, personId)).texts).toEqual(['She walks with a frame']);
    await worker.send('post', `/api/people/${personId}/circle`, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['identity'] }).expect(404);
    expect((await worker.get('/api/caseload')).text).not.toContain(personId);
  });

  it('fault 23: ends at the second, and whatever was open then is shut with the next request', async () => {
    const { personId, nhsNumber } = await somebody();
    await opened(personId, crew, { nhsNumber });
    const pass = (time: string): Promise<unknown> => app.sql(`with a as (update person_access set starts = starts - $2::interval, until = until - $2::interval where person_id = $1 and basis = 'break_glass'),
      r as (update relationship set starts = starts - $2::interval, ends = ends - $2::interval where person_id = $1 and basis = 'break_glass')
      update emergency_opening set opened_at = opened_at - $2::interval, until = until - $2::interval where person_id = $1`, [personId, time]);
    await pass('3 hours 58 minutes');
    await crew.get(`/people/${personId}`).expect(200);
    await pass('2 minutes');
    for (const path of [`/people/${personId}`, `/people/${personId}/timeline`, `/api/people/${personId}`]) await crew.get(path).expect(404);
    const live = await app.sql<{ left: number }>(`select count(*)::int as left from person_access where person_id = $1 and basis = 'break_glass' and until > now()`, [personId]);
    expect(live).toEqual([{ left: 0 }]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await crew.get(`/people/${personId}`).expect(404);
  });

  it('is tried ten times within an hour, whether somebody was found or not; the eleventh waits, whatever it asks', async () => {
    const { nhsNumber } = await somebody();
    const busy = await (await aWorker(app, ambulance, { roles: ['emergency_viewer'] })).signIn();
    for (let n = 0; n < 9; n++) await open(busy, { nhsNumber: anNhsNumber() }).expect(404);
    await open(busy, { nhsNumber }).expect(201);
    for (const number of [nhsNumber, anNhsNumber()]) expect((await open(busy, { nhsNumber: number }).expect(429)).headers['retry-after']).toBe('3600');
    await open(crew, { nhsNumber }).expect(201);
  });
});

describe('Whoever is kept away, and whoever asks about somebody who is looked for', () => {
  const seen = ({ status, headers, text }: Response): object => {
    const { date: _date, 'x-request-id': _id, 'set-cookie': _cookie, etag: _etag, ...others } = headers;
    return { status, others, text: text.replace(/name="_csrf" value="[^"]+"/g, '').replace(/\d{10}/g, 'N') };
  };
  const asPage = (visitor: Visitor, nhsNumber: string) => visitor.submit('/emergency', { ...WHY, hours: '4', nhsNumber });

  it('input 59, I29: is answered to the byte as about nobody, before and after; those who look after access at the person’s own organisation are told', async () => {
    const nadiaBefore = (await queueOf(nadia)).toReview.length;
    const excluded = await somebody();
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', 'system', $3)`, [excluded.personId, newId(), sasha.userId]);
    await app.sql('select refresh_person_access($1)', [excluded.personId]);
    const restricted = await somebody();
    await app.sql('update person set restricted = true where person_id = $1', [restricted.personId]);
    const lookedFor = await somebody();
    await app.sql(`update contact_point set protected = true, sealed_to = $2 where person_id = $1`, [lookedFor.personId, [round.jo.userId]]);
    const nobody = { json: seen(await open(crew, { nhsNumber: anNhsNumber() })), page: seen(await asPage(crew, anNhsNumber())) };
    expect(nobody.page).toMatchObject({ status: 404, text: expect.stringContaining('No record was opened with these details') });
    for (const { personId, nhsNumber } of [excluded, restricted, lookedFor]) {
      expect(seen(await open(crew, { nhsNumber }))).toEqual(nobody.json);
      expect(seen(await asPage(crew, nhsNumber))).toEqual(nobody.page);
      await crew.get(`/people/${personId}`).expect(404);
      const [row] = await app.sql<{ id: string }>('select id from emergency_opening where person_id = $1 limit 1', [personId]);
      await crew.get(`/api/emergency-openings/${row?.id}`).expect(404);
    }
    await workThrough(app);
    const { toReview } = await queueOf(fran);
    expect(toReview.filter(({ stopped }) => stopped)).toHaveLength(6);
    expect((await queueOf(nadia)).toReview).toHaveLength(nadiaBefore);
    const notices = (await fran.get('/api/notices').expect(200)).body as { items: { kind: string; by: string; name: string | null; personId: string | null; href: string }[] };
    expect(notices.items.filter(({ kind }) => kind === 'emergency.stopped')).toHaveLength(6);
    expect(notices.items.find(({ kind }) => kind === 'emergency.stopped')).toMatchObject({ by: 'Sasha Reid', name: null, personId: null, href: expect.stringMatching(/^\/emergency-openings\//) });
    expect((await jo.get('/api/notices')).text).not.toContain('emergency.stopped');
    expect((await crew.get('/api/notices')).text).not.toContain('emergency');
  });

  it('fault 39: leaves the same line behind for whoever asked, whether there is nobody or somebody who is not opened', async () => {
    const kept = await somebody();
    await app.sql('update person set restricted = true where person_id = $1', [kept.personId]);
    const written = async (nhsNumber: string): Promise<unknown> => {
      const { headers } = await open(crew, { nhsNumber }).expect(404);
      return app.sql('select action, subject, outcome, person_id from audit_event where request_id = $1', [headers['x-request-id']]);
    };
    expect(await written(kept.nhsNumber)).toEqual(await written(anNhsNumber()));
  });

  it('two people whom the same details fit are nobody, and so is somebody whose address is kept inside or sealed', async () => {
    const family = aFamilyName();
    const twins = [await somebody({ family }), await somebody({ family })];
    const details = { family, birthDate: '1944-05-03', postcode: 'ZZ99 3VZ' };
    await open(crew, details).expect(404);
    await app.sql(`update contact_point set audience = 'internal' where person_id = $1`, [twins[0]?.personId]);
    await opened(twins[1]?.personId ?? '', crew, details);
    await app.sql(`update contact_point set sealed_to = '{}' where person_id = $1`, [twins[1]?.personId]);
    await open(crew, details).expect(404);
  });

  it('an NHS number is no question for who is neither health nor social care', async () => {
    await app.sql('update organisation set opens_in_emergency = true where id = $1', [round.fernlea.id]);
    const martin = await round.martin.signIn();
    const { personId, nhsNumber, family } = await somebody();
    await open(martin, { nhsNumber }).expect(403);
    expect((await martin.get('/emergency').expect(200)).text).not.toContain('nhsNumber');
    await opened(personId, martin, { family, birthDate: '1944-05-03', postcode: 'ZZ99 3VZ' });
    await app.sql('update organisation set opens_in_emergency = false where id = $1', [round.fernlea.id]);
  });
});

describe('Afterwards', () => {
  it('the key worker and whoever looks after access here and there are told at once, by no name; each reads who, when, until when and why', async () => {
    const { personId, nhsNumber, family } = await somebody();
    const { id } = await opened(personId, crew, { nhsNumber });
    await workThrough(app);
    for (const visitor of [jo, fran, nadia]) {
      const { items } = (await visitor.get('/api/notices').expect(200)).body as { items: { subjectId: string; says: string; href: string; by: string }[] };
      expect(items.find(({ subjectId }) => subjectId === id)).toMatchObject({ by: 'Sasha Reid', says: 'opened a record in an emergency', href: `/emergency-openings/${id}` });
      const page = (await visitor.get('/notices').expect(200)).text;
      expect(page).toContain(`/emergency-openings/${id}`);
      expect(page).not.toContain(family);
      const words = wordsOf((await visitor.get(`/emergency-openings/${id}`).expect(200)).text);
      expect(words).toMatch(/Sasha Reid, Marlshire Ambulance.*Their life or health is in danger now.*Found on the floor at home, cannot speak.*Waits for somebody who looks after access/);
      expect(words).toContain(family);
    }
    for (const stranger of [idris, delphine]) {
      await stranger.get(`/emergency-openings/${id}`).expect(404);
      expect((await stranger.get('/api/notices')).text).not.toContain(id);
    }
  });

  it('is reviewed once, with an outcome and the version that was read, by nobody who opened it; unreviewed ones wait in the queue, with their hours and days, and on Today', async () => {
    const [one, own] = [await somebody(), await somebody()];
    const both = await aWorker(app, ambulance, { name: 'Ray Both', roles: ['emergency_viewer', 'ig_lead'] });
    const ray = await both.signIn();
    const { id, version } = await opened(one.personId, crew, { nhsNumber: one.nhsNumber });
    const { id: rays } = await opened(own.personId, ray, { nhsNumber: own.nhsNumber });
    await app.sql(`update emergency_opening set opened_at = opened_at - interval '4 days', until = until - interval '4 days' where id = $1`, [id]);
    expect((await queueOf(ray)).toReview[0]).toMatchObject({ id, openedBy: { name: 'Sasha Reid', organisation: 'Marlshire Ambulance' } });
    expect(wordsOf((await ray.get('/information-governance').expect(200)).text)).toMatch(/Opened in an emergency \(\d+ to review\).*4 days.*Sasha Reid/);
    expect(wordsOf((await ray.get('/today').expect(200)).text)).toMatch(/\d+ to review ?, the longest for 4 days/);
    const review = (visitor: Visitor, which: string, body: object, at = version) => visitor.send('post', `/api/emergency-openings/${which}/review`, body).set('If-Match', `"${at}"`);
    await review(ray, rays, { outcome: 'justified' }).expect(403);
    await review(crew, id, { outcome: 'justified' }).expect(403);
    expect(codes((await review(ray, id, { outcome: 'misuse' }).expect(422)).body)).toEqual(['/words reason.required']);
    await ray.send('post', `/api/emergency-openings/${id}/review`, { outcome: 'justified' }).expect(428);
    await review(ray, id, { outcome: 'justified' }, 7).expect(412);
    const refused = (await ray.submit(`/emergency-openings/${id}/review`, { _version: String(version), outcome: 'misuse', words: 'why' }).expect(422)).text;
    expect(wordsOf(refused)).toContain('must be said in a few words');
    await ray.submit(`/emergency-openings/${id}/review`, { _version: String(version), outcome: 'not_needed', words: 'The neighbour could have told them' }).expect(303);
    expect((await review(nadia, id, { outcome: 'justified' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:emergency.state' });
    expect((await queueOf(ray)).toReview.map((each) => each.id)).not.toContain(id);
    expect((await queueOf(nadia)).reviewed.find((each) => each.id === id)).toMatchObject({ review: { outcome: 'not_needed', by: 'Ray Both' } });
    await workThrough(app);
    expect((await crew.get('/api/notices')).text).toContain('emergency.reviewed');
    expect(wordsOf((await crew.get(`/emergency-openings/${id}`).expect(200)).text)).toMatch(/It was not needed, and no harm was meant: Ray Both.*The neighbour could have told them/);
  });

  it('the person reads on their own page that it was an emergency, and which, by the organisation; whoever looks after access reads by whom', async () => {
    const { personId, nhsNumber } = await somebody();
    await opened(personId, crew, { nhsNumber });
    await crew.get(`/people/${personId}/timeline`).expect(200);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const own = wordsOf((await person.get('/me/access-log').expect(200)).text);
    expect(own).toMatch(/Marlshire Ambulance \w+ What Opened the timeline Why an emergency: a life or somebody’s health was in danger/);
    expect(own).toMatch(/Marlshire Ambulance \w+ What Opened the record in an emergency Why an emergency/);
    expect(own).not.toContain('Sasha Reid');
    expect(wordsOf((await fran.get(`/people/${personId}/access-log`).expect(200)).text)).toMatch(/Sasha Reid \w+ Acting for Marlshire Ambulance What Opened the timeline Why an emergency: a life/);
    await app.sql(`update emergency_opening set until = now() where person_id = $1`, [personId]);
    await jo.get(`/people/${personId}`).expect(200);
    expect(wordsOf((await person.get('/me/access-log').expect(200)).text)).toMatch(/Marlshire County Council [\w ]+ What Opened the overview Why giving care/);
  });

  it('tells nobody but their own organisation where it is a secret that it helps, and writes what is theirs as before', async () => {
    const { personId, nhsNumber } = await somebody();
    await app.sql(`insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, discreet, sealed_to, source, created_by)
      values ($1, $2, $3, 'membership', $4, 'care_team', '{identity,contacts}', true, $5, 'system', $6)`, [personId, newId(), round.havenRow.id, round.anita.membershipId, [round.anita.userId], round.anita.userId]);
    await app.sql('update organisation set opens_in_emergency = true, sector = $2 where id = $1', [round.havenRow.id, 'nhs_community']);
    const night = await (await aWorker(app, round.havenRow, { name: 'Kit Night' })).signIn();
    const lead = await (await aWorker(app, round.havenRow, { roles: ['ig_lead'] })).signIn();
    const { id } = await opened(personId, night, { nhsNumber });
    await workThrough(app);
    for (const visitor of [jo, fran]) {
      await visitor.get(`/emergency-openings/${id}`).expect(404);
      expect((await visitor.get('/api/notices')).text).not.toContain(id);
    }
    expect((await queueOf(lead)).toReview.map((one) => one.id)).toContain(id);
    const note = await write(night, personId, { text: 'From the night shift' });
    expect(await app.sql('select sealed_to from contact_note where id = $1', [note.id])).toEqual([{ sealed_to: expect.arrayContaining([round.anita.userId]) }]);
    expect((await jo.get(`/people/${personId}/timeline`)).text).not.toContain('From the night shift');
  });

  it('I11: whoever is kept from the person learns nothing of it, although they look after access', async () => {
    const { personId, nhsNumber } = await somebody();
    const { id } = await opened(personId, crew, { nhsNumber });
    await fran.get(`/emergency-openings/${id}`).expect(200);
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, $2, $3, 'relative', 'system', $3)`, [personId, newId(), round.fran.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await fran.get(`/emergency-openings/${id}`).expect(404);
    expect((await queueOf(fran)).toReview.map((one) => one.id)).not.toContain(id);
  });

  it('one acts for the organisation in whose name one opened, whichever one acts for otherwise', async () => {
    const { personId, nhsNumber } = await somebody();
    const elsewhere = await anOrganisation(app, { name: 'Second job' });
    const user = await aWorker(app, elsewhere, { name: 'Two Hats' });
    const second = await aWorker(app, ambulance, { roles: ['emergency_viewer'], user });
    const visitor = await user.signIn();
    await visitor.submit('/acting-for', { membershipId: second.membershipId }).expect(303);
    await opened(personId, visitor, { nhsNumber });
    await visitor.submit('/acting-for', { membershipId: user.membershipId }).expect(303);
    await visitor.get(`/people/${personId}`).expect(200);
  });
});

