import { newId, runInContext } from '@app/kernel';
import { SharingService } from '@app/sharing';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';
import { aFamilyName, register, wordsOf } from './people';
import { addToCircle, aRound, letIn, margery, write, type Round } from './round';

interface Entry {
  seq: string;
  who: string | null;
  organisation: string | null;
  action: string;
  subject: string;
  purpose: string;
  outcome: 'done' | 'refused';
  shown: 'opened' | 'listed';
}

let app: TestApp;
let round: Round;
let jo: Visitor;
let fran: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, fran] = [await round.jo.signIn(), await round.fran.signIn()];
});
afterAll(() => app.close());

const logOf = async (visitor: Visitor, personId: string, query = ''): Promise<{ items: Entry[]; next: string | null }> =>
  (await visitor.get(`/api/people/${personId}/access-log?limit=100${query}`).expect(200)).body as { items: Entry[]; next: string | null };
const looksOn = (html: string): string[] => [...html.matchAll(/id="look-(\d+)"/g)].map((match) => match[1] ?? '');

describe('An information-governance lead', () => {
  it('finds the people whom their organisation knows by name and birth date, and nobody else', async () => {
    const family = aFamilyName();
    const personId = await margery(round, jo, { family });
    const page = await fran.get(`/who-looked?search=${family}`).expect(200);
    expect(page.text).toContain(`href="/people/${personId}/access-log"`);
    expect(wordsOf(page.text)).toContain('3 May 1944');
    const elsewhere = await anOrganisation(app);
    const stranger = await (await aWorker(app, elsewhere, { roles: ['ig_lead'] })).signIn();
    expect((await stranger.get(`/who-looked?search=${family}`).expect(200)).text).not.toContain(personId);
    await stranger.get(`/people/${personId}/access-log`).expect(404);
    await stranger.get(`/api/people/${personId}/access-log`).expect(404);
  });

  it('sees who opened and who was only shown the person, acting for whom and why; page and JSON hold the same entries', async () => {
    const family = aFamilyName();
    const personId = await margery(round, jo, { family });
    const idris = await round.idris.signIn();
    await idris.get(`/people/${personId}/timeline`).expect(200);
    await idris.get(`/people?search=${family}`).expect(200);
    const { items } = await logOf(fran, personId);
    expect(items).toContainEqual(expect.objectContaining({ who: 'Idris Vaughan', organisation: 'Marl Valley Trust', subject: 'Timeline', purpose: 'direct-care', outcome: 'done', shown: 'opened' }));
    expect(items).toContainEqual(expect.objectContaining({ who: 'Idris Vaughan', action: 'search', shown: 'listed' }));
    const opened = (await logOf(fran, personId, '&shown=opened')).items;
    const listed = (await logOf(fran, personId, '&shown=listed')).items;
    expect(opened.every((entry) => entry.shown === 'opened') && listed.every((entry) => entry.shown === 'listed')).toBe(true);
    const page = (await fran.get(`/people/${personId}/access-log?shown=listed`).expect(200)).text;
    expect(looksOn(page)).toEqual(listed.map((entry) => entry.seq));
    expect(wordsOf(page)).toMatch(new RegExp(`Shown in a list , ${listed.length}`));
  });

  it('sees refused tries, and by whom', async () => {
    const personId = await margery(round, jo);
    await (await round.martin.signIn()).get(`/people/${personId}`).expect(404);
    const refused = (await logOf(fran, personId, '&shown=refused')).items;
    expect(refused).toMatchObject([{ who: 'Martin Quill', organisation: 'Fernlea Homes', outcome: 'refused' }]);
    expect(wordsOf((await fran.get(`/people/${personId}/access-log?shown=refused`)).text)).toContain('Refused: opened the overview');
  });

  it('goes on to older entries with a cursor that is good for them alone', async () => {
    const personId = await margery(round, jo);
    const first = (await fran.get(`/api/people/${personId}/access-log?limit=2`).expect(200)).body as { items: Entry[]; next: string };
    const second = (await fran.get(`/api/people/${personId}/access-log?limit=2&cursor=${encodeURIComponent(first.next)}`).expect(200)).body as { items: Entry[] };
    expect(Number(second.items[0]?.seq)).toBeLessThan(Number(first.items[1]?.seq));
    const other = await (await aWorker(app, round.council, { roles: ['ig_lead'] })).signIn();
    await other.get(`/api/people/${personId}/access-log?cursor=${encodeURIComponent(first.next)}`).expect(400);
  });

  it('reads the log and nothing of the record', async () => {
    const personId = await margery(round, jo);
    for (const path of [`/people/${personId}`, `/people/${personId}/circle`, `/api/people/${personId}/circle`]) expect([403, 404]).toContain((await fran.get(path)).status);
  });

  it('is told nothing of a discreet service, unless it is their own', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    await (await round.anita.signIn()).get(`/people/${personId}`).expect(200);
    expect((await logOf(fran, personId)).items.map((entry) => entry.organisation)).not.toContain('Haven Row');
    const own = await (await aWorker(app, round.havenRow, { roles: ['ig_lead'] })).signIn();
    expect((await logOf(own, personId)).items.map((entry) => entry.who)).toContain('Anita Bose');
  });
});

