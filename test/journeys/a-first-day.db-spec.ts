import { newId } from '@app/kernel';
import { fileFrom, pageCountOf, structureOf, wordsIn } from '../support/pdf';
import { aService } from '../support/services';
import { wordsOf } from './people';
import { publish, smallest } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

interface Brief { parts: { id: string; items: { text: string; more: string[]; onPaper: boolean }[] }[] }
const alert = { kind: 'environment', text: 'The stairs are steep', whatToDo: 'Hold the rail', reviewOn: '2027-06-01', audience: 'circle' };

async function planned(): Promise<string> {
  const personId = await margery(round, jo);
  await publish(jo, personId, {
    ...smallest(), atNight: 'Rapid Response, 01632 960113', triggers: 'Being hurried.', noReply: 'Number 11 has a key.',
    needs: [{ text: 'Getting to rehearsals', domain: 'transport' }, { text: 'Debts that only we know of', audience: 'internal' }, { text: 'Her drinking', forPerson: 'no' }],
  });
  for (const [heading, text] of [['how_to_communicate', 'Speak into her left ear'], ['please_do_not', 'Do not call her Madge.']]) {
    await app.sql(
      `insert into about_me (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, heading, text, voice, last_confirmed_on) values ($1, $2, $3, 'about_me', 'circle', true, $4, 'ui', $5, $6, 'self', current_date)`,
      [personId, newId(), round.council.id, round.jo.userId, heading, text],
    );
  }
  await jo.send('post', `/api/people/${personId}/alerts`, { ...alert, visibleToPerson: true }).expect(201);
  await jo.send('post', `/api/people/${personId}/alerts`, { ...alert, kind: 'risk_to_staff', text: 'Her nephew threatens visitors', whatToDo: 'Go in pairs', visibleToPerson: false }).expect(201);
  await jo.send('post', `/api/people/${personId}/alerts`, { ...alert, kind: 'safeguarding', text: 'Money goes missing', whatToDo: 'Tell Jo', visibleToPerson: true }).expect(201);
  return personId;
}

