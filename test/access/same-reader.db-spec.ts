import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { fileFrom, wordsIn } from '../support/pdf';
import { aService } from '../support/services';
import { register, wordsOf } from '../journeys/people';
import { inDays, planOf, publish, smallest } from '../journeys/plans';
import { addToCircle, aRound, letIn, margery, type Round } from '../journeys/round';

let app: TestApp;
let round: Round;
let readers: Record<'jo' | 'idris' | 'delphine' | 'anita' | 'the person' | 'her carer', Visitor>;
let personId: string;
type Reader = keyof typeof readers;

const STAFF: readonly Reader[] = ['jo', 'idris', 'delphine'];
const OWN: readonly Reader[] = ['the person', 'her carer'];

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  const jo = await round.jo.signIn();
  personId = await margery(round, jo);
  const [person, carer] = [await letIn(app, personId, 'person'), await letIn(app, personId, 'carer', { categories: ['plan'] })];
  readers = {
    jo, idris: await round.idris.signIn(), delphine: await round.delphine.signIn(), anita: await round.anita.signIn(), 'the person': await person.signIn(), 'her carer': await carer.signIn(),
  };
});
afterAll(() => app?.close());

/** Every text below this. */
function textsIn(of: unknown, fields: readonly string[]): string[] {
  if (Array.isArray(of)) return of.flatMap((one) => textsIn(one, fields));
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([field, value]) => (typeof value === 'string' ? (fields.includes(field) ? [value] : []) : textsIn(value, fields)));
}

