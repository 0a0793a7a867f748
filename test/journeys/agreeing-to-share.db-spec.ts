import { endOfDay } from '@app/kernel';
import { type Visitor } from '../support/app';
import { wordsOf } from './people';
import { addToCircle, startRound, letIn, margery, timelineOf, write, type RoundAtWork } from './round';
import { inDays } from './plans';

interface Sharing {
  version: number;
  asks: boolean;
  agreed: { answer: string; heldOn: string; endsOn: string | null; reviewOn: string | null; words: string | null; recordedBy: { name: string; organisation: string } } | null;
  circle: { organisation: string; categories: string[] }[];
  refusals: { organisation: string; categories: string[] }[];
}

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const TALK = { answer: 'yes', how: 'face_to_face', spokeAlone: 'yes', capacity: 'can_decide' };
const sharingOf = async (visitor: Visitor, personId: string): Promise<Sharing> => (await visitor.get(`/api/people/${personId}/sharing`).expect(200)).body as Sharing;
const say = (visitor: Visitor, personId: string, command: object, version: number) =>
  visitor.send('post', `/api/people/${personId}/sharing/conversations`, { ...TALK, ...command }).set('If-Match', `"${version}"`);
const except = (organisationId: string, level: string): object => ({ answer: 'except', exceptions: [{ organisationId, level }] });
const pageOf = async (visitor: Visitor, personId: string, rest = ''): Promise<string> => wordsOf((await visitor.get(`/people/${personId}/sharing${rest}`).expect(200)).text);
const permits = (personId: string) => app.sql<{ organisation_id: string; ends: Date | number; told_on: string | null; authority: string }>(
  `select organisation_id, ends, told_on::text, authority from sharing_decision where person_id = $1 and permit and ends > now() order by starts, id`, [personId]);