describe('What the log keeps to itself', () => {
  it('nobody beyond the own colleagues learns that something is sealed, that somebody was refused or kept out, or that a note was moved', async () => {
    const personId = await margery(round, jo);
    const lead = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    const [person, carer] = [await (await letIn(app, personId, 'person')).signIn(), await (await letIn(app, personId, 'carer', { categories: ['access_log'] })).signIn()];
    const elsewhere = async (): Promise<string[][]> => Promise.all([lead, person, carer].map(async (visitor) => (await logOf(visitor, personId)).items
      .filter((entry) => entry.organisation === 'Marlshire County Council').map((entry) => `${entry.action} ${entry.subject}`)));
    const before = await elsewhere();
    const sharing = app.server.app.get(SharingService);
    const actor = { userId: round.jo.userId, name: round.jo.name, organisationId: round.council.id, membershipId: round.jo.membershipId, sector: 'council_social_care', teamIds: [], roles: ['practitioner'] as const, onlyByName: false };
    await runInContext({ requestId: newId(), actor, purpose: 'direct-care', source: 'ui' }, async () => {
      await sharing.refuse(personId, round.trust.id, ['money']);
      await sharing.exclude(personId, round.priya.userId, 'alleged_source_of_harm', [round.jo.userId]);
    });
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    const { id } = await write(jo, personId, { text: 'About Derek' });
    await jo.send('post', `/api/people/${personId}/contact-notes/${id}/move`, { otherPersonId: await register(jo) }).expect(201);
    expect((await elsewhere()).map((log, index) => log.slice(0, log.length - (before[index]?.length ?? 0)).filter((line) => !/^read (Person|Circle)$/.test(line)))).toEqual([[], [], []]);
    const own = (await logOf(fran, personId)).items.map((entry) => entry.action);
    expect(own).toEqual(expect.arrayContaining(['refuse', 'exclude', 'let-in', 'move']));
  });
});

describe('Who may not read who looked', () => {
  it('input 33: a practitioner gets 403 on somebody whom they may open, and 404 on anybody else', async () => {
    const personId = await margery(round, jo);
    const priya = await round.priya.signIn();
    expect((await jo.get(`/api/people/${personId}/access-log`).expect(403)).body).toMatchObject({ type: 'urn:onestory:action.forbidden' });
    await jo.get(`/people/${personId}/access-log`).expect(403);
    const hidden = await priya.get(`/api/people/${personId}/access-log`).expect(404);
    expect((await priya.get(`/api/people/${newId()}/access-log`).expect(404)).text).toBe(hidden.text);
    await jo.get('/who-looked').expect(403);
  });

  it('a family carer reads it only if the person agreed', async () => {
    const personId = await margery(round, jo);
    const [told, untold] = [await letIn(app, personId, 'carer', { categories: ['contacts', 'access_log'] }), await letIn(app, personId, 'carer', { categories: ['contacts'] })];
    expect((await logOf(await told.signIn(), personId)).items.length).toBeGreaterThan(0);
    const visitor = await untold.signIn();
    await visitor.get(`/api/people/${personId}/access-log`).expect(403);
    await visitor.get(`/me/access-log?person=${personId}`).expect(403);
    expect((await visitor.get('/me').expect(200)).text).not.toContain('/me/access-log');
  });
});

describe('The person reads who looked', () => {
  it('in plain words: the organisation, what and why, and neither names of staff nor refused tries', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person', { name: 'Margery Plumtree-Oduya' })).signIn();
    await (await round.martin.signIn()).get(`/people/${personId}`).expect(404);
    await person.get('/me').expect(200);
    const { items } = await logOf(person, personId);
    expect(items).toContainEqual(expect.objectContaining({ who: null, organisation: 'Marlshire County Council' }));
    expect(items.every((entry) => entry.outcome === 'done' && entry.organisation !== 'Fernlea Homes')).toBe(true);
    const page = await person.get('/me/access-log').expect(200);
    expect(wordsOf(page.text)).toContain('giving care');
    expect(page.text).not.toMatch(/Jo Whitcombe|Fernlea|refused/i);
    await person.get(`/api/people/${await margery(round, jo)}/access-log`).expect(404);
  });

  it('without their own visits: a carer’s are told to the person, and neither the carer’s own nor the person’s to the carer', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person', { name: 'Margery Plumtree-Oduya' })).signIn();
    const carer = await (await letIn(app, personId, 'carer', { name: 'Tunde Oduya', categories: ['access_log'] })).signIn();
    for (const visitor of [person, carer, person, carer]) await visitor.get('/me').expect(200);
    const atHome = async (visitor: Visitor): Promise<(string | null)[]> => [...new Set((await logOf(visitor, personId)).items.filter((entry) => entry.organisation === null).map((entry) => entry.who))];
    expect(await atHome(person)).toEqual(['Tunde Oduya']);
    expect(await atHome(carer)).toEqual([]);
    expect((await atHome(fran)).sort()).toEqual(['Margery Plumtree-Oduya', 'Tunde Oduya']);
    const page = (await person.get('/me/access-log').expect(200)).text;
    expect(wordsOf(page)).toMatch(new RegExp(`Opened , ${(await logOf(person, personId, '&shown=opened')).items.length}\\b`));
    expect(/<table.*<\/table>/s.exec(page)?.[0]).not.toContain('Margery Plumtree-Oduya');
  });
});