describe('At every exit of a plan the same reader sees the same', () => {
  const LINE = ['text', 'contact', 'why', 'unmetBecause', 'noActionBecause', 'what', 'daysTimes', 'stateReason', 'noContingencyBecause', 'support', 'present', 'comment'];
  /** Whatever a line can say, in lines for everybody, for some and for none but ours. */
  const everything = (): Record<string, unknown> => ({
    ...smallest(), strengths: 'She keeps score of everything.', home: 'The back step is broken.', ifItGoesWrongContact: 'Community matron at the health centre',
    needs: [
      { text: 'A dry bedroom', domain: 'home', state: 'unmet', unmetBecause: 'The grant is not decided' }, { text: 'Debts that only we know of', audience: 'internal' },
      { text: 'Lunch in company', audience: 'named', namedOrganisationIds: [round.ageWell.id] }, { text: 'Help that she does not want', forPerson: 'no' }, { text: 'Rent in arrears', category: 'housing' },
    ],
    goals: [
      { text: 'Sing at Easter', why: 'It is why she gets up', targetOn: inDays(60), actions: [{ what: 'Practise on the stool', doer: 'person', dueOn: inDays(10), daysTimes: 'After breakfast' }, { what: 'Ask the landlord', doer: 'person', audience: 'internal' }] },
      { text: 'Go to the sea', state: 'on_hold', noActionBecause: 'She waits for the summer' }, { text: 'Move nearer to Tunde', audience: 'internal', actions: [{ what: 'Look at flats', doer: 'person', audience: 'internal' }] },
    ],
    personView: 'agrees_with_reservations', viewAsked: 'with_support', viewSupport: 'a friend who signs', viewAlone: 'no', viewPresent: 'Tunde Plumtree', personComment: 'Not the day centre, tried it',
  });

  let all: string[];
  let version: string;

  beforeAll(async () => {
    const { plan, goals } = await publish(readers.jo, personId, everything());
    version = plan?.id ?? '';
    const step = goals[0]?.actions[0];
    await readers.jo.send('post', `/api/people/${personId}/care-plan/actions/${step?.id}/progress`, { to: 'blocked', reason: 'The stool is at the workshop' }).set('If-Match', `"${step?.version}"`).expect(201);
    all = [...new Set(textsIn(await planOf(readers.jo, personId), LINE))].sort();
  });

  /** What this reader finds in these words of all that anybody may find. */
  const shown = (words: string): string[] => all.filter((text) => words.includes(text));
  const given = async (reader: Reader): Promise<string[]> => [...new Set(textsIn(await planOf(readers[reader], personId), LINE))].sort();

  it.each(STAFF)('%s: on the page, by its version, on paper, as PDF and as JSON', async (reader) => {
    const [visitor, expected] = [readers[reader], await given(reader)];
    const versions = await visitor.get(`/api/people/${personId}/care-plan/versions/${version}`);
    const has = versions.status === 200;
    if (has) expect([...new Set(textsIn(versions.body, LINE))].sort()).toEqual(expected);
    for (const path of ['', '/print', ...(has ? [`/versions/${version}`] : [])]) expect([path, shown(wordsOf((await visitor.get(`/people/${personId}/plan${path}`).expect(200)).text))]).toEqual([path, expected]);
    for (const path of ['/pdf', '/pdf?size=large', ...(has ? [`/versions/${version}/pdf`] : [])]) expect([path, shown(await wordsIn((await fileFrom(visitor.get(`/people/${personId}/plan${path}`)).expect(200)).body as Buffer))]).toEqual([path, expected]);
  });

  it.each(OWN)('%s: on their own page, as PDF and as JSON', async (reader) => {
    const expected = await given(reader);
    expect(shown(wordsOf((await readers[reader].get('/me').expect(200)).text))).toEqual(expected);
    expect(shown(await wordsIn((await fileFrom(readers[reader].get(`/me/${personId}/plan/pdf`)).expect(200)).body as Buffer))).toEqual(expected);
    expect([...new Set(textsIn(((await readers[reader].get('/api/me/page').expect(200)).body as { plan: unknown }).plan, LINE))].sort()).toEqual(expected);
  });

  it('why no plan is needed for what may go wrong is said at each of them', async () => {
    const another = await margery(round, readers.jo);
    await publish(readers.jo, another, { ...smallest(), ifItGoesWrong: null, noContingencyBecause: 'She lives with two nurses' });
    const at = `/people/${another}/plan`;
    for (const path of [at, `${at}/print`]) expect(wordsOf((await readers.jo.get(path).expect(200)).text)).toContain('She lives with two nurses');
    expect(await wordsIn((await fileFrom(readers.jo.get(`${at}/pdf`)).expect(200)).body as Buffer)).toContain('She lives with two nurses');
  });

  describe('of a draft about which others are asked', () => {
    const proposalOf = async (reader: Reader): Promise<{ status: number; texts: string[] }> => {
      const { status, body } = await readers[reader].get(`/api/people/${personId}/care-plan/proposal`);
      return { status, texts: status === 200 ? [...new Set(textsIn((body as { draft: unknown }).draft, LINE))].sort() : [] };
    };
    beforeAll(async () => {
      const begun = (await readers.jo.send('post', `/api/people/${personId}/care-plan/drafts`, {}).expect(201)).body as { plan: { id: string; version: number } };
      await readers.jo.send('post', `/api/people/${personId}/care-plan/drafts/${begun.plan.id}/opening`).set('If-Match', `"${begun.plan.version}"`).expect(200);
    });

    it('whoever reads the plan reads the same lines of a draft that says the same, on its page and as JSON, and whoever does not finds none', async () => {
      const asLine = (texts: readonly string[]): string[] => texts.filter((text) => !['a friend who signs', 'Tunde Plumtree', 'Not the day centre, tried it', 'The stool is at the workshop'].includes(text));
      for (const reader of [...STAFF, ...OWN]) {
        const { status, texts } = await proposalOf(reader);
        const plan = await readers[reader].get(`/api/people/${personId}/care-plan`);
        const knows = (plan.body as { plan: unknown }).plan !== null;
        expect([reader, status]).toEqual([reader, knows ? 200 : 404]);
        if (!knows) continue;
        expect([reader, asLine(texts)]).toEqual([reader, asLine(await given(reader))]);
        const page = (STAFF as readonly string[]).includes(reader) ? `/people/${personId}/plan/proposal` : `/me/${personId}/draft`;
        expect([reader, asLine(shown(wordsOf((await readers[reader].get(page).expect(200)).text)))]).toEqual([reader, asLine(texts)]);
      }
    });
  });

  it('and each reader something else', async () => {
    const each = await Promise.all([...STAFF, ...OWN].map(given));
    expect(new Set(each.map((texts) => texts.join())).size).toBe(each.length);
    expect(each[0]).toEqual(all);
  });
});

