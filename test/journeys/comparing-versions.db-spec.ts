import { wordsOf } from './people';
import { draft, inDays, planOf, publish } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

interface Answer { from: { id: string; label: string }; to: { id: string; label: string }; items: { what: string; title: string; fields: { name: string; from: string | null; to: string | null }[] }[] }
const again = { nextReviewOn: inDays(120), personView: 'agrees_with_reservations', viewAsked: 'directly' };

/** Three versions: the second has a need of the council's alone besides, the third another step. */
async function three(): Promise<{ personId: string; first: string; second: string; third: string }> {
  const personId = await margery(round, jo);
  const first = await publish(jo, personId);
  const goal = { item: first.goals[0]?.id, text: first.goals[0]?.text };
  const step = { item: first.goals[0]?.actions[0]?.id, what: first.goals[0]?.actions[0]?.what };
  const second = await publish(jo, personId, { ...again, needs: [{ item: first.needs[0]?.id, text: 'Getting to rehearsals' }, { text: 'Debts that only we know of', audience: 'internal' }] });
  const third = await publish(jo, personId, { ...again, goals: [{ ...goal, actions: [{ ...step, doer: 'person', daysTimes: 'After breakfast' }, { what: 'Ask for a lift', doer: 'person' }] }] });
  return { personId, first: first.plan?.id ?? '', second: second.plan?.id ?? '', third: third.plan?.id ?? '' };
}

describe('Two versions of a plan side by side', () => {
  it('are any two, named in either order, in words: the older one first', async () => {
    const { personId, first, third } = await three();
    expect((await idris.get(`/people/${personId}/plan`).expect(200)).text).toContain(`href="/people/${personId}/plan/compare"`);
    for (const [from, to] of [[first, third], [third, first]]) {
      const answer = (await idris.get(`/api/people/${personId}/care-plan/comparison?from=${from}&to=${to}`).expect(200)).body as Answer;
      expect([answer.from.label, answer.to.label]).toEqual(['1', '3']);
      expect(answer.items.map(({ what, title }) => [what, title])).toEqual([['changed', 'Practise on the perching stool'], ['added', 'Ask for a lift']]);
      expect(answer.items[0]?.fields).toEqual([{ name: 'daysTimes', from: null, to: 'After breakfast' }]);
      expect(wordsOf((await idris.get(`/people/${personId}/plan/compare?from=${from}&to=${to}`).expect(200)).text)).toMatch(
        /Version 1 and version 3.*thought of it.*agrees with it.*agrees, but for something.*Step.*Practise on the perching stool.*Days and times: nothing.*Days and times: After breakfast.*Not in what you see of version 1.*Ask for a lift/);
    }
  });

  it('are the last two unless others are named, and of the first version it is said that there are no two', async () => {
    const { personId, second } = await three();
    const answer = (await idris.get(`/api/people/${personId}/care-plan/comparison`).expect(200)).body as Answer;
    expect([answer.from.id, answer.to.label]).toEqual([second, '3']);
    expect(wordsOf((await idris.get(`/people/${personId}/plan/compare?from=${second}&to=${second}`).expect(200)).text)).toContain('That is the same version twice');
    const one = await margery(round, jo);
    await publish(jo, one);
    expect(wordsOf((await idris.get(`/people/${one}/plan/compare`).expect(200)).text)).toContain('There are no two versions that you can see');
    await idris.get(`/api/people/${one}/care-plan/comparison`).expect(404);
  });

  it('leave no trace of what the reader may not see, neither a line nor a count', async () => {
    const { personId, first, second } = await three();
    const address = `/people/${personId}/plan/compare?from=${first}&to=${second}`;
    expect(wordsOf((await jo.get(address).expect(200)).text)).toContain('Debts that only we know of');
    const theirs = wordsOf((await idris.get(address).expect(200)).text);
    expect(theirs).toContain('No line that you see is different.');
    expect(theirs).not.toMatch(/Debts|hidden|withheld/);
    expect((await idris.get(`/api/people/${personId}/care-plan/comparison?from=${first}&to=${second}`).expect(200)).body).toMatchObject({ items: [] });
    // Whoever sees no plans is answered as for somebody who has none.
    expect(wordsOf((await delphine.get(`/people/${personId}/plan/compare`).expect(200)).text)).toContain('There are no two versions that you can see');
    for (const visitor of [delphine, await round.martin.signIn()]) {
      await visitor.get(`/people/${personId}/plan/compare?from=${first}&to=${second}`).expect(404);
      await visitor.get(`/api/people/${personId}/care-plan/comparison?from=${first}&to=${second}`).expect(404);
    }
  });

  it('are never a draft, nor a version of somebody else', async () => {
    const { personId, first } = await three();
    const { plan } = await draft(jo, personId, again);
    await jo.get(`/people/${personId}/plan/compare?from=${first}&to=${plan?.id}`).expect(404);
    const other = await margery(round, jo);
    await publish(jo, other);
    await jo.get(`/people/${personId}/plan/compare?from=${first}&to=${(await planOf(jo, other)).plan?.id}`).expect(404);
    await jo.get(`/api/people/${personId}/care-plan/comparison?from=first`).expect(422);
  });

  it('are printed with the day and who prints them, and that is in the audit', async () => {
    const { personId, first, third } = await three();
    const answer = await idris.get(`/people/${personId}/plan/compare/print?from=${first}&to=${third}`).expect(200);
    expect(wordsOf(answer.text)).toMatch(/Ask for a lift.*Printed on \d+ \w+ \d{4} by Idris Vaughan, Marl Valley Trust/);
    expect(answer.text).not.toContain('name="from"');
    expect(await app.sql(`select distinct action from audit_event where request_id = $1 and person_id = $2 and subject = 'CarePlan' and subject_ids && $3::uuid[]`, [answer.headers['x-request-id'], personId, [first, third]])).toEqual([{ action: 'print' }]);
  });
});
