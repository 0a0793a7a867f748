import type { HuddleLineItem } from '../../apps/server/src/huddles/huddle-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWeekLater, aHuddleTeam, beginHuddle, huddleOf, oneOfTheTeam, settled, type HuddleTeam } from './huddles';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const parts = (name: string, day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`${name}[${part}]`, day.split('-')[n] ?? '']));
const record = (visitor: Visitor, { personId, id, version }: Pick<HuddleLineItem, 'personId' | 'id' | 'version'>, body: object) => visitor.send('post', `/api/people/${personId}/huddles/${id}/outcome`, body).set('If-Match', `"${version}"`);

/** A team of whose people one is helped by all, one by the nurses, and one by neither; of a fourth no rule speaks. */
async function aTeam(): Promise<{ team: HuddleTeam; all: string; nurses: string; none: string; settledOne: string }> {
  const team = await aHuddleTeam(app, round);
  const all = await oneOfTheTeam(round, team, { nurses: true, charity: true }, { given: 'Margery' });
  const nurses = await oneOfTheTeam(round, team, { nurses: true }, { given: 'Rasheed' });
  const none = await oneOfTheTeam(round, team, {}, { given: 'Derek' });
  const settledOne = await oneOfTheTeam(round, team, { charity: true }, { given: 'Wanda' });
  await settled(app, settledOne);
  return { team, all, nurses, none, settledOne };
}