describe('At every exit of a referral the same reader sees the same', () => {
  const SAID = ['needText', 'whyNow', 'text', 'question', 'answer', 'words', 'outcomeWords', 'redirectService'];
  const ASKED = { needDomain: 'people_loneliness', needText: 'Company at midday', whyNow: 'Eats alone since the spring', agreedHow: 'in_person', facts: ['age', 'phone'], opens: ['about_me'] };
  const READERS = ['jo', 'idris', 'delphine', 'anita'] as const;

  let of: string;
  let id: string;
  /** whatever anybody has read of it */
  let said: Set<string>;

  beforeEach(async () => {
    of = await register(readers.jo, { phone: '01632 960123' });
    await addToCircle(readers.jo, of, { organisationId: round.trust.id, teamId: round.nursing, does: 'Dresses the leg', categories: ['contacts'] });
    const serviceId = await aService(app, round.ageWell, { intake: [round.delphine.membershipId] });
    id = ((await readers.jo.send('post', `/api/people/${of}/referrals`, { ...ASKED, serviceId }).expect(201)).body as { id: string }).id;
    said = new Set();
  });

  const idsOn = (html: string): string[] => [...html.matchAll(/id="referral-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
  async function act(reader: Reader, what: string, body: object = {}): Promise<void> {
    const { version } = (await readers[reader].get(`/api/referrals/${id}`).expect(200)).body as { version: number };
    await readers[reader].send('post', `/api/referrals/${id}/${what}`, body).set('If-Match', `"${version}"`).expect(200);
  }

  /** Its page and its JSON say the same to each reader, and so do the lists in which it may stand. Returns who may read it. */
  async function readByEverybody(): Promise<Reader[]> {
    const seeing: Reader[] = [];
    for (const reader of READERS) {
      for (const list of ['/referrals', '/referrals?queue=sent', `/people/${of}/referrals`]) {
        const [page, json] = [await readers[reader].get(list), await readers[reader].get(`/api${list}`)];
        expect([reader, list, page.status, idsOn(page.text)]).toEqual([reader, list, json.status, ((json.body as { items?: { id: string }[] }).items ?? []).map((one) => one.id)]);
      }
      const [page, json] = [await readers[reader].get(`/referrals/${id}`), await readers[reader].get(`/api/referrals/${id}`)];
      expect([reader, page.status]).toEqual([reader, json.status]);
      const texts = textsIn(json.body, SAID);
      for (const text of texts) said.add(text);
      expect([reader, [...said].filter((text) => wordsOf(page.text).includes(text)).sort()]).toEqual([reader, json.status === 200 ? [...new Set(texts)].sort() : []]);
      if (json.status === 200) seeing.push(reader);
    }
    return seeing;
  }

  it('asked about, accepted and completed', async () => {
    expect(await readByEverybody()).toEqual(['jo', 'idris', 'delphine']);
    await act('delphine', 'information-request', { question: 'On which floor?' });
    await readByEverybody();
    await act('jo', 'information', { answer: 'On the second, with a lift' });
    await readByEverybody();
    await act('delphine', 'acceptance', { promiseDate: inDays(9) });
    await readByEverybody();
    await act('delphine', 'start');
    await act('delphine', 'completion', { outcome: 'achieved', outcomeWords: 'I eat again' });
    expect(await readByEverybody()).toEqual(['jo', 'idris', 'delphine']);
    expect([...said]).toEqual(expect.arrayContaining(['Company at midday', '01632 960123', 'On which floor?', 'I eat again']));
  });

  it('declined, with words and with somebody else who might help; and withdrawn', async () => {
    const redirectServiceId = await aService(app, round.ageWell, { name: 'Supper at a neighbour’s' });
    await readByEverybody();
    await act('delphine', 'decline', { reason: 'no_capacity', words: 'Full until the summer', redirectServiceId });
    expect(await readByEverybody()).toEqual(['jo', 'idris', 'delphine']);
    await act('jo', 'settlement');
    await readByEverybody();
    expect([...said]).toEqual(expect.arrayContaining(['Full until the summer', 'Supper at a neighbour’s']));
  });
});

describe('At every exit of what family carers said for a review the same reader sees the same', () => {
  const WORDS = ['The stairs are too much', 'She sings at night', 'I fear the winter', 'I am proud of her'];
  let of: string;
  let review: string;
  let her: Visitor;

  beforeAll(async () => {
    of = await margery(round, readers.jo);
    her = await (await letIn(app, of, 'person')).signIn();
    const [council, carer] = [round.council.id, newId()];
    await app.sql(`insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, main_carer, emergency_contact, lives_with)
      values ($1, $2, $3, 'circle', 'circle', true, $4, 'ui', 'Ayo Oduya', 'daughter', true, false, false)`, [of, carer, council, round.jo.userId]);
    const item = (await publish(readers.jo, of, smallest())).goals[0]?.id;
    const { id, version } = (await readers.jo.send('post', `/api/people/${of}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(7)}T10:00` }).expect(201)).body as { id: string; version: number };
    review = id;
    const asked = (await readers.jo.send('post', `/api/people/${of}/reviews/${id}/invitations`, { fullPart: 'yes', send: true }).set('If-Match', `"${version}"`).expect(200)).body as { version: number };
    const more = [{}, { item }, { readers: 'chair' }, { person: 'yes' }];
    for (const [n, text] of WORDS.entries()) await readers.jo.send('post', `/api/people/${of}/reviews/${id}/said-by-carer`, { carer, how: 'phone', readers: 'everybody', person: 'no', text, ...more[n] }).expect(201);
    await readers.jo.send('post', `/api/people/${of}/reviews/${id}/session`).set('If-Match', `"${asked.version}"`).expect(200);
  });

  const EXPECTED = { jo: [0, 1, 2, 3], idris: [0, 1, 3], delphine: [0, 3] } as const;
  const shown = (words: string): string[] => WORDS.filter((text) => words.replace(/\s+/g, ' ').includes(text));

  it.each(['jo', 'idris', 'delphine'] as const)('%s: on its page, in what is read before it on the page, on paper and as JSON, in a copy, and as JSON; and the points that came of it', async (reader) => {
    const [visitor, expected] = [readers[reader], EXPECTED[reader].map((n) => WORDS[n])];
    for (const path of ['', '/pre-read', '/copy', '/copy.txt']) expect([path, shown(wordsOf((await visitor.get(`/people/${of}/reviews/${review}${path}`).expect(200)).text))]).toEqual([path, expected]);
    for (const path of ['/answers', '/pre-read']) expect([path, shown(JSON.stringify((await visitor.get(`/api/people/${of}/reviews/${review}${path}`).expect(200)).body))]).toEqual([path, expected]);
    expect(shown(await wordsIn((await fileFrom(visitor.get(`/people/${of}/reviews/${review}/pre-read/pdf`)).expect(200)).body as Buffer))).toEqual(expected);
    expect(shown(JSON.stringify((await visitor.get(`/api/people/${of}/reviews/${review}/points`).expect(200)).body))).toEqual(expected.filter((text) => text !== WORDS[1]));
  });

  it('the person: on their own page and as JSON what they may read, and nothing else anywhere', async () => {
    for (const path of [`/me/${of}/reviews/${review}`, `/api/me/${of}/reviews/${review}`]) expect([path, shown((await her.get(path).expect(200)).text)]).toEqual([path, [WORDS[3]]]);
    for (const path of [`/me?person=${of}`, `/api/people/${of}`, `/api/people/${of}/timeline`, `/api/people/${of}/reviews/${review}/answers`]) expect([path, shown((await her.get(path)).text)]).toEqual([path, []]);
  });
});
