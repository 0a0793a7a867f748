import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { EXITS, readAt, type Exit, type Fill } from './exits/reading';
import { helpDiscreetly, keepInside, putIntoPlan, seal, SECRET } from './exits/secrets';
import { OPENS, OWN, type Caller } from './matrix/callers';
import { aPlace, aSubject, userIn, visitorIn, type Place, type Subject } from './matrix/place';

const KNOWER = 'worker of the practice';
/** Colleagues of who wrote: what is internal is theirs too. */
const COLLEAGUES: readonly Caller[] = ['team manager', 'emergency viewer'];
const READERS: readonly Caller[] = [...OPENS, ...OWN];
const STRANGERS: readonly Caller[] = READERS.filter((reader) => reader !== KNOWER && !COLLEAGUES.includes(reader));

type Snapshot = ReadonlyMap<string, readonly string[]>;
const key = (exit: Exit, reader: Caller): string => `${exit.name} ${reader}`;
const comesTo = (exit: Exit, reader: Caller): boolean => (exit.for === 'own') === OWN.some((one) => one === reader);

let app: TestApp;
let place: Place;
let subject: Subject;
let harbour: TestOrganisation;
let helper: TestWorker;
let helperAtWork: Visitor;
let member: string;
let names: Fill;
/** before anything was kept from anybody; with what the practice keeps inside; with what is sealed besides; after the discreet helper has worked */
let bare: Snapshot;
let inside: Snapshot;
let whole: Snapshot;
let worked: Snapshot;

async function look(exits: readonly Exit[] = EXITS): Promise<Snapshot> {
  const all = new Map<string, readonly string[]>();
  await Promise.all(READERS.map(async (reader) => {
    for (const exit of exits) if (comesTo(exit, reader)) all.set(key(exit, reader), await readAt(exit, visitorIn(place, reader), names));
  }));
  return all;
}

beforeAll(async () => {
  app = await startTestApp();
  place = await aPlace(app);
  harbour = await anOrganisation(app, { name: 'Harbour Independent Advisers', sector: 'vcse', accessScope: 'named' });
  helper = await aWorker(app, harbour, { name: 'Greta Holm', keyWorkerTrained: true });
  helperAtWork = await helper.signIn();
  subject = await aSubject(place, { drafted: 'in_contribution' });
  const { person: other } = await aSubject(place);
  names = { ...subject, secret: SECRET, secretOrganisation: harbour.id, helper: place.newcomer.id, practice: place.practice.id, discreet: helper.membershipId, ownUser: userIn(place, 'person').userId, other };
  // Who reads a plan for the first time is told nothing of versions read before.
  await look(EXITS.filter(({ addresses }) => addresses.some((address) => address.includes('plan'))));
  bare = await look();
  await keepInside(place, subject);
  await putIntoPlan(place, subject, [{ audience: 'internal', sealed: false }, { audience: 'named', sealed: false }]);
  inside = await look();
  await seal(place, subject);
  await putIntoPlan(place, subject, [{ audience: 'circle', sealed: true }]);
  member = await helpDiscreetly(place, subject, helper);
  whole = await look();
  for (const path of [`/people/${subject.person}`, `/people/${subject.person}/timeline`]) await helperAtWork.get(path).expect(200);
  for (const audience of ['internal', 'circle']) {
    const note = { text: SECRET, about: 'person', audience, visibleToPerson: true };
    await helperAtWork.send('post', `/api/people/${subject.person}/contact-notes`, note).expect(201);
    await helperAtWork.send('post', `/api/people/${subject.person}/alerts`, { kind: 'safeguarding', text: SECRET, whatToDo: 'ring', reviewOn: '2027-01-01', audience, visibleToPerson: true }).expect(201);
  }
  // Nobody who writes this plan knows of the helper: what they would change in it goes to nobody.
  await helperAtWork.send('post', `/api/people/${subject.person}/care-plan/suggestions`, { kind: 'need', text: SECRET, forPerson: 'yes' }).expect(409);
  worked = await look();
}, 900_000);
afterAll(() => app?.close());

