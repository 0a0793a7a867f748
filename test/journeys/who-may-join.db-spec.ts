import { type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
let martin: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
  martin = await round.martin.signIn();
});
afterAll(() => app?.close());

interface Joining { id: string; organisation: string; worker: string | null; does: string; categories: string[]; askedBy: string }
const repairs = () => ({ organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Mends the step', doesNotDo: 'The rent', categories: ['contacts', 'housing'] });

/** Somebody who wants to be asked each time, with a page of their own. */
async function whoIsAsked(): Promise<{ personId: string; person: Visitor }> {
  const personId = await margery(round, jo);
  await jo.send('post', `/api/people/${personId}/sharing/conversations`, { answer: 'ask', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' }).set('If-Match', '"0"').expect(201);
  return { personId, person: await (await letIn(app, personId, 'person')).signIn() };
}
const ask = async (personId: string, more: Record<string, unknown> = {}): Promise<Joining> =>
  (await jo.send('post', `/api/people/${personId}/circle/questions`, { ...repairs(), ...more }).expect(201)).body as Joining;
const joiningOf = async (visitor: Visitor, address: string): Promise<Joining[]> => ((await visitor.get(address).expect(200)).body as { joining: Joining[] }).joining;
const noticesOf = async (visitor: Visitor): Promise<string> => (await visitor.get('/api/notices').expect(200)).text;

describe('A person who wants to be asked each time', () => {
  it('reads on their own page who would like to join, what they would do and see, and who asks; the same in JSON', async () => {
    const { personId, person } = await whoIsAsked();
    const question = await ask(personId);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/Who would like to join.*see nothing until you say yes.*Martin Quill, Fernlea Homes.*Mends the step/);
    expect(await joiningOf(person, '/api/me/page')).toEqual([question]);
    expect(question).toMatchObject({ organisation: 'Fernlea Homes', worker: 'Martin Quill', categories: ['identity', 'contacts', 'housing'], askedBy: 'Jo Whitcombe' });
    const words = wordsOf((await person.get(`/me/${personId}/joining/${question.id}`).expect(200)).text);
    expect(words).toMatch(/May Martin Quill, Fernlea Homes join your team\?.*Would not do.*The rent.*Would see.*name and date of birth, visits and calls, home.*Asked by.*Jo Whitcombe, Marlshire County Council/);
    await martin.get(`/people/${personId}`).expect(404);
  });

  it('lets somebody in with a yes: they join the circle as asked, it is shown whether the person was alone, and whoever asked is told', async () => {
    const { personId, person } = await whoIsAsked();
    const { id } = await ask(personId);
    const said = { agreed: 'yes', spokeAlone: 'no', present: 'My sister' };
    const { headers } = await person.submit(`/me/${personId}/joining/${id}`, said).expect(303);
    expect(headers['location']).toBe(`/me?person=${personId}`);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/My team.*Martin Quill.*Mends the step/);
    expect(await joiningOf(person, '/api/me/page')).toEqual([]);
    await martin.get(`/people/${personId}`).expect(200);
    expect(await app.sql('select authority, present, spoke_alone, categories from sharing_decision where person_id = $1 and organisation_id = $2', [personId, round.fernlea.id]))
      .toEqual([{ authority: 'explicit', present: ['My sister'], spoke_alone: false, categories: expect.arrayContaining(['identity', 'contacts', 'housing']) }]);
    await workThrough(app);
    expect(await noticesOf(jo)).toContain('joining.agreed');
    expect(await noticesOf(martin)).toContain('care-team.joined');
    await person.send('post', `/api/me/${personId}/joining/${id}`, said).expect(409);
  });

  it('says no: nobody is added, whoever asked is told, and whoever was asked about learns nothing', async () => {
    const { personId, person } = await whoIsAsked();
    const { id } = await ask(personId);
    expect((await person.send('post', `/api/me/${personId}/joining/${id}`, { agreed: 'no', spokeAlone: 'yes' }).expect(200)).body).toEqual({ state: 'refused' });
    await martin.get(`/people/${personId}`).expect(404);
    await workThrough(app);
    expect(await noticesOf(jo)).toContain(personId);
    expect(await noticesOf(martin)).not.toContain(personId);
    expect(await joiningOf(jo, `/api/people/${personId}/circle`)).toEqual([]);
  });

  it('is told what is missing, and what was typed stays', async () => {
    const { personId, person } = await whoIsAsked();
    const { id } = await ask(personId);
    const { text } = await person.submit(`/me/${personId}/joining/${id}`, { present: 'My <sister>' }).expect(422);
    expect(wordsOf(text)).toMatch(/There is a problem.*Choose yes or no.*Choose whether nobody else was there/);
    expect(text).toContain('value="My &lt;sister&gt;"');
    expect(codes((await person.send('post', `/api/me/${personId}/joining/${id}`, { agreed: 'perhaps', spokeAlone: 'yes' }).expect(422)).body)).toEqual(['/agreed choice']);
  });

  it('answers by telephone or on paper too: whoever asked writes down what they said, and may take the question back', async () => {
    const { personId, person } = await whoIsAsked();
    const { id } = await ask(personId);
    expect(wordsOf((await jo.get(`/people/${personId}/circle`).expect(200)).text)).toMatch(/Waiting for a yes.*Martin Quill.*Write down the answer/);
    expect(wordsOf((await jo.get(`/people/${personId}/circle/questions/${id}`).expect(200)).text)).toMatch(/What did Margery say about Martin Quill.*Did they speak alone/);
    await jo.submit(`/people/${personId}/circle/questions/${id}/answer`, { agreed: 'yes', spokeAlone: 'yes' }).expect(303);
    await martin.get(`/people/${personId}`).expect(200);
    const other = await ask(personId, { does: 'Looks again' });
    await jo.submit(`/people/${personId}/circle/questions/${other.id}/withdrawal`, {}).expect(303);
    await person.get(`/me/${personId}/joining/${other.id}`).expect(404);
    await person.send('post', `/api/me/${personId}/joining/${other.id}`, { agreed: 'yes', spokeAlone: 'yes' }).expect(409);
  });

  it('is asked from the form that adds somebody, which keeps what was typed when it is wrong', async () => {
    const { personId, person } = await whoIsAsked();
    expect((await jo.get(`/people/${personId}/circle/add?organisation=${round.fernlea.id}`).expect(200)).text).toContain(`formaction="/people/${personId}/circle/questions"`);
    expect(wordsOf((await jo.submit(`/people/${personId}/circle/questions`, { ...repairs(), does: '' }).expect(422)).text)).toContain('Enter what they do');
    await jo.submit(`/people/${personId}/circle/questions`, repairs()).expect(303);
    expect(await joiningOf(person, '/api/me/page')).toHaveLength(1);
  });
});

describe('What is not asked on a page', () => {
  it('a service whose help is itself a secret: somebody may read over a shoulder', async () => {
    const { personId, person } = await whoIsAsked();
    const refused = await jo.send('post', `/api/people/${personId}/circle/questions`, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] }).expect(422);
    expect(codes(refused.body)).toEqual(['/organisationId organisation.discreet']);
    expect((await jo.get(`/people/${personId}/circle/add?organisation=${round.havenRow.id}`).expect(200)).text).not.toContain('formaction');
    expect((await person.get('/me').expect(200)).text).not.toContain('Haven Row');
  });

  it('more than whoever asks has, and oneself; nor does a discreet helper ask, because the person reads who does', async () => {
    const { personId } = await whoIsAsked();
    const delphine = await round.delphine.signIn();
    expect(codes((await delphine.send('post', `/api/people/${personId}/circle/questions`, { ...repairs(), categories: ['health'] }).expect(422)).body)).toEqual(['/categories category.notYours']);
    expect(codes((await jo.send('post', `/api/people/${personId}/circle/questions`, { organisationId: round.council.id, does: 'x', categories: ['contacts'] }).expect(422)).body)).toEqual(['/organisationId organisation.own']);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts', 'housing'], agreed: 'yes', spokeAlone: 'yes' });
    await (await round.anita.signIn()).send('post', `/api/people/${personId}/circle/questions`, repairs()).expect(403);
  });
});