describe('The first-day brief', () => {
  it('says on one page who this is, the risks and whether they know, what they expect, who does what, what then and what not', async () => {
    const personId = await planned();
    const words = wordsOf((await idris.get(`/people/${personId}/first-day`).expect(200)).text);
    for (const [title, line] of [
      ['About Margery', 'Speak into her left ear'], ['About Margery', 'What matters most: Singing'], ['Risks, and whether Margery knows', 'The stairs are steep'], ['Risks', 'Margery can read that this is written down'],
      ['Risks', 'Her nephew threatens visitors Go in pairs Margery does not know that this is written down. Do not speak of it'], ['Risks', 'What sets it off: Being hurried.'], ['What Margery expects', 'Sing the Fauré at Easter'],
      ['Who does what', 'Key worker: Jo Whitcombe'], ['Who does what', 'Delphine Carter, Age Well Brackenbridge: Lunch club Does not do: Medicines'], ['If it goes wrong', 'Rapid Response, 01632 960113'], ['If it goes wrong', 'Number 11 has a key.'],
      ['What to avoid', 'Do not call her Madge.'],
    ] as const) expect([line, words.slice(words.indexOf(title)).includes(line)]).toEqual([line, true]);
    expect(words).toContain('Medicines and allergies are not held here.');
  });

  it('is as narrow as the screen: as a page, as JSON and on paper, and says the same where nothing is there and where it is not theirs to see', async () => {
    const personId = await planned();
    const brief = (await idris.get(`/api/people/${personId}/first-day`).expect(200)).body as Brief;
    expect(brief.parts.map(({ id }) => id)).toEqual(['about', 'risks', 'expects', 'who', 'if-it-goes-wrong', 'avoid']);
    expect(JSON.stringify(brief)).not.toContain('Debts');
    expect(JSON.stringify((await jo.get(`/api/people/${personId}/first-day`).expect(200)).body)).toContain('Debts that only we know of');
    // Whoever sees no plans reads about somebody with a plan what they read about somebody without.
    const theirs = async (id: string): Promise<Brief['parts']> => ((await delphine.get(`/api/people/${id}/first-day`).expect(200)).body as Brief).parts.filter(({ id: part }) => ['expects', 'if-it-goes-wrong'].includes(part));
    expect(await theirs(personId)).toEqual(await theirs(await margery(round, jo)));
    const stranger = await round.martin.signIn();
    for (const path of ['', '/pdf']) await stranger.get(`/people/${personId}/first-day${path}`).expect(404);
    await stranger.get(`/api/people/${personId}/first-day`).expect(404);
  });

  it('has on paper only what everybody may read who comes in, as a tagged PDF of one page, and that it was printed is in the audit', async () => {
    const personId = await planned();
    const answer = await fileFrom(jo.get(`/people/${personId}/first-day/pdf`)).expect(200);
    const words = await wordsIn(answer.body as Buffer);
    for (const line of ['First day with Margery', 'The stairs are steep', 'Getting to rehearsals', 'Number 11 has a key.', 'Do not call her Madge.']) expect(words).toContain(line);
    // What she does not know of, what somebody else in the room may not find, what is for a few, and what holds at this hour only.
    for (const line of ['Her nephew', 'Money goes missing', 'Debts', 'Her drinking', 'At this hour']) expect(words).not.toContain(line);
    const large = (await fileFrom(jo.get(`/people/${personId}/first-day/pdf?size=large`)).expect(200)).body as Buffer;
    expect([await wordsIn(large) === words, (await pageCountOf(large)) > (await pageCountOf(answer.body as Buffer))]).toEqual([true, true]);
    const pages = await structureOf(answer.body as Buffer);
    expect(pages.map(({ role }) => role)).toEqual(['Document']);
    expect(pages[0]?.below.map(({ role }) => role)).toEqual(['H1', 'P', 'H2', 'L', 'H2', 'L', 'H2', 'L', 'H2', 'L', 'H2', 'L', 'H2', 'L']);
    expect(await app.sql(`select 1 from audit_event where request_id = $1 and person_id = $2 and action = 'print' and subject = 'CarePlan'`, [answer.headers['x-request-id'], personId])).toHaveLength(1);
  });

  it('goes on one page into the practice’s own system, however much is known: what everybody may read, and what is left out is counted', async () => {
    const personId = await planned();
    const sheet = async (of: string): Promise<{ words: string; pages: number; roles: string[] }> => {
      const file = (await fileFrom(jo.get(`/people/${of}/one-page`)).expect(200)).body as Buffer;
      return { words: await wordsIn(file), pages: await pageCountOf(file), roles: [...new Set((await structureOf(file))[0]?.below.map(({ role }) => role))] };
    };
    const small = await sheet(personId);
    expect([small.pages, small.roles]).toEqual([1, ['H1', 'P', 'H2', 'L']]);
    for (const line of [' on one page Born 3 May 1944', 'version 1 of the care plan', 'Key worker: Jo Whitcombe', 'Getting to rehearsals', 'Number 11 has a key.', 'Do not call her Madge.', 'Medicines and allergies are not held here']) expect(small.words).toContain(line);
    for (const line of ['Her nephew', 'Money goes missing', 'Debts', 'Her drinking', 'At this hour', 'no room']) expect(small.words).not.toContain(line);
    const long = 'The water tablet wins until ten, and nobody is to hurry her before. '.repeat(6);
    const much = await margery(round, jo);
    await publish(jo, much, { ...smallest(), triggers: long, noReply: long, goals: Array.from({ length: 30 }, (_, n) => ({ text: `Goal ${n + 1}. ${long}`, actions: Array.from({ length: 6 }, (_s, step) => ({ what: `Step ${step + 1} of ${n + 1}. ${long}`, doer: 'person' })) })) });
    const large = await sheet(much);
    expect(large.pages).toBe(1);
    expect(large.words).toMatch(/Key worker: Jo Whitcombe.*When nobody answers the door: The water tablet.*There was no room for all of it: \d+ lines are left out or shortened\. The whole is in OneStory; ask Jo Whitcombe/);
    await fileFrom((await round.martin.signIn()).get(`/people/${personId}/one-page`)).expect(404);
  });

  it('is reached from the person’s page in the first weeks, and no longer when they are over', async () => {
    const personId = await planned();
    const link = `href="/people/${personId}/first-day"`;
    expect((await idris.get(`/people/${personId}`).expect(200)).text).toContain(link);
    await app.sql(`update care_team_member set starts = now() - interval '29 days' where person_id = $1`, [personId]);
    expect((await idris.get(`/people/${personId}`).expect(200)).text).not.toContain(link);
    await idris.get(`/people/${personId}/first-day`).expect(200);
  });

  it('is reached from a referral as soon as it is accepted, and not before', async () => {
    const personId = await planned();
    const { id } = (await jo.send('post', `/api/people/${personId}/referrals`, {
      serviceId: await aService(app, round.fernlea, { name: 'Warm homes', needs: ['home'] }), needDomain: 'home', needText: 'A dry bedroom', whyNow: 'It is winter', facts: ['age'], opens: ['housing'], agreedHow: 'in_person', spokeAlone: true,
    }).expect(201)).body as { id: string };
    const martin = await round.martin.signIn();
    const link = `href="/people/${personId}/first-day"`;
    expect((await martin.get(`/referrals/${id}`).expect(200)).text).not.toContain('first-day');
    const { version } = (await martin.get(`/api/referrals/${id}`).expect(200)).body as { version: number };
    await martin.send('post', `/api/referrals/${id}/acceptance`, { promiseDate: '2030-01-01' }).set('If-Match', `"${version}"`).expect(200);
    expect((await martin.get(`/referrals/${id}`).expect(200)).text).toContain(link);
    await martin.get(`/people/${personId}/first-day`).expect(200);
    expect((await jo.get(`/referrals/${id}`).expect(200)).text).not.toContain(link);
  });
});