describe.each(EXITS.map((exit) => [exit.name, exit] as const))('At this exit: %s', (_, exit) => {
  const same = (readers: readonly Caller[], before: Snapshot, after: Snapshot): void => {
    for (const reader of readers.filter((one) => comesTo(exit, one))) {
      (after.get(key(exit, reader)) ?? []).forEach((answer, n) => expect(`${reader}: ${answer}`).toBe(`${reader}: ${before.get(key(exit, reader))?.[n]}`));
      expect(after.get(key(exit, reader))?.length).toBe(before.get(key(exit, reader))?.length);
    }
  };

  it('what the practice keeps inside, or tells others by name, leaves no trace for the rest of the circle', () => same(STRANGERS, bare, inside));

  it('what is sealed, protected, or known to be there only to those named leaves no trace for anybody else', () => {
    same([...STRANGERS, ...COLLEAGUES], inside, whole);
  });

  it('what a discreet helper reads and writes leaves no trace for those who may not know of them', () => {
    same([...STRANGERS, ...COLLEAGUES], whole, worked);
  });
});

describe('What is compared is there', () => {
  const all = (snapshot: Snapshot, reader: Caller): string => EXITS.flatMap((exit) => snapshot.get(key(exit, reader)) ?? []).join();

  it('for whoever may know of it', () => {
    expect(all(bare, KNOWER)).not.toContain(helper.name);
    expect(all(whole, KNOWER)).toContain(helper.name);
    expect(all(worked, KNOWER)).not.toEqual(all(whole, KNOWER));
    for (const colleague of COLLEAGUES) expect(all(inside, colleague)).not.toEqual(all(bare, colleague));
  });

  it('and the helper sees what their help is about', async () => {
    const { text } = await helperAtWork.get(`/people/${subject.person}/timeline`).expect(200);
    expect(text).toContain(SECRET);
  });
});

describe('Whoever helps discreetly', () => {
  const at = (path: string): string => `/api/people/${subject.person}${path}`;

  it('is told that only those read their note who know of the help', async () => {
    const { body } = await helperAtWork.get(at('/readers?audience=circle&visibleToPerson=true')).expect(200);
    expect(body).toMatchObject({ items: [{ organisation: place.practice.name, who: KNOWER, sees: true }, { organisation: harbour.name, who: helper.name, sees: true }], person: false, carers: false });
  });

  it('opens no case and lets nobody in, because everybody would read who did', async () => {
    const theirs = await aSubject(place, { hasCase: false });
    await helpDiscreetly(place, theirs, helper);
    expect((await helperAtWork.send('post', `/api/people/${theirs.person}/case`, { reason: 'Falls' })).status).toBe(403);
    expect((await helperAtWork.send('post', at('/circle'), { organisationId: place.newcomer.id, does: 'Visits', categories: ['identity'] })).status).toBe(403);
  });

  it('is not offered as key worker, whose name everybody reads', async () => {
    const theirs = await aSubject(place, { hasCase: false });
    await helpDiscreetly(place, theirs, helper);
    const knower = visitorIn(place, KNOWER);
    expect((await knower.get(`/people/${theirs.person}/case/new`).expect(200)).text).not.toContain(helper.name);
    const answer = await knower.send('post', `/api/people/${theirs.person}/case`, { reason: 'Falls', keyWorkerMembershipId: helper.membershipId });
    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'keyWorker.notMember']);
  });
});

it('the case tells when the last conversation was: one of the circle or of the coordinators, whoever else may read about it', async () => {
  const theirs = await aSubject(place);
  const last = async (): Promise<string | null> => ((await visitorIn(place, 'named worker').get(`/api/people/${theirs.person}`)).body as { case: { lastConversationAt: string | null } }).case.lastConversationAt;
  const write = (by: Caller, audience: string) => visitorIn(place, by).send('post', `/api/people/${theirs.person}/contact-notes`, { text: 'x', about: 'person', audience }).expect(201);
  await write('worker of the practice', 'internal');
  expect(await last()).toBeNull();
  await write('worker of the practice', 'circle');
  const first = await last();
  expect(first).not.toBeNull();
  await write('worker of the team', 'internal');
  expect(await last()).not.toBe(first);
});

