import type { Role } from '@app/kernel';
import type { AccessScope, Sector } from '@app/organisations';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';
import { addToCircle } from './round';
import { register, wordsOf } from './people';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

interface Sight {
  readonly roles: Role[];
  readonly volunteer: boolean;
  readonly assigned: string[];
  readonly colleagues: string[];
  readonly strangers: string[];
  readonly writes: boolean;
  readonly menu: string[];
}
const OURS = 'your organisation’s own notes';

async function anAdministrator(traits: { sector?: Sector; accessScope?: AccessScope }): Promise<{ organisation: TestOrganisation; ivy: Visitor }> {
  const organisation = await anOrganisation(app, traits);
  return { organisation, ivy: await (await aWorker(app, organisation, { roles: ['org_admin'] })).signIn() };
}
const allSights = async (visitor: Visitor): Promise<Sight[]> => ((await visitor.get('/api/colleagues/what-each-sees').expect(200)).body as { items: Sight[] }).items;
const sightsOf = async (visitor: Visitor): Promise<Map<Role, Sight>> => new Map((await allSights(visitor)).filter((one) => !one.volunteer).map((one) => [one.roles[0] as Role, one]));

describe('What each role lets a colleague see', () => {
  it('is told of somebody invented, before anybody is invited: page and JSON say the same, and no record is read for it', async () => {
    const { ivy } = await anAdministrator({ sector: 'vcse', accessScope: 'named' });
    const sights = await sightsOf(ivy);
    expect(sights.get('practitioner')).toMatchObject({
      assigned: ['name and date of birth', 'address and telephone', 'what matters to them', 'their plan', 'visits and calls of others who help', OURS], colleagues: [], strangers: [], writes: true,
    });
    expect(sights.get('emergency_viewer')).toMatchObject({ assigned: sights.get('practitioner')?.assigned, writes: false });
    const answer = await ivy.get('/people-and-access/invite').expect(200);
    const page = wordsOf(answer.text);
    for (const { assigned, menu } of sights.values()) expect([page.includes(assigned.join('; ')), page.includes(menu.join(', '))]).toEqual([true, true]);
    expect(await app.sql('select 1 from audit_event where request_id = $1 and (person_id is not null or person_ids is not null)', [answer.headers['x-request-id']])).toEqual([]);
  });

  it('opens nothing of anybody to who looks after people and access, information governance or figures', async () => {
    const { ivy } = await anAdministrator({ sector: 'nhs_primary', accessScope: 'organisation' });
    const sights = await sightsOf(ivy);
    for (const role of ['org_admin', 'ig_lead', 'place_manager'] as const) expect(sights.get(role)).toMatchObject({ assigned: [], colleagues: [], strangers: [], writes: false });
    expect(sights.get('org_admin')?.menu).toEqual(['People and access']);
    for (const { assigned, colleagues, strangers } of sights.values()) {
      expect(strangers).toEqual([]);
      for (const kept of ['other organisations’ own notes', 'what is kept to people who are named', 'notes about safeguarding']) expect([...assigned, ...colleagues]).not.toContain(kept);
    }
  });

  it('follows who in the organisation a relationship opens: everybody in a practice, the team in a council', async () => {
    const [practice, council] = [await anAdministrator({ sector: 'nhs_primary', accessScope: 'organisation' }), await anAdministrator({ sector: 'council_social_care', accessScope: 'team' })];
    const [ours, theirs] = [(await sightsOf(practice.ivy)).get('practitioner'), (await sightsOf(council.ivy)).get('practitioner')];
    expect(ours?.colleagues).toEqual(ours?.assigned);
    expect([theirs?.assigned, theirs?.colleagues]).toEqual([ours?.assigned, []]);
  });

  it('of a volunteer it is what opens by name, also in a practice where everybody else opens what colleagues open', async () => {
    const { ivy } = await anAdministrator({ sector: 'nhs_primary', accessScope: 'organisation' });
    const [employed, volunteer] = (await allSights(ivy)).filter(({ roles }) => roles.includes('practitioner'));
    expect([employed?.volunteer, employed?.colleagues]).toEqual([false, employed?.assigned]);
    expect(volunteer).toMatchObject({ volunteer: true, assigned: employed?.assigned, colleagues: [], strangers: [] });
    expect(wordsOf((await ivy.get('/people-and-access/invite').expect(200)).text)).toContain('Works with people, as a volunteer');
  });

  it('is what a colleague with that role then sees of somebody real', async () => {
    const { organisation, ivy } = await anAdministrator({ sector: 'housing_association', accessScope: 'named' });
    const sight = (await sightsOf(ivy)).get('practitioner');
    const [steph, martin] = [await aWorker(app, organisation), await aWorker(app, organisation)];
    const jo = await (await aWorker(app, await anOrganisation(app))).signIn();
    const personId = await register(jo);
    await addToCircle(jo, personId, { organisationId: organisation.id, membershipId: steph.membershipId, does: 'The home', categories: ['identity', 'housing'] });
    for (const [category, text] of [['housing', 'Damp in the bedroom'], ['health', 'Short of breath']]) await jo.send('post', `/api/people/${personId}/contact-notes`, { text, about: 'person', audience: 'circle', category }).expect(201);
    const [assigned, colleague] = [await steph.signIn(), await martin.signIn()];
    const timeline = wordsOf((await assigned.get(`/people/${personId}/timeline`).expect(200)).text);
    expect([sight?.assigned.includes('notes about their home'), sight?.assigned.includes('health notes of others who help')]).toEqual([timeline.includes('Damp in the bedroom'), timeline.includes('Short of breath')]);
    expect([sight?.colleagues, (await colleague.get(`/people/${personId}`)).status]).toEqual([[], 404]);
  });

  it('stands on the page of each colleague for the roles that they have together', async () => {
    const { organisation, ivy } = await anAdministrator({ sector: 'vcse', accessScope: 'named' });
    const both = await aWorker(app, organisation, { roles: ['practitioner', 'org_admin'] });
    const only = await aWorker(app, organisation, { roles: ['org_admin'] });
    expect(wordsOf((await ivy.get(`/people-and-access/${both.membershipId}`)).text)).toMatch(/Of somebody whom they help name and date of birth;.*Writes in the record.*People and access/);
    expect(wordsOf((await ivy.get(`/people-and-access/${only.membershipId}`)).text)).toMatch(/Of somebody whom they help Nothing/);
  });
});
