import fc from 'fast-check';
import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { fileFrom, rolesIn, structureOf, wordsIn } from '../support/pdf';
import { wordsOf } from './people';
import { draft, planOf, publish, smallest } from './plans';
import { letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

interface Doing {
  lines: { kind: string; itemId: string; text: string; responsible: { who: string | null; what: string; days: number[]; doesNotDo: string | null }[] }[];
  gaps: { text: string }[];
  overlaps: { text: string; day: number; who: string[] }[];
  children: { name: string }[];
  helpers: { name: string; organisation: string }[];
}
const doing = async (visitor: typeof jo, personId: string): Promise<Doing> => (await visitor.get(`/api/people/${personId}/care-plan/who-does-what`).expect(200)).body as Doing;
const page = async (visitor: typeof jo, personId: string): Promise<string> => wordsOf((await visitor.get(`/people/${personId}/plan/who-does-what`).expect(200)).text);

/** A relative, as the database keeps them. */
async function relative(personId: string, traits: { name: string; relation?: string; birthDate?: string | null; livesWith?: boolean }): Promise<string> {
  const id = newId();
  await app.sql(`insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, birth_date, main_carer, emergency_contact, lives_with)
                 values ($1, $2, $3, 'circle', 'circle', true, $4, 'ui', $5, $6, $7, false, false, $8)`,
  [personId, id, round.council.id, round.jo.userId, traits.name, traits.relation ?? 'daughter', traits.birthDate ?? null, traits.livesWith ?? true]);
  return id;
}
const yearsAgo = (years: number, days = 0): string => new Date(Date.UTC(new Date().getUTCFullYear() - years, new Date().getUTCMonth(), new Date().getUTCDate() + days)).toISOString().slice(0, 10);

describe('Who does what', () => {
  it('sets needs and goals against who sees to them, on which days, and what they do not do; and says what nobody does, and where two come for the same', async () => {
    const personId = await margery(round, jo);
    const first = await publish(jo, personId, { ...smallest(), needs: [{ text: 'Getting to rehearsals', domain: 'transport' }, { text: 'A dry bedroom', domain: 'home' }] });
    const need = first.needs[0]?.id;
    const goal = first.goals[0];
    const revised = await draft(jo, personId, {
      goals: [{ item: goal?.id, text: 'Sing the Fauré at Easter, sitting down.', actions: [
        { item: goal?.actions[0]?.id, what: 'Practise on the perching stool', doer: 'person', goesOn: 'yes' },
        { what: 'Drive her to choir', doer: round.jo.membershipId, needId: need, daysTimes: 'Thursdays', notDo: 'The stairs' },
        { what: 'Walk her to choir', doer: round.council.id, needId: need, daysTimes: 'Tue/Thu' },
      ] }],
      nextReviewOn: smallest()['nextReviewOn'], personView: 'agrees', viewAsked: 'directly',
    });
    await jo.send('post', `/api/people/${personId}/care-plan/drafts/${revised.plan?.id}/publication`).set('If-Match', `"${revised.plan?.version}"`).expect(201);
    const told = await doing(jo, personId);
    expect(told.lines.find(({ itemId }) => itemId === need)?.responsible).toMatchObject([{ who: 'Jo Whitcombe', what: 'Drive her to choir', days: [4], doesNotDo: 'The stairs' }, { what: 'Walk her to choir', days: [2, 4] }]);
    expect(told.gaps.map(({ text }) => text)).toEqual(['A dry bedroom']);
    expect(told.overlaps.filter(({ text }) => text === 'Getting to rehearsals')).toMatchObject([{ day: 4, who: ['Jo Whitcombe, Marlshire County Council', 'Marlshire County Council, Marlshire County Council'] }]);
    expect(await page(jo, personId)).toMatch(/To look at.*Nobody that you can see does anything for: A dry bedroom.*Thursdays: .* both come for the same: Getting to rehearsals.*Needs.*Jo Whitcombe.*Does not do: The stairs.*Who comes/);
    const themself = await (await letIn(app, personId, 'person')).signIn();
    expect(wordsOf((await themself.get('/me').expect(200)).text)).toMatch(/My week.*Tuesday.*Walk her to choir.*Thursday.*Jo Whitcombe ?: Drive her to choir.*From which organisation.*Marlshire County Council/);
    expect((await themself.get('/api/me/page').expect(200)).body).toMatchObject({ week: { days: expect.arrayContaining([expect.objectContaining({ day: 2 }), expect.objectContaining({ day: 4 })]) as unknown } });
  });

  it('I21: no child, and nobody who could well be one, is offered as responsible, taken as such, or counted as cover, whatever their age becomes known as', async () => {
    const personId = await margery(round, jo);
    await fc.assert(fc.asyncProperty(
      fc.record({ years: fc.integer({ min: 1, max: 40 }), days: fc.integer({ min: -1, max: 1 }), isKnown: fc.boolean(), livesWith: fc.boolean(), relation: fc.constantFrom('daughter', 'grandson', 'nephew', 'friend', 'wife') }),
      async ({ years, days, isKnown, livesWith, relation }) => {
        const name = `Kin ${newId().slice(-6)}`;
        const id = await relative(personId, { name, relation, livesWith, birthDate: isKnown ? yearsAgo(years, days) : null });
        const isChild = isKnown ? years < 18 || (years === 18 && days > 0) : relation === 'grandson' || (livesWith && ['daughter', 'nephew'].includes(relation));
        const answer = await jo.send('post', `/api/people/${personId}/care-plan/drafts`, { ...smallest(), goals: [{ text: 'Sing', actions: [{ what: 'Drive her', doer: id }] }] });
        expect([name, answer.status]).toEqual([name, isChild ? 422 : 201]);
        if (answer.status === 201) {
          const { plan } = answer.body as { plan: { id: string; version: number } };
          await jo.send('post', `/api/people/${personId}/care-plan/drafts/${plan.id}/discard`).set('If-Match', `"${plan.version}"`).expect(204);
        }
        expect((await doing(jo, personId)).children.some((one) => one.name === name)).toBe(isChild);
      },
    ), { numRuns: Math.min(Number(process.env['PROPERTY_RUNS'] ?? 25), 50), endOnFailure: true });
  });

  it('and a step of somebody who turns out to be a child is a gap, and somebody asks about the child', async () => {
    const personId = await margery(round, jo);
    const ellie = await relative(personId, { name: 'Ellie', relation: 'carer', birthDate: yearsAgo(30) });
    await publish(jo, personId, { ...smallest(), goals: [{ text: 'Get to choir.', actions: [{ what: 'Push the chair', doer: ellie }] }] });
    expect((await doing(jo, personId)).gaps.map(({ text }) => text)).not.toContain('Get to choir.');
    await app.sql('update related_person set birth_date = $2 where id = $1', [ellie, yearsAgo(13)]);
    expect((await doing(jo, personId)).gaps.map(({ text }) => text)).toContain('Get to choir.');
    expect(await page(jo, personId)).toMatch(/Ellie \(carer\) is under 18\. No child is counted on\. Ask whether Ellie helps/);
  });

  it('has no trace of a line for a few: not its words, not who does it, and nothing that it would fill is called a gap to be seen through', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), needs: [{ text: 'Ours alone', audience: 'internal' }], goals: [{ text: 'Sing', actions: [{ what: 'Practise', doer: 'person' }, { what: 'Look into it quietly', doer: round.jo.membershipId, audience: 'internal' }] }] });
    for (const visitor of [idris, delphine]) {
      expect(JSON.stringify(await doing(visitor, personId))).not.toMatch(/Ours alone|quietly/);
      expect(await page(visitor, personId)).not.toMatch(/Ours alone|quietly/);
    }
    // On paper, which everybody reads who comes in, it does not stand even for its writers.
    const own = (await jo.get(`/people/${personId}/plan/who-does-what`).expect(200)).text;
    expect(own).toMatch(/<li class="os-noprint">\s*<strong>Jo Whitcombe<\/strong>[^]*?quietly/);
    expect(own).toMatch(/class="os-goal os-noprint" id="need-/);
    expect((await planOf(jo, personId)).needs).toHaveLength(1);
  });

  it('is a tagged PDF for the fridge, in large print too, with what is printed of the page and nothing else, and is written down as printed', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, {
      ...smallest(), needs: [{ text: 'Help with the forgetting' }],
      goals: [{ text: 'Sing at Easter', actions: [{ what: 'Drive her to choir', doer: round.jo.membershipId, daysTimes: 'Thursdays', notDo: 'The stairs' }, { what: 'Look into it quietly', doer: round.jo.membershipId, audience: 'internal' }] }],
    });
    const file = async (visitor: Visitor, query = ''): Promise<Buffer> => (await fileFrom(visitor.get(`/people/${personId}/plan/who-does-what/pdf${query}`)).expect(200)).body as Buffer;
    for (const [visitor, query] of [[jo, ''], [jo, '?size=large'], [idris, '']] as const) {
      const pdf = await file(visitor, query);
      const words = await wordsIn(pdf);
      expect(words).toMatch(/Who does what Goals Sing at Easter • {1,2}Jo Whitcombe, Marlshire County Council: Drive her to choir\. Thursdays Does not do: The stairs .*Medicines and allergies are not held here\./);
      expect(words).not.toMatch(/quietly|forgetting|undefined|null/);
      expect(rolesIn(await structureOf(pdf))).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'L', 'LI', 'P']));
    }
    const printed = await app.sql<{ n: number }>(`select count(*)::int as n from audit_event where person_id = $1 and action = 'print' and subject = 'CarePlan'`, [personId]);
    expect(printed[0]?.n).toBe(3);
  });

  it('has on paper no need and no goal for which nobody does anything: on the fridge it helps nobody', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), needs: [{ text: 'Help with the forgetting' }] });
    const { text } = await jo.get(`/people/${personId}/plan/who-does-what`).expect(200);
    expect(text).toMatch(/class="os-goal os-noprint" id="need-[^>]*>\s*<h3[^>]*>Help with the forgetting/);
    expect(text).toMatch(/class="os-goal" id="goal-/);
  });
});