describe('What a person agreed', () => {
  it('is, before anybody talked about it, that what helps directly is shared and that they have not been told', async () => {
    const personId = await margery(round, jo);
    expect(await pageOf(jo, personId)).toMatch(/Shared for direct care\. \w+ has not been told yet/);
    expect(wordsOf((await jo.get(`/people/${personId}`).expect(200)).text)).toMatch(/Shared for direct care\. \w+ has not been told yet/);
    expect(await sharingOf(idris, personId)).toMatchObject({ version: 0, asks: false, agreed: null, refusals: [] });
  });

  it('is written down on one page without script, which keeps what was typed; page and JSON say the same to the whole circle', async () => {
    const personId = await margery(round, jo);
    const at = `/people/${personId}/sharing/conversation`;
    const typed = { _version: '0', answer: 'yes', how: 'phone', capacity: 'can_decide', words: 'Anybody who comes to my door', present: 'Tunde' };
    const refused = (await jo.submit(at, typed).expect(422)).text;
    expect(wordsOf(refused)).toContain('Choose whether they spoke alone');
    expect(refused).toContain('Anybody who comes to my door');
    await jo.submit(at, { ...typed, spokeAlone: 'no' }).expect(303);
    for (const reader of [jo, idris, delphine]) {
      const page = await pageOf(reader, personId);
      expect(page).toMatch(/Anybody who comes to my door.*By phone.*Jo Whitcombe, Marlshire County Council.*No: somebody else was there.*Tunde.*Nothing ends by itself/);
      const { agreed, version } = await sharingOf(reader, personId);
      expect({ version, ...agreed }).toMatchObject({ version: 1, answer: 'yes', words: 'Anybody who comes to my door', recordedBy: { name: 'Jo Whitcombe', organisation: 'Marlshire County Council' } });
      expect(agreed?.reviewOn?.slice(0, 4)).toBe(String(Number(agreed?.heldOn.slice(0, 4)) + 1));
    }
    expect((await permits(personId)).map((permit) => [permit.ends, permit.told_on])).toEqual([[Infinity, (await sharingOf(jo, personId)).agreed?.heldOn], [Infinity, expect.any(String)]]);
    expect(wordsOf((await jo.get(`/people/${personId}`)).text)).not.toContain('has not been told yet');
  });

  it('asks what one answer needs besides: support, who decided and when to look again, and exceptions that say who', async () => {
    const personId = await margery(round, jo);
    const pointers = async (command: object): Promise<string[]> => ((await say(jo, personId, command, 0).expect(422)).body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(await pointers({ capacity: 'with_support' })).toEqual(['/support']);
    expect(await pointers({ capacity: 'best_interests' })).toEqual(['/decidedBy', '/lookAgainOn']);
    expect(await pointers({ answer: 'except' })).toEqual(['/answer']);
    expect(await pointers({ ...except(round.trust.id, 'no_health'), answer: 'yes' })).toEqual(['/answer']);
    expect(await pointers(except(round.council.id, 'nothing'))).toEqual(['/exceptions/0/level']);
    expect(await pointers(except('0190aaaa-0000-7000-8000-00000000dead', 'nothing'))).toEqual(['/exceptions/0/organisationId']);
    expect(await sharingOf(jo, personId)).toMatchObject({ version: 0, refusals: [] });
  });

  it('input 41: names the conversation that was read: 428 without, 412 after another, and the page keeps what was typed', async () => {
    const personId = await margery(round, jo);
    await jo.send('post', `/api/people/${personId}/sharing/conversations`, TALK).expect(428);
    await say(idris, personId, {}, 0).expect(201);
    await say(jo, personId, {}, 0).expect(412);
    const page = (await jo.submit(`/people/${personId}/sharing/conversation`, { ...TALK, _version: '0', words: 'Still mine' })).text;
    expect(page).toContain('Still mine');
    expect(wordsOf(page)).toContain('Somebody wrote down a conversation meanwhile');
    expect(await sharingOf(jo, personId)).toMatchObject({ version: 1, agreed: { words: null } });
  });

  it('ends with the day that the person set, in Europe/London, and not on the day on which we ask again; a later word lifts their end', async () => {
    const personId = await margery(round, jo);
    const endsOn = inDays(40);
    await say(jo, personId, { endsOn }, 0).expect(201);
    expect((await permits(personId)).map(({ ends }) => ends)).toEqual([endOfDay(endsOn), endOfDay(endsOn)]);
    expect((await app.sql<{ until: Date }>(`select distinct until from person_access where person_id = $1 and basis = 'care_team'`, [personId])).map(({ until }) => until)).toEqual([endOfDay(endsOn)]);
    await say(jo, personId, {}, 1).expect(201);
    expect((await app.sql<{ n: string }>(`select count(*) as n from person_access where person_id = $1 and basis = 'care_team' and until = 'infinity'`, [personId]))[0]?.n).toBe('2');
    await idris.get(`/people/${personId}`).expect(200);
  });

  it('is read by the person on their own page, without what they said no to, and by no family carer', async () => {
    const personId = await margery(round, jo);
    const [person, carer] = [await (await letIn(app, personId, 'person')).signIn(), await (await letIn(app, personId, 'carer', { categories: ['circle'] })).signIn()];
    expect(wordsOf((await person.get('/me').expect(200)).text)).toContain('Nobody has talked with you about it yet');
    await say(jo, personId, { ...except(round.trust.id, 'no_health'), words: 'The nurses need not know' }, 0).expect(201);
    const own = wordsOf((await person.get('/me').expect(200)).text);
    expect(own).toMatch(/What I agreed.*Yes: people who help me directly.*The nurses need not know/);
    expect(own).not.toMatch(/except|Nothing about health/i);
    expect((await person.get('/api/me/page').expect(200)).body).toMatchObject({ agreed: { answer: 'yes', words: 'The nurses need not know' } });
    expect((await carer.get(`/me?person=${personId}`).expect(200)).text).not.toMatch(/What I agreed|The nurses need not know/);
    expect((await carer.get('/api/me/page').expect(200)).body).toMatchObject({ agreed: null });
    await person.get(`/people/${personId}/sharing`).expect(403);
  });
});

describe('An exception', () => {
  it('takes effect at once, and the refused organisation reads what one reads that was never given it', async () => {
    const [personId, never] = [await margery(round, jo, { given: 'Ada' }), await margery(round, jo, { given: 'Ada' })];
    await app.sql(`update relationship set categories = array_remove(categories, 'health') where person_id = $1 and organisation_id = $2`, [never, round.trust.id]);
    await app.sql('select refresh_person_access($1)', [never]);
    for (const one of [personId, never]) await write(jo, one, { text: 'Insulin', category: 'health' });
    expect((await timelineOf(idris, personId)).texts).toEqual(['Insulin']);
    await say(jo, personId, except(round.trust.id, 'no_health'), 0).expect(201);
    await say(jo, never, {}, 0).expect(201);
    expect((await timelineOf(idris, personId)).texts).toEqual([]);
    const plain = (text: string, one: string): string => wordsOf(text.replaceAll(one, 'X').replace(/name="_csrf" value="[^"]+"/g, '')).replace(/Ada [\w-]+/g, 'Ada').replace(/\d\d:\d\d(:\d\d)?/g, '');
    for (const rest of ['/sharing', '/sharing/conversation', '/sharing/stop', '/circle', '']) {
      for (const reader of [idris, delphine]) {
        const [mine, theirs] = await Promise.all([personId, never].map(async (one) => plain((await reader.get(`/people/${one}${rest}`).expect(200)).text, one)));
        expect(mine).toBe(theirs);
      }
    }
    const shape = ({ agreed, circle, refusals, asks, version }: Sharing): unknown => [agreed?.answer, agreed?.words, circle.map((one) => [one.organisation, one.categories]), refusals, asks, version];
    for (const reader of [idris, delphine]) expect(shape(await sharingOf(reader, personId))).toEqual(shape(await sharingOf(reader, never)));
    expect((await sharingOf(jo, personId)).refusals).toMatchObject([{ organisation: 'Marl Valley Trust', categories: ['health', 'mental_health', 'sexual_health', 'drug_alcohol'] }]);
    expect(await pageOf(jo, personId)).toContain('Marl Valley Trust: nothing about health');
  });

  it('“nothing at all” shuts the door, also when a partner who does not know adds them again, until the person says otherwise', async () => {
    const personId = await margery(round, jo);
    await say(jo, personId, except(round.ageWell.id, 'nothing'), 0).expect(201);
    await delphine.get(`/people/${personId}`).expect(404);
    expect((await delphine.get('/api/caseload')).text).not.toContain(personId);
    await addToCircle(idris, personId, { organisationId: round.ageWell.id, membershipId: round.delphine.membershipId, does: 'Lunch', categories: ['contacts'] });
    await delphine.get(`/people/${personId}`).expect(404);
    await say(jo, personId, {}, 1).expect(201);
    await delphine.get(`/people/${personId}`).expect(200);
  });

  it('is known where it was told and to the key worker’s organisation, whose next conversation ends it; another partner’s does not, and shows no trace of it', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['circle', 'contacts'] });
    const martin = await round.martin.signIn();
    const [before] = [await pageOf(martin, personId, '/conversation')];
    await say(idris, personId, except(round.ageWell.id, 'own_only'), 0).expect(201);
    for (const knower of [idris, jo]) expect((await sharingOf(knower, personId)).refusals.map(({ organisation }) => organisation)).toEqual(['Age Well Brackenbridge']);
    for (const stranger of [martin, delphine]) expect((await sharingOf(stranger, personId)).refusals).toEqual([]);
    expect(await pageOf(martin, personId, '/conversation')).toBe(before);
    await say(martin, personId, {}, 1).expect(201);
    expect((await sharingOf(jo, personId)).refusals).toHaveLength(1);
    await say(jo, personId, {}, 2).expect(201);
    expect((await sharingOf(idris, personId)).refusals).toEqual([]);
  });

  it('can be about an organisation that does not help, found by its name', async () => {
    const personId = await margery(round, jo);
    const at = `/people/${personId}/sharing/conversation`;
    expect((await jo.get(`${at}?search=fernlea`).expect(200)).text).toContain(`${at}?organisation=${round.fernlea.id}`);
    const form = (await jo.get(`${at}?organisation=${round.fernlea.id}`).expect(200)).text;
    const place = /name="(exceptions\[\d\])\[organisationId\]" value="([0-9a-f-]{36})"/g;
    const name = [...form.matchAll(place)].find((match) => match[2] === round.fernlea.id)?.[1] ?? '';
    await jo.submit(at, { ...TALK, _version: '0', answer: 'except', [`${name}[organisationId]`]: round.fernlea.id, [`${name}[level]`]: 'nothing' }).expect(303);
    expect(await pageOf(jo, personId)).toContain('Fernlea Homes: nothing at all');
    expect((await jo.get(at).expect(200)).text).toMatch(/<option value="nothing" selected>/);
  });
});