describe('a huddle', () => {
  it('is begun by the manager of the team, lists by rules, is gone through one by one on pages without script, and ends in an action, nothing, and a review', async () => {
    const { team, all, nurses, none, settledOne } = await aTeam();
    expect(wordsOf((await team.chair.get('/huddles').expect(200)).text)).toContain('Begin the huddle of today');
    const begun = await team.chair.submit('/huddles', { team: team.id, attendees: [round.idris.membershipId, round.delphine.membershipId] }).redirects(0).expect(303);
    const at = begun.headers['location'] as string;
    const id = at.split('/').at(-1) ?? '';
    const list = await huddleOf(team.chair, id);
    expect(new Set(list.items.map(({ personId }) => personId))).toEqual(new Set([all, nurses, none]));
    expect(list.there.map(({ name }) => name)).toEqual(['Delphine Carter', 'Denise Marchetti', 'Idris Vaughan']);
    const page = wordsOf((await team.chair.get(at).expect(200)).text);
    for (const words of ['3 people are left: 9 minutes, at three minutes each', 'New in the last two weeks', 'Not talked about yet', 'Who else should be talked about?', 'Wanda']) expect(page).toContain(words);
    expect(page).toMatch(/Wanda [^,]+, born \d+ \w+ \d{4}/);

    const lineOf = (person: string) => list.items.find(({ personId }) => personId === person) as HuddleLineItem;
    const path = (person: string): string => `/people/${person}/huddles/${lineOf(person).id}`;
    const room = wordsOf((await team.chair.get(path(nurses)).expect(200)).text);
    expect(room).toMatch(/Who stays in the room[^]*Idris Vaughan[^]*Ask these to leave, and call them back after:\s+Delphine Carter/);
    const wrong = await team.chair.submit(path(all), { _version: '1', outcome: 'action', decided: 'Rings about the boiler' }).expect(422);
    for (const words of ['Choose whether they stay on the list', 'Rings about the boiler']) expect(wordsOf(wrong.text)).toContain(words);
    expect(codes((await record(team.chair, lineOf(all), { outcome: 'action', next: 'stays' })).body)).toEqual(['/decided required', '/doer required', '/dueOn required']);
    expect(codes((await record(team.chair, lineOf(nurses), { outcome: 'action', next: 'stays', decided: 'x', doer: round.delphine.membershipId, dueOn: inDays(2) })).body)).toEqual(['/doer choice']);
    expect(codes((await record(team.chair, lineOf(all), { outcome: 'action', next: 'off', decided: 'x', doer: round.idris.membershipId, dueOn: inDays(2) })).body)).toEqual(['/next huddle.actionStays']);
    const gone = await team.chair.submit(path(all), { _version: '1', outcome: 'action', next: 'stays', decided: 'Rings about the boiler', doer: round.idris.membershipId, ...parts('dueOn', inDays(3)) }).redirects(0).expect(303);
    expect([nurses, none].map(path)).toContain(gone.headers['location']);
    await team.chair.submit(path(nurses), { _version: '1', outcome: 'none', next: 'off' }).expect(303);
    const last = await team.chair.submit(path(none), { _version: '1', outcome: 'review', next: 'off', ...parts('dueOn', inDays(9)) }).redirects(0).expect(303);
    expect(last.headers['location']).toBe(at);
    const planned = { ...lineOf(none), version: 2 };
    expect(wordsOf((await team.chair.get(path(none)).expect(200)).text)).toMatch(/One is planned already, due by .*It is that one/);
    expect((await record(team.chair, planned, { outcome: 'review', next: 'off' })).body).toMatchObject({ outcome: 'review', reviewId: (await huddleOf(team.chair, id)).items.find(({ personId }) => personId === none)?.reviewId });
    expect((await jo.get(`/api/people/${none}/reviews`)).body).toMatchObject({ items: [{ state: 'due', dueOn: inDays(9) }] });

    await workThrough(app);
    const told = ((await idris.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId }) => personId === all).map(({ kind }) => kind);
    expect(told).toContain('huddle.action-put');
    const toBook = ((await jo.get('/api/notices')).body as { items: { kind: string; personId: string; href: string }[] }).items.filter(({ personId, kind }) => personId === none && kind === 'review.asked-for');
    expect(toBook.map(({ href }) => href)).toEqual([expect.stringMatching(`^/people/${none}/reviews/`)]);
    expect(wordsOf((await idris.get(path(all)).expect(200)).text)).toContain('Rings about the boiler. Stays on the list');
    await team.chair.submit(`${at}/ending`, { _version: '1', attendees: [round.idris.membershipId] }).expect(303);
    expect((await huddleOf(idris, id)).there.map(({ name }) => name)).toEqual(['Denise Marchetti', 'Idris Vaughan']);
    expect((await record(team.chair, { ...lineOf(all), version: 2 }, { outcome: 'none', next: 'off' })).body).toMatchObject({ type: 'urn:onestory:huddle.over' });

    for (const person of [all, nurses, none]) await settled(app, person);
    await aWeekLater(app, id);
    const again = await beginHuddle(team.chair, team, [round.delphine]);
    expect(again.items.map(({ personId, reasons }) => [personId, reasons])).toEqual([[all, ['put']]]);
    expect((await team.chair.send('post', `/api/huddles/${again.id}/people`, { person: settledOne })).status).toBe(201);
    expect((await huddleOf(delphine, again.id)).items).toHaveLength(2);
  });

  it('shows each attendee only whom they may see: others are no line, no number and no gap, and what happens to them changes nothing', async () => {
    const { team, all, none, settledOne } = await aTeam();
    const { id, items } = await beginHuddle(team.chair, team, [round.idris, round.delphine]);
    const hidden = items.find(({ personId }) => personId === none) as HuddleLineItem;
    expect((await huddleOf(delphine, id)).items.map(({ personId }) => personId)).toEqual([all]);
    const seen = async (): Promise<string[]> => [wordsOf((await delphine.get(`/huddles/${id}`).expect(200)).text), JSON.stringify(await huddleOf(delphine, id))];
    const before = await seen();
    expect(before.join(' ')).not.toMatch(/Derek|Rasheed/);
    expect((await record(team.chair, hidden, { outcome: 'none', next: 'off' })).status).toBe(200);
    await oneOfTheTeam(round, team, { nurses: true }, { given: 'Lorna' }).then((person) => team.chair.send('post', `/api/huddles/${id}/people`, { person }).expect(201));
    expect(await seen()).toEqual(before);
    const absent = await delphine.get(`/api/people/${none}/huddles/${hidden.id}`);
    const missing = await delphine.get(`/api/people/${none}/huddles/${id}`);
    expect([absent.status, absent.body]).toEqual([404, missing.body]);
    expect((await delphine.send('post', `/api/huddles/${id}/people`, { person: settledOne })).status).toBe(403);
    expect((await record(delphine, items.find(({ personId }) => personId === all) as HuddleLineItem, { outcome: 'none', next: 'off' })).status).toBe(403);
  });

  it('is begun once a day, by somebody of the team, and is not there for anybody else', async () => {
    const { team } = await aTeam();
    const { id } = await beginHuddle(team.chair, team);
    expect((await idris.send('post', '/api/huddles', { team: team.id, attendees: [] })).body).toMatchObject({ type: 'urn:onestory:huddle.begun' });
    expect((await (await round.priya.signIn()).get(`/api/huddles/${id}`)).status).toBe(404);
    expect(codes((await (await round.priya.signIn()).send('post', '/api/huddles', { team: team.id })).body)).toEqual(['/team choice']);
    await expect(app.sql(`insert into huddle (id, integrated_team_id, held_on, chair_membership_id, chair_name) values (gen_random_uuid(), $1, current_date, $2, 'x')`, [team.id, team.denise.membershipId])).rejects.toThrow(/huddle_day_key/);
  });

  it('lists for its chair only whom they see: a nurse who chairs lists none but those whom the nurses help', async () => {
    const { team, all, nurses } = await aTeam();
    const { items } = await beginHuddle(idris, team, [round.jo]);
    expect(new Set(items.map(({ personId }) => personId))).toEqual(new Set([all, nurses]));
    expect(wordsOf((await idris.get(`/people/${all}/huddles/${items.find(({ personId }) => personId === all)?.id}`)).text)).not.toContain('A full review');
    expect((await record(idris, items[0] as HuddleLineItem, { outcome: 'review', next: 'off', dueOn: inDays(4) })).status).toBe(403);
  });

  it('I23: whoever helps discreetly brings nobody up, and is no name in the room of a chair who may not know of them', async () => {
    const { team, all } = await aTeam();
    await app.sql('insert into integrated_team_member (integrated_team_id, membership_id, manages) values ($1, $2, false)', [team.id, round.anita.membershipId]);
    await addToCircle(jo, all, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    const anita = await round.anita.signIn();
    const own = await beginHuddle(anita, team, [round.idris]);
    expect(own.items).toEqual([]);
    expect((await anita.send('post', `/api/huddles/${own.id}/people`, { person: all })).status).toBe(422);
    await aWeekLater(app, own.id);
    const { items } = await beginHuddle(idris, team, [round.anita]);
    const room = wordsOf((await idris.get(`/people/${all}/huddles/${items.find(({ personId }) => personId === all)?.id}`)).text);
    expect(room).toMatch(/Ask these to leave, and call them back after:\s+Anita Bose/);
  });

  it('stands in who looked: whoever listed or opened somebody in it', async () => {
    const { team, all } = await aTeam();
    const { id, items } = await beginHuddle(team.chair, team, [round.idris]);
    await huddleOf(idris, id);
    await idris.get(`/people/${all}/huddles/${items.find(({ personId }) => personId === all)?.id}`).expect(200);
    const looks = await app.sql<{ action: string }>(
      `select distinct action from audit_event where subject = 'HuddleLine' and user_id = $1 and ($2 = any (person_ids) or person_id = $2) order by action`, [round.idris.userId, all]);
    expect(looks.map(({ action }) => action)).toEqual(['list', 'read']);
  });
});
