import { localDay, newId } from '@app/kernel';
import type { TestApp, Visitor } from '../support/app';
import { startTestApp } from '../support/app';
import { workThrough } from '../support/jobs';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { aWorker } from '../support/staff';
import { register, wordsOf } from './people';
import { aRound, margery, write, type Round } from './round';

let app: TestApp;
let post: PostOffice;
let round: Round;
let [jo, fran] = [] as unknown as [Visitor, Visitor];
beforeAll(async () => {
  post = await openPostOffice();
  app = await startTestApp({ mail: post.mail });
  round = await aRound(app);
  [jo, fran] = [await round.jo.signIn(), await round.fran.signIn()];
});
afterAll(async () => {
  await app?.close();
  await post?.close();
});

const AT = '/information-governance/incidents';
const SEEN_TO = { done: 'Everybody who had read it was rung', told: 'no', notToldBecause: 'It would frighten them for nothing', reportable: 'no', reportableBecause: 'Nobody else had read it' };
interface Incident { id: string; caused: boolean; person: { id: string } | null; reportBy: string; at: string; outcome: Record<string, unknown> | null }

/** A note that Jo, or somebody else of the council, wrote for the wrong person, and moved away. */
async function anIncident(as: Visitor = jo): Promise<{ id: string; personId: string }> {
  const [personId, other] = [await margery(round, jo), await register(jo)];
  const note = await write(as, personId);
  const moved = await as.send('post', `/api/people/${personId}/contact-notes/${note.id}/move`, { otherPersonId: other });
  if (moved.status >= 300) throw new Error(`Not moved: ${moved.status} ${moved.text}`);
  return { id: (moved.body as { incidentId: string }).incidentId, personId };
}
const one = async (visitor: Visitor, id: string): Promise<Incident> => (await visitor.get(`/api/incidents/${id}`).expect(200)).body as Incident;
interface NoticeItem { kind: string; href: string; says: string; name: string | null }
const noticesOf = async (visitor: Visitor): Promise<NoticeItem[]> => ((await visitor.get('/api/notices').expect(200)).body as { items: NoticeItem[] }).items;

