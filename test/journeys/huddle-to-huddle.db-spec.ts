import type { HuddleLineItem, WholeHuddle } from '../../apps/server/src/huddles/huddle-item';
import type { Visitor } from '../support/app';
import { aHuddleTeam, aWeekLater, beginHuddle, huddleOf, oneOfTheTeam, settled } from './huddles';
import { wordsOf } from './people';
import { inDays } from './plans';
import { startRound, type RoundAtWork } from './round';

let { app, round, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const lineOf = ({ items }: WholeHuddle, person: string): HuddleLineItem => items.find(({ personId }) => personId === person) as HuddleLineItem;
const record = (visitor: Visitor, { personId, id, version }: HuddleLineItem, body: object) => visitor.send('post', `/api/people/${personId}/huddles/${id}/outcome`, body).set('If-Match', `"${version}"`);

describe('from one huddle to the next', () => {
  it('whoever stays, or was not reached, stays until a huddle that had them says otherwise, whoever chairs in between and sees fewer people', async () => {
    const team = await aHuddleTeam(app, round);
    const [seen, stays, missed] = [await oneOfTheTeam(round, team, { nurses: true }), await oneOfTheTeam(round, team, {}), await oneOfTheTeam(round, team, {})];
    const first = await beginHuddle(team.chair, team);
    for (const person of [seen, stays]) await record(team.chair, lineOf(first, person), { outcome: 'none', next: 'stays' }).expect(200);
    for (const person of [seen, stays, missed]) await settled(app, person);
    await aWeekLater(app, first.id);
    const second = await beginHuddle(idris, team);
    expect(second.items.map(({ personId }) => personId)).toEqual([seen]);
    await record(idris, lineOf(second, seen), { outcome: 'none', next: 'off' }).expect(200);
    for (const { id } of [first, second]) await aWeekLater(app, id);
    const third = await beginHuddle(team.chair, team);
    expect(new Set(third.items.map(({ personId }) => personId))).toEqual(new Set([stays, missed]));
  });

  it('what was put down for somebody stands on the doer’s Today, and beside the reasons of the next huddle, until that says what became of it', async () => {
    const team = await aHuddleTeam(app, round);
    const person = await oneOfTheTeam(round, team, { nurses: true }, { given: 'Rasheed' });
    const hidden = await oneOfTheTeam(round, team, { nurses: true }, { given: 'Wanda' });
    const put = async (visitor: Visitor): Promise<string[]> => ((await visitor.get('/api/today').expect(200)).body as { put: { personId: string }[] }).put.map(({ personId }) => personId).filter((id) => [person, hidden].includes(id));
    const first = await beginHuddle(team.chair, team, [round.idris, round.delphine]);
    const action = { outcome: 'action', next: 'stays', decided: 'Rings about the boiler', doer: round.idris.membershipId, dueOn: inDays(3) };
    for (const one of [person, hidden]) await record(team.chair, lineOf(first, one), action).expect(200);
    expect([lineOf(await huddleOf(team.chair, first.id), person).lastTime, await put(idris), await put(delphine), await put(team.chair)]).toEqual([null, expect.arrayContaining([person, hidden]), [], []]);
    const today = wordsOf((await idris.get('/today').expect(200)).text);
    for (const words of ['Rings about the boiler', 'Put down in the huddle, by']) expect(today).toContain(words);

    await app.sql('update relationship set ends = now() where id = (select relationship_id from care_team_member where person_id = $1 and organisation_id = $2)', [hidden, round.trust.id]);
    await app.sql('select refresh_person_access($1)', [hidden]);
    expect(await put(idris)).toEqual([person]);

    for (const one of [person, hidden]) await settled(app, one);
    await aWeekLater(app, first.id);
    const next = await beginHuddle(team.chair, team, [round.idris]);
    const line = lineOf(next, person);
    expect(line).toMatchObject({ reasons: ['put'], outcome: null, lastTime: { decided: 'Rings about the boiler', doer: expect.stringContaining('Idris Vaughan') as string, dueOn: inDays(3) } });
    for (const at of [`/huddles/${next.id}`, `/people/${person}/huddles/${line.id}`]) {
      const page = wordsOf((await idris.get(at).expect(200)).text);
      expect(page).toContain('Something was put down last time');
      expect(page).toMatch(/Last time:?\s+Idris Vaughan, Marl Valley Trust, by [^:]+: Rings about the boiler/);
    }
    expect((await huddleOf(idris, next.id)).items.map(({ personId }) => personId)).toEqual([person]);
    expect(await put(idris)).toEqual([person]);
    await record(team.chair, line, { outcome: 'none', next: 'off' }).expect(200);
    expect(await put(idris)).toEqual([]);
  });
});