describe('A question', () => {
  it('is read by whoever asked and by the person: not by the rest of the circle, nor by a family carer, who answers nothing in their place', async () => {
    const { personId } = await whoIsAsked();
    const { id } = await ask(personId);
    const carer = await (await letIn(app, personId, 'carer', { categories: ['circle', 'contacts'] })).signIn();
    expect(await joiningOf(idris, `/api/people/${personId}/circle`)).toEqual([]);
    expect(await joiningOf(carer, '/api/me/page')).toEqual([]);
    expect((await carer.get('/me').expect(200)).text).not.toContain('Fernlea');
    await carer.get(`/me/${personId}/joining/${id}`).expect(404);
    await carer.send('post', `/api/me/${personId}/joining/${id}`, { agreed: 'yes', spokeAlone: 'yes' }).expect(404);
    await idris.send('post', `/api/people/${personId}/circle/questions/${id}/answer`, { agreed: 'yes', spokeAlone: 'yes' }).expect(404);
    await martin.get(`/people/${personId}`).expect(404);
  });

  it('brings nobody in who is kept from the person by the time of the yes', async () => {
    const { personId, person } = await whoIsAsked();
    const { id } = await ask(personId);
    await app.sql(
      `insert into exclusion (person_id, id, user_id, kind, source, created_by) select $1, gen_random_uuid(), user_id, 'alleged_source_of_harm', 'system', $3 from membership where id = $2`,
      [personId, round.martin.membershipId, round.jo.userId],
    );
    expect((await person.send('post', `/api/me/${personId}/joining/${id}`, { agreed: 'yes', spokeAlone: 'yes' }).expect(200)).body).toEqual({ state: 'lapsed' });
    expect(wordsOf((await person.get('/me').expect(200)).text)).not.toContain('Martin Quill');
    await martin.get(`/people/${personId}`).expect(404);
  });

  it('gives nothing that whoever asked has no longer when the yes comes', async () => {
    const { personId, person } = await whoIsAsked();
    const question = (await idris.send('post', `/api/people/${personId}/circle/questions`, { ...repairs(), categories: ['contacts', 'health'] }).expect(201)).body as Joining;
    await jo.send('post', `/api/people/${personId}/sharing/stop`, { how: 'phone', spokeAlone: 'yes' }).set('If-Match', '"1"').expect(204);
    expect((await person.send('post', `/api/me/${personId}/joining/${question.id}`, { agreed: 'yes', spokeAlone: 'yes' }).expect(200)).body).toEqual({ state: 'lapsed' });
    await martin.get(`/people/${personId}`).expect(404);
  });
});