it('an error page says the same of what is sealed as of what does not exist', async () => {
  const rows = await app.sql<{ id: string }>('select id from contact_note where person_id = $1 and id <> $2', [subject.person, subject.note]);
  const addresses = [...rows.flatMap(({ id }) => [`/people/:person/contact-notes/${id}/correct`, `/api/people/:person/contact-notes/${id}`]), `/people/:person/circle/${member}/end`];
  for (const reader of STRANGERS.filter((one) => !OWN.some((own) => own === one))) {
    for (const address of addresses.map((one) => one.replace(':person', subject.person))) {
      const missing = address.replace(/([0-9a-f-]{36})(?!.*[0-9a-f-]{36})/, newId());
      const [hidden, none] = [await visitorIn(place, reader).get(address), await visitorIn(place, reader).get(missing)];
      expect([reader, address, hidden.status, hidden.text]).toEqual([reader, address, none.status, none.text]);
      // some roles come to no such page, whoever it is about
      expect([403, 404]).toContain(hidden.status);
    }
  }
});

it('a cursor holds what its list showed and nothing more', async () => {
  const { body } = await visitorIn(place, 'worker of the team').get('/api/caseload?limit=1&sort=name').expect(200);
  const { items: [shown], next } = body as { items: { personId: string; name: string }[]; next: string };
  const [family = '', given = '', personId] = JSON.parse(Buffer.from(next.split('.')[0] ?? '', 'base64url').toString()) as string[];
  expect([`${given} ${family}`, personId]).toEqual([shown?.name, shown?.personId]);
});

describe('Who looked', () => {
  interface Line { readonly who: string | null; readonly organisation: string | null; readonly action: string; readonly subject: string }
  const log = async (reader: Caller): Promise<Line[]> => {
    const all: Line[] = [];
    for (let address = `/api/people/${subject.person}/access-log?shown=opened&limit=100`, from = ''; ;) {
      const { items, next } = (await visitorIn(place, reader).get(address + from).expect(200)).body as { items: Line[]; next: string | null };
      all.push(...items);
      if (!next) return all;
      from = `&cursor=${next}`;
    }
  };

  it.each(OWN)('does not tell a %s of a discreet helper, nor that something was sealed, nor who is kept out', async (reader) => {
    const lines = await log(reader);
    expect(lines.filter(({ organisation }) => organisation === harbour.name)).toEqual([]);
    expect(lines.filter(({ action }) => ['let-in', 'exclude', 'refuse', 'safe-contact'].includes(action))).toEqual([]);
    // That something was written is told, not what; of what is sealed not even that.
    const written = Object.groupBy(lines.filter(({ action }) => action === 'create'), ({ subject: of }) => of);
    expect(Object.fromEntries(Object.entries(written).map(([of, some]) => [of, some?.length]))).toEqual({ Alert: 2, ContactNote: 4, ContactPoint: 2, OwnReference: 1, Referral: 1, RelatedPerson: 2 });
  });

  it('tells the lead of the practice what its own people did', async () => {
    expect((await log('information-governance lead')).some(({ action, organisation }) => action === 'exclude' && organisation === place.practice.name)).toBe(true);
  });
});

it('whoever is no reader at all finds the person at no exit', async () => {
  for (const reader of ['unrelated worker', 'colleague outside the team', 'worker after the end', 'excluded worker'] as const) {
    for (const address of ['/today', '/caseload', '/caseload.csv', '/api/caseload', `/people?search=${subject.family}`, `/api/people?search=${subject.family}`, `/people/new?search=${subject.family}`]) {
      const { text } = await visitorIn(place, reader).get(address).expect(200);
      expect([reader, address, text.includes(subject.person), text.includes(`Margery ${subject.family}`)]).toEqual([reader, address, false, false]);
    }
    expect((await visitorIn(place, reader).get('/api/caseload')).body).toEqual({ items: [], total: 0, next: null });
  }
});