describe('Where a person wants to be asked each time', () => {
  it('nobody is added before they said yes to this one, as a page or as JSON, and how they said it is kept', async () => {
    const personId = await margery(round, jo);
    await say(jo, personId, { answer: 'ask' }, 0).expect(201);
    const add = { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['identity', 'contacts'] };
    const form = `/people/${personId}/circle/add?organisation=${round.fernlea.id}`;
    expect(wordsOf((await delphine.get(form).expect(200)).text)).toMatch(/Did \w+ say yes to this one\?/);
    const codes = async (command: object): Promise<string[]> => ((await jo.send('post', `/api/people/${personId}/circle`, { ...add, ...command }).expect(422)).body as { errors: { code: string }[] }).errors.map(({ code }) => code);
    expect(await codes({})).toEqual(['agreed.required']);
    expect(await codes({ agreed: 'no', spokeAlone: 'yes' })).toEqual(['agreed.no']);
    expect(await codes({ agreed: 'yes' })).toEqual(['required']);
    const martin = await round.martin.signIn();
    await jo.submit(`/people/${personId}/circle`, add).expect(422);
    await martin.get(`/people/${personId}`).expect(404);
    await jo.submit(`/people/${personId}/circle`, { ...add, agreed: 'yes', spokeAlone: 'no', present: 'Her daughter' }).expect(303);
    await martin.get(`/people/${personId}`).expect(200);
    expect(await app.sql('select authority, present, spoke_alone from sharing_decision where person_id = $1 and organisation_id = $2', [personId, round.fernlea.id])).toEqual([{ authority: 'explicit', present: ['Her daughter'], spoke_alone: false }]);
  });

  it('those who help already go on, and what was refused stays refused', async () => {
    const personId = await margery(round, jo);
    await say(jo, personId, except(round.ageWell.id, 'own_only'), 0).expect(201);
    await say(jo, personId, { answer: 'ask' }, 1).expect(201);
    expect(await sharingOf(jo, personId)).toMatchObject({ asks: true, refusals: [{ organisation: 'Age Well Brackenbridge' }] });
    await idris.get(`/people/${personId}`).expect(200);
  });
});
