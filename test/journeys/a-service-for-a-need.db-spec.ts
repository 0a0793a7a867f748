import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { wordsOf } from './people';
import { planOf, publish, smallest, type Plan } from './plans';
import { aRound, margery, type Round } from './round';

let app: TestApp;
let round: Round;
let jo: Visitor;
let idris: Visitor;
let lifts: string;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, idris] = [await round.jo.signIn(), await round.idris.signIn()];
  lifts = await aService(app, round.ageWell, { name: 'Lifts', needs: ['transport_environment'] });
});
afterAll(() => app.close());

const asked = { whyNow: 'Rehearsals begin', facts: ['age'], opens: ['about_me'], agreedHow: 'in_person' };
type PlanWithReferrals = Plan & { needs: (Plan['needs'][0] & { referrals: { id: string; service: string; state: string }[] })[] };
const needsOf = async (visitor: Visitor, personId: string) => (await planOf(visitor, personId) as PlanWithReferrals).needs;
const withNeed = async (need: object = {}): Promise<{ personId: string; need: string }> => {
  const personId = await margery(round, jo);
  const plan = await publish(jo, personId, { ...smallest(), needs: [{ text: 'Getting to rehearsals', domain: 'transport', ...need }] });
  return { personId, need: plan.needs[0]?.id ?? '' };
};
const refer = (visitor: Visitor, personId: string, more: object) =>
  visitor.send('post', `/api/people/${personId}/referrals`, { serviceId: lifts, needDomain: 'transport_environment', needText: 'A lift on Thursdays', ...asked, ...more });

describe('A service for a need', () => {
  it('is found from the plan: the directory with the kind of help chosen, then the referral with the need in it, then its state beside the need', async () => {
    const { personId, need } = await withNeed();
    const plan = (await jo.get(`/people/${personId}/plan`).expect(200)).text;
    const link = /href="([^"]+)"[^>]*>Find a service for this need/.exec(plan)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(link).toBe(`/people/${personId}/referrals/new?need=transport_environment&forNeed=${need}`);
    const found = (await jo.get(link).expect(200)).text;
    expect(wordsOf(found)).toMatch(/For the need: Getting to rehearsals.*Lifts/);
    expect(found).toMatch(/<option value="transport_environment" selected/);
    // Looking with other words keeps the need.
    expect(found).toContain(`<input type="hidden" name="forNeed" value="${need}"`);
    const choose = new RegExp(`href="([^"]+service=${lifts}[^"]*)"`).exec(found)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = (await jo.get(choose).expect(200)).text;
    expect(form).toMatch(/<option value="transport_environment" selected/);
    expect(form).toContain('>Getting to rehearsals</textarea>');
    expect(form).toContain(`name="needId" value="${need}"`);
    const check = (await jo.submit(`/people/${personId}/referrals/check`, { serviceId: lifts, needId: need, needDomain: 'transport_environment', needText: 'A lift', ...asked }).expect(200)).text;
    expect(check).toContain(`name="needId" value="${need}"`);
    const refused = await jo.submit(`/people/${personId}/referrals/check`, { serviceId: lifts, needId: need, needDomain: 'transport_environment', needText: '' }).expect(422);
    expect(refused.text).toContain(`name="needId" value="${need}"`);
    await jo.submit(`/people/${personId}/referrals`, { serviceId: lifts, needId: need, needDomain: 'transport_environment', needText: 'A lift', ...asked }).expect(303);
    expect(await needsOf(jo, personId)).toMatchObject([{ id: need, referrals: [{ service: 'Lifts', state: 'sent' }] }]);
    expect(wordsOf((await jo.get(`/people/${personId}/plan`)).text)).toMatch(/Getting to rehearsals.*Lifts, Age Well Brackenbridge Waits for an answer/);
    const { id } = (await needsOf(jo, personId))[0]?.referrals[0] as { id: string };
    await (await round.mo.signIn()).send('post', `/api/referrals/${id}/decline`, { reason: 'no_capacity' }).set('If-Match', '"2"').expect(200);
    expect(await needsOf(jo, personId)).toMatchObject([{ referrals: [{ state: 'declined' }] }]);
  });

  it('and its referral are together for those only who may see both', async () => {
    const { personId, need } = await withNeed({ category: 'mental_health' });
    await refer(jo, personId, { needId: need }).expect(201);
    expect((await needsOf(jo, personId))[0]?.referrals).toHaveLength(1);
    // The nurses have not been given mental health: neither the need nor what was asked for it.
    expect(await needsOf(idris, personId)).toEqual([]);
    const page = wordsOf((await idris.get(`/people/${personId}/plan`).expect(200)).text);
    expect(page).not.toContain('Lifts');
    expect(wordsOf((await idris.get(`/people/${personId}/referrals`).expect(200)).text)).not.toContain('Lifts');
  });

  it('I25: a referral is never wider than its need, and narrower where that is said', async () => {
    const { personId, need } = await withNeed({ audience: 'internal' });
    const { id } = (await refer(jo, personId, { needId: need, audience: 'circle' }).expect(201)).body as { id: string };
    expect(await app.sql('select audience, visible_to_person as open from referral where id = $1', [id])).toEqual([{ audience: 'internal', open: false }]);
    await idris.get(`/referrals/${id}`).expect(404);
    const named = await withNeed({ audience: 'named', namedOrganisationIds: [round.trust.id] });
    const own = (await refer(jo, named.personId, { needId: named.need, audience: 'internal' }).expect(201)).body as { id: string };
    expect(await app.sql('select audience from referral where id = $1', [own.id])).toEqual([{ audience: 'internal' }]);
    await idris.get(`/referrals/${own.id}`).expect(404);
  });

  it('input 34: a need that is hidden, of somebody else or of nobody is the same 404', async () => {
    const { personId, need } = await withNeed({ category: 'mental_health' });
    const other = await withNeed();
    const answers = await Promise.all([refer(idris, personId, { needId: need }), refer(idris, personId, { needId: other.need }), refer(idris, personId, { needId: newId() })]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const pages = await Promise.all([need, other.need, newId()].map((one) => idris.get(`/people/${personId}/referrals/new?forNeed=${one}`)));
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
