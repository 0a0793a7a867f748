import { wordsOf } from './people';
import { publish, smallest } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
});
afterAll(() => app.close());

describe('A copy of the plan for one’s own record', () => {
  it('is what one sees of it as plain text, in a box and as a file, stamped with who took it', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), needs: [{ text: 'Ours alone', audience: 'internal' }] });
    expect((await idris.get(`/people/${personId}/plan`).expect(200)).text).toContain(`href="/people/${personId}/plan/copy"`);
    const file = await idris.get(`/people/${personId}/plan/copy.txt`).expect(200);
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="care-plan-[\d-]+\.txt"$/);
    expect(file.text).toMatch(/^CARE PLAN OF [^]*WHAT MATTERS MOST\nSinging, and being at home with Tunde\.\n[^]*Sing the Fauré at Easter[^]*- Practise on the perching stool\n[^]*Copied on \d+ \w+ \d{4} by Idris Vaughan, Marl Valley Trust\. Medicines and allergies are not held here\.\n$/);
    expect(wordsOf((await idris.get(`/people/${personId}/plan/copy`).expect(200)).text)).toMatch(/Copy for my own record.*Practise on the perching stool.*Copied on/);
    expect(file.text).not.toContain('Ours alone');
    expect((await jo.get(`/people/${personId}/plan/copy.txt`).expect(200)).text).toContain('Ours alone');
  });

  it('stands in the audit as taken away', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    for (const path of ['copy', 'copy.txt']) {
      const answer = await idris.get(`/people/${personId}/plan/${path}`).expect(200);
      expect(await app.sql(`select action from audit_event where request_id = $1 and person_id = $2 and action = 'export' and subject = 'CarePlan'`, [answer.headers['x-request-id'], personId])).toHaveLength(1);
    }
  });
});
