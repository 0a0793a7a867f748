import type { WouldSee } from '@app/overviews';
import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

interface Answer { helpers: { id: string; kind: string; name: string | null }[]; seen: WouldSee | null }
const ask = async (visitor: Visitor, personId: string, helper?: string): Promise<Answer> =>
  (await visitor.get(`/api/people/${personId}/would-see${helper ? `?helper=${helper}` : ''}`).expect(200)).body as Answer;
const notesOf = ({ seen }: Answer): [string, boolean][] => (seen?.items ?? []).filter(({ kind }) => kind === 'note').map(({ text, sees }) => [text, sees]);
const pageOf = async (visitor: Visitor, personId: string, helper: string): Promise<string> => wordsOf((await visitor.get(`/people/${personId}/would-see?helper=${helper}`).expect(200)).text);

describe('What somebody else would see', () => {
  it('is, of what the key worker sees, what the charity’s worker does; what the charity keeps inside is not shown to the council', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'For all of us' });
    await write(jo, personId, { text: 'Among ourselves', audience: 'internal' });
    await write(jo, personId, { text: 'About her insulin', category: 'health' });
    await write(delphine, personId, { text: 'Only in the charity', audience: 'internal' });
    await write(delphine, personId, { text: 'To the council', audience: 'named', namedOrganisationIds: [round.council.id] });
    const answer = await ask(jo, personId, round.delphine.membershipId);
    expect(Object.fromEntries(notesOf(answer))).toEqual({ 'For all of us': true, 'Among ourselves': false, 'About her insulin': false, 'To the council': true });
    // What is shown is on both timelines, and what is kept back only on the reader's own.
    const [hers, mine] = [(await timelineOf(delphine, personId)).texts, (await timelineOf(jo, personId)).texts];
    expect(notesOf(answer).filter(([, sees]) => sees).map(([text]) => text).sort()).toEqual(mine.filter((text) => hers.includes(text)).sort());
    expect(hers).toContain('Only in the charity');
    expect(answer.seen?.opens).toBe(true);
    expect([...(answer.seen?.categories ?? [])].sort()).toEqual(['about_me', 'circle', 'contacts', 'identity']);
    const page = await pageOf(jo, personId, round.delphine.membershipId);
    for (const item of answer.seen?.items ?? []) expect(page).toContain(item.text);
    expect(page).toMatch(/Delphine Carter, Age Well Brackenbridge .*They can open the record\. Open to them: name and date of birth, about me, who helps, visits and calls\..*Among ourselves .{1,60} No/);
    expect(page).not.toContain('Only in the charity');
  });

  it('can be asked about a team, an organisation, the person and a family carer', async () => {
    const personId = await margery(round, jo);
    const person = await letIn(app, personId, 'person');
    const carer = await letIn(app, personId, 'carer', { categories: ['contacts'] });
    await write(jo, personId, { text: 'For her too', visibleToPerson: true });
    await write(jo, personId, { text: 'For the circle' });
    await write(jo, personId, { text: 'Blood sugar', category: 'health', visibleToPerson: true });
    const seenBy = async (helper: string): Promise<string[]> => notesOf(await ask(jo, personId, helper)).filter(([, sees]) => sees).map(([text]) => text).sort();
    expect(await seenBy(round.nursing)).toEqual(['Blood sugar', 'For her too', 'For the circle']);
    expect(await seenBy(round.council.id)).toEqual(['Blood sugar', 'For her too', 'For the circle']);
    expect(await seenBy(person.userId)).toEqual(['Blood sugar', 'For her too']);
    expect(await seenBy(carer.userId)).toEqual(['For her too']);
    const own = (await (await person.signIn()).get(`/api/people/${personId}/timeline`).expect(200)).body as { items: { type: string; text: string }[] };
    expect(own.items.filter(({ type }) => type === 'note').map(({ text }) => text).sort()).toEqual(await seenBy(person.userId));
    expect((await ask(jo, personId)).helpers.map(({ kind }) => kind)).toEqual(['person', 'carer', 'worker', 'team', 'organisation']);
    expect(await pageOf(jo, personId, person.userId)).toContain('Margery, on their own page');
    expect(await pageOf(jo, personId, carer.userId)).toContain('A family carer, on their own page');
  });

  it('names a family carer only to who knows them as a relative', async () => {
    const personId = await margery(round, jo);
    const chidi = await letIn(app, personId, 'carer', { name: 'Chidi Oduya' });
    const carerOf = async (visitor: Visitor): Promise<string | null | undefined> => (await ask(visitor, personId)).helpers.find(({ kind }) => kind === 'carer')?.name;
    expect([await carerOf(jo), await carerOf(idris)]).toEqual([null, null]);
    await app.sql(
      `insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, user_id)
       values ($1, $2, $3, 'circle', 'internal', false, $4, 'system', 'Chidi Oduya', 'son', $5)`, [personId, newId(), round.council.id, round.jo.userId, chidi.userId]);
    expect([await carerOf(jo), await carerOf(idris)]).toEqual(['Chidi Oduya', null]);
  });

  it('asks about a discreet helper only for who may know of them: for others they are nobody, as who does not exist', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] });
    await write(jo, personId, { text: 'For the circle' });
    expect(notesOf(await ask(jo, personId, round.anita.membershipId))).toEqual([['For the circle', true]]);
    expect((await ask(idris, personId)).helpers.map(({ name }) => name)).not.toContain('Anita Bose');
    for (const at of [`/api/people/${personId}/would-see`, `/people/${personId}/would-see`]) {
      const [hidden, missing] = [await idris.get(`${at}?helper=${round.anita.membershipId}`), await idris.get(`${at}?helper=${newId()}`)];
      expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    }
    expect((await idris.get(`/people/${personId}/would-see`).expect(200)).text).not.toContain('Haven Row');
  });

  it('I29: does not tell who is kept out to who may not know of it, and tells it to who may', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'For the circle' });
    const before = (await ask(idris, personId, round.delphine.membershipId)).seen;
    await app.sql(
      `insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', array[$4::uuid], 'system', $4)`, [personId, newId(), round.delphine.userId, round.jo.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    expect((await ask(idris, personId, round.delphine.membershipId)).seen).toEqual(before);
    const known = (await ask(jo, personId, round.delphine.membershipId)).seen;
    expect([known?.opens, known?.categories, known?.items.filter(({ sees }) => sees)]).toEqual([false, [], []]);
    expect(await pageOf(jo, personId, round.delphine.membershipId)).toContain('They cannot open the record now');
  });

  it('I11: is written down with whose side it was, and changes nothing; who looked says it in words', async () => {
    const personId = await margery(round, jo);
    const rows = (): Promise<{ n: string }[]> => app.sql('select (select count(*) from state_transition where person_id = $1) + (select count(*) from relationship where person_id = $1) as n', [personId]);
    const before = await rows();
    await ask(jo, personId, round.delphine.membershipId);
    expect(await rows()).toEqual(before);
    const [event] = await app.sql<{ detail: unknown; user_id: string }>(`select detail, user_id from audit_event where person_id = $1 and subject = 'WouldSee'`, [personId]);
    expect(event).toEqual({ detail: { helper: round.delphine.membershipId }, user_id: round.jo.userId });
    expect(wordsOf((await (await round.fran.signIn()).get(`/people/${personId}/access-log`).expect(200)).text)).toContain('Opened what somebody else would see');
  });

  it('is not asked by whose help has ended', async () => {
    const personId = await margery(round, jo);
    const member = await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['contacts'] });
    const martin = await round.martin.signIn();
    expect((await ask(martin, personId)).helpers.length).toBeGreaterThan(2);
    await jo.send('post', `/api/people/${personId}/circle/${member.id}/end`, { reason: 'Repairs are done' }).set('If-Match', `"${member.version}"`).expect(204);
    await martin.get(`/people/${personId}/would-see`).expect(403);
    await martin.get(`/api/people/${personId}/would-see?helper=${round.jo.membershipId}`).expect(403);
  });
});
