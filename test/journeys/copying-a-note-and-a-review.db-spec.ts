import { wordsOf } from './people';
import { inDays } from './plans';
import { margery, startRound, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

type Visitor = typeof jo;
const takenAway = (requestId: string | undefined, personId: string, subject: string) => app.sql(`select 1 from audit_event where request_id = $1 and person_id = $2 and action = 'export' and subject = $3`, [requestId, personId, subject]);
const file = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path).expect(200);
  expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual(['text/plain; charset=utf-8', expect.stringMatching(/^attachment; filename="[a-z-]+-[\d-]+\.txt"$/)]);
  return answer;
};

describe('A copy of a contact note for one’s own record', () => {
  it('is the note with its corrections as plain text, stamped, in a box and as a file, and in the audit as taken away', async () => {
    const personId = await margery(round, jo);
    const { id, version } = await write(jo, personId, { text: 'She walked to the gate.\nAnd back.', nextStep: 'Ask about Thursdays' });
    await jo.send('post', `/api/people/${personId}/contact-notes/${id}/corrections`, { text: 'To the lamp post.' }).set('If-Match', `"${version}"`).expect(201);
    const at = `/people/${personId}/contact-notes/${id}/copy`;
    expect((await idris.get(`/people/${personId}/timeline`).expect(200)).text).toContain(`href="${at}"`);
    for (const path of [at, `${at}.txt`]) expect(await takenAway((await idris.get(path).expect(200)).headers['x-request-id'], personId, 'ContactNote')).toHaveLength(1);
    const { text } = await file(idris, `${at}.txt`);
    expect(text).toMatch(/^CONTACT NOTE ABOUT MARGERY [^]*\nShe walked to the gate\.\nAnd back\.\nNext step: Ask about Thursdays\nWritten by Jo Whitcombe, Marlshire County Council\.\n\nCorrected on [^]*\nTo the lamp post\.\n\nCopied on \d+ \w+ \d{4} by Idris Vaughan, Marl Valley Trust\.\n$/);
    expect(wordsOf((await idris.get(at).expect(200)).text)).toMatch(/The note as plain text.*She walked to the gate\..*Copied on/);
  });

  it('is taken by nobody who does not read the note, and of nothing that is for people who are named alone', async () => {
    const personId = await margery(round, jo);
    const { id } = await write(jo, personId, { audience: 'internal' });
    for (const visitor of [idris, await round.martin.signIn()]) for (const path of ['copy', 'copy.txt']) await visitor.get(`/people/${personId}/contact-notes/${id}/${path}`).expect(404);
    const { id: sealed } = await write(jo, personId, {});
    await app.sql(`update contact_note set sealed_to = array[$2::uuid] where id = $1`, [sealed, round.jo.userId]);
    const refused = await jo.get(`/people/${personId}/contact-notes/${sealed}/copy`).expect(409);
    expect(wordsOf(refused.text)).toContain('for the people named in it alone');
    await idris.get(`/people/${personId}/contact-notes/${sealed}/copy`).expect(404);
  });
});

describe('A copy of a review for one’s own record', () => {
  async function reviewed(): Promise<{ personId: string; at: string; json: string; id: string }> {
    const personId = await margery(round, jo);
    const made = (await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(7)}T10:00` })).body as { id: string; version: number };
    expect(made).toMatchObject({ id: expect.any(String) as unknown });
    return { personId, id: made.id, at: `/people/${personId}/reviews/${made.id}`, json: `/api/people/${personId}/reviews/${made.id}` };
  }

  it('is what one sees of it, stamped, and in the audit as taken away', async () => {
    const { personId, at } = await reviewed();
    expect((await jo.get(at).expect(200)).text).toContain(`href="${at}/copy"`);
    const { text, headers } = await file(jo, `${at}/copy.txt`);
    expect(text).toMatch(/^REVIEW ABOUT MARGERY [^]*PLANNED REVIEW\n[^]*Chair: Jo Whitcombe, Marlshire County Council\.[^]*Copied on \d+ \w+ \d{4} by Jo Whitcombe, Marlshire County Council\.\n$/);
    expect(await takenAway(headers['x-request-id'], personId, 'Review')).toHaveLength(1);
    await delphine.get(`${at}/copy`).expect((await delphine.get(at)).status);
    await (await round.martin.signIn()).get(`${at}/copy.txt`).expect(404);
  });

  it('leaves out what is for people who are named alone', async () => {
    const { personId, at, id } = await reviewed();
    const point = { kind: 'topic', position: 0, person_id: personId, review_id: id, owner_organisation_id: round.council.id, category: 'circle', audience: 'circle', named_organisations: [], visible_to_person: false, created_at: new Date(), created_by: round.jo.userId, source: 'ui', row_version: 1 };
    for (const [question, sealed] of [['The back step', null], ['The nephew', [round.jo.userId]]] as const) {
      const row = JSON.stringify({ ...point, id: crypto.randomUUID(), question, sealed_to: sealed });
      await app.sql(`do $do$ begin set local session_replication_role = replica; insert into review_item select * from jsonb_populate_record(null::review_item, $row$${row}$row$); end $do$`);
    }
    expect(wordsOf((await jo.get(at).expect(200)).text)).toMatch(/The nephew/);
    const { text } = await file(jo, `${at}/copy.txt`);
    expect(text).toContain('The back step');
    expect(text).not.toContain('nephew');
  });
});