describe('An incident', () => {
  it('stands on To review with what is left of its 72 hours, until the lead writes down what was done, who was told and whether it was reported', async () => {
    const { id, personId } = await anIncident();
    const open = await one(fran, id);
    expect(open).toMatchObject({ caused: false, person: { id: personId }, outcome: null });
    expect(Date.parse(open.reportBy) - Date.parse(open.at)).toBe(72 * 3_600_000);
    const queue = (await fran.get('/information-governance').expect(200)).text;
    expect(wordsOf(queue)).toMatch(/Incidents \(\d+\).*71 hours left of 72/);
    expect(queue).toContain(`href="${AT}/${id}"`);
    expect(wordsOf((await fran.submit(`${AT}/${id}/closing`, { told: 'no', reportable: 'yes' }).expect(422)).text)).toMatch(/Enter what was done.*Enter why it had to be reported, or not/);
    expect(wordsOf((await fran.submit(`${AT}/${id}/closing`, { ...SEEN_TO, notToldBecause: '' }).expect(422)).text)).toContain('Enter why they were not told');
    expect(wordsOf((await fran.submit(`${AT}/${id}/closing`, { ...SEEN_TO, reportable: 'yes' }).expect(422)).text)).toContain('Enter the day on which it was reported');
    await fran.submit(`${AT}/${id}/closing`, SEEN_TO).expect(303);
    expect((await fran.get('/information-governance').expect(200)).text).not.toContain(`href="${AT}/${id}"`);
    expect(wordsOf((await fran.get(`${AT}/${id}`).expect(200)).text)).toMatch(/Everybody who had read it was rung.*Was not told: It would frighten them for nothing.*Did not have to be: Nobody else had read it.*by Fran Lister/);
    await fran.send('post', `/api/incidents/${id}/closing`, SEEN_TO).expect(409);
    expect(await app.sql(`select from_state, to_state, sealed_to from state_transition where entity = 'Incident' and entity_id = $1`, [id])).toEqual([{ from_state: 'open', to_state: 'closed', sealed_to: [] }]);
    expect(await app.sql(`select 1 from audit_event where action = 'decide' and subject = 'Incident' and $1 = any (subject_ids)`, [id])).toHaveLength(1);
  });

  it('late ones stand out, and what had to be reported keeps its day', async () => {
    const { id } = await anIncident();
    await app.sql(`update incident set at = now() - interval '73 hours' where id = $1`, [id]);
    expect(wordsOf((await fran.get(AT).expect(200)).text)).toContain('The 72 hours are over');
    const today = localDay(new Date());
    await fran.send('post', `/api/incidents/${id}/closing`, { ...SEEN_TO, told: 'yes', reportable: 'yes', reportedOn: today }).expect(200);
    expect((await one(fran, id)).outcome).toMatchObject({ told: true, notToldBecause: null, reportable: true, reportedOn: today });
  });

  it('I16: is not closed by whoever wrote what stood wrong, and is nobody else’s to read', async () => {
    const gwen = await aWorker(app, round.council, { name: 'Gwen Prosser', roles: ['practitioner', 'ig_lead'] });
    const asGwen = await gwen.signIn();
    const { id } = await anIncident(asGwen);
    expect((await one(asGwen, id)).caused).toBe(true);
    expect((await asGwen.send('post', `/api/incidents/${id}/closing`, SEEN_TO).expect(409)).body).toMatchObject({ type: 'urn:onestory:incident.caused' });
    expect(wordsOf((await asGwen.get(`${AT}/${id}`).expect(200)).text)).toContain('somebody else who looks after information closes this');
    const trustLead = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    const [hidden, none] = [await trustLead.get(`${AT}/${id}`).expect(404), await trustLead.get(`${AT}/${newId()}`).expect(404)];
    expect(hidden.text).toBe(none.text);
    await trustLead.send('post', `/api/incidents/${id}/closing`, SEEN_TO).expect(404);
    await jo.get(`${AT}/${id}`).expect(403);
    await fran.send('post', `/api/incidents/${id}/closing`, SEEN_TO).expect(200);
  });
});

describe('Those who look after information', () => {
  it('are told of what newly stands in their queue: incidents, complaints, requests for a copy and objections, without a name in any letter', async () => {
    await fran.send('post', '/api/notices/read', {}).expect(204);
    const { id, personId } = await anIncident();
    await jo.send('post', `/api/people/${personId}/complaints`, { organisationId: round.council.id, words: 'Quite particular words', how: 'phone', madeOn: localDay(new Date()), spokeAlone: 'yes' }).expect(204);
    await jo.send('post', `/api/people/${personId}/subject-access`, { how: 'phone', askedOn: localDay(new Date()), whom: 'us', spokeAlone: 'yes' }).expect(201);
    const objected = await jo.send('post', `/api/people/${personId}/sharing/objections`, { organisationId: round.ageWell.id, level: 'own_only', said: 'They talk about everybody' });
    expect(objected.status).toBe(201);
    const told = (await noticesOf(fran)).filter(({ href }) => href.startsWith('/information-governance/'));
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['incident.opened', 'complaint.made', 'copy.asked', 'objection.made']));
    expect(told.find(({ kind }) => kind === 'incident.opened')?.href).toBe(`${AT}/${id}`);
    for (const { href } of told) await fran.get(href).expect(200);
    expect(wordsOf((await fran.get('/notices').expect(200)).text)).not.toMatch(/Margery|Quite particular/);
    await workThrough(app, { early: true });
    const letters = post.letters.filter(({ to }) => to === round.fran.email);
    expect(letters.length).toBeGreaterThan(0);
    for (const { raw } of letters) for (const secret of ['Margery', 'complaint', 'particular', 'Jo', 'Whitcombe', personId]) expect(raw).not.toContain(secret);
    expect((await noticesOf(await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn())).filter(({ href }) => href.startsWith('/information-governance/'))).toEqual([]);
  });
});
