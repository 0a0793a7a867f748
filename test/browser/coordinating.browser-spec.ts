import type { TestApp, Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aService } from '../support/services';
import { aWorker, PASSWORD, type TestWorker } from '../support/staff';
import { openCase, register } from '../journeys/people';
import { inDays, linesOf, linesOn, planOf } from '../journeys/plans';
import { addToCircle, aTeamOfTwoEmployers, keyWorkerOf, margery, type Round } from '../journeys/round';
import { FEW, type Hand } from './hand';
import { walksInARound, type Walks } from './place';

let app: TestApp;
let walks: Walks;
let round: Round;
let jo: Visitor;

beforeAll(async () => {
  ({ app, walks, round, jo } = await walksInARound());
});
afterAll(() => walks?.close());

const arrive = (hand: Hand, { email }: TestWorker): Promise<void> => hand.signIn(email, PASSWORD, 'Today');
const idsOn = (html: string, what: string): string[] => [...html.matchAll(new RegExp(`id="${what}-([0-9a-f-]{36})"`, 'g'))].map((match) => match[1] ?? '');
const idsIn = ({ body }: { body: unknown }): string[] => (body as { items: { id: string }[] }).items.map(({ id }) => id);

describe('by keyboard on a desk, and without JavaScript on a phone', () => {
  jest.setTimeout(180_000);

  it('a key worker writes the minimum useful plan in one sitting of at most six pages and publishes it; a nurse reads the same lines, and what the page shows is what JSON tells; a small update takes three', () => walks.walk(async (hand) => {
    const personId = await margery(round, jo);
    await arrive(hand, round.jo);
    const start = hand.pages;
    await hand.open(`/people/${personId}/plan`, /plan/i);
    await hand.follow(hand.button('Start the plan'), 'Start the plan');
    await hand.type(hand.page.locator('#whatMatters'), 'Singing, and being at home with Tunde.');
    await hand.type(hand.page.locator('#goals-0-text'), 'Sing at Easter, sitting down');
    await hand.type(hand.page.locator('#goals-0-actions-0-what'), 'Dress the leg');
    await hand.select(hand.page.locator('#goals-0-actions-0-doer'), 'District nursing');
    await hand.type(hand.page.locator('#needs-0-text'), 'Getting to rehearsals');
    await hand.type('Who to ring', 'Jo Whitcombe, 01632 960010');
    await hand.type('If it goes wrong', 'Two pillows are not enough: ring the same day.');
    await hand.follow(hand.button('Publish the plan'), 'Start the plan');
    expect(await hand.words()).toContain('Enter when we look at it again');
    await hand.typeDay('nextReviewOn', inDays(90));
    await hand.choose(/^They agree$/);
    await hand.select('How were they asked?', 'Directly');
    await hand.follow(hand.button('Publish the plan'), /plan/i);
    const first = hand.pages - start;
    expect(await hand.words()).toMatch(/Version 1[^]*Singing[^]*Sing at Easter[^]*Dress the leg[^]*District nursing/);
    expect(linesOn(await hand.page.content())).toEqual(linesOf(await planOf(jo, personId)));

    const nurse = await hand.another();
    await arrive(nurse, round.idris);
    await nurse.open(`/people/${personId}/plan`, /plan/i);
    expect(linesOn(await nurse.page.content())).toEqual(linesOf(await planOf(await round.idris.signIn(), personId)));
    await nurse.leave();

    await hand.follow(hand.link(/^Small update/), 'Small update of the plan');
    await hand.type('Who to ring', 'Jo Whitcombe, 01632 960011');
    await hand.follow(hand.button('Publish the small update'), /plan/i);
    const update = 1 + hand.pages - start - first;
    expect(await hand.words()).toContain('01632 960011');
    console.info(`By ${hand.way.name}: a first plan in ${first} pages, a small update in ${update}, from the plan to the plan`);
    expect([first <= 6, update <= 3]).toEqual([true, true]);
  }, FEW));

  it('a referral goes from the directory, found with a typing error, to the voluntary worker, who asks, is answered, accepts with a day and is in the circle', async () => {
    const lunch = await aService(app, round.ageWell, { name: 'Lunch club', intake: [round.delphine.membershipId] });
    await walks.walk(async (hand) => {
      const personId = await register(jo, { phone: '01632 960123' });
      await arrive(hand, round.jo);
      await hand.open('/services?search=lunhc', 'Services');
      expect(await hand.page.content()).toContain(`/services/${lunch}`);
      expect(idsIn(await jo.get('/api/services?search=lunhc').expect(200))).toEqual([lunch]);
      await hand.open(`/people/${personId}/referrals`, 'Referrals');
      await hand.follow(hand.button('Refer to a service'), 'Which service could help?');
      await hand.follow(hand.link('Lunch club'), 'Refer to Lunch club');
      await hand.type('What is needed?', 'Company at midday');
      await hand.type('Why now?', 'Eats alone since the spring');
      await hand.choose('They said so when we met');
      await hand.follow(hand.button('Check before you send'), 'Check before you send');
      await hand.follow(hand.button('Send referral'), /Lunch club/);
      const id = new URL(hand.page.url()).pathname.split('/').at(-1) ?? '';

      const delphine = await hand.another();
      await arrive(delphine, round.delphine);
      await delphine.follow(delphine.menu('Referrals'), 'Referrals');
      const asDelphine = await round.delphine.signIn();
      expect(idsOn(await delphine.page.content(), 'referral')).toContain(id);
      await delphine.follow(delphine.page.locator(`#referral-${id}`).getByRole('link'), /Lunch club/);
      expect(await delphine.page.content()).not.toContain(personId);
      await delphine.follow(delphine.button('Ask whoever referred'), 'Ask whoever referred');
      await delphine.type('What do you need to know?', 'On which floor?');
      await delphine.follow(delphine.button('Send question'), /Lunch club/);
      await hand.open(`/referrals/${id}`, /Lunch club/);
      await hand.follow(hand.button('Answer their question'), 'Answer their question');
      await hand.type('Your answer', 'On the second, with a lift');
      await hand.follow(hand.button('Send answer'), /Lunch club/);
      await delphine.open(`/referrals/${id}`, /Lunch club/);
      expect(await delphine.words()).toContain('On the second, with a lift');
      await delphine.follow(delphine.button('Accept this referral'), 'Accept this referral');
      await delphine.typeDay('promiseDate', inDays(9));
      await delphine.follow(delphine.button('Accept'), /Lunch club/);
      expect(await delphine.words()).toContain('You are in the circle now');
      await delphine.follow(delphine.link(/^Open /), /Overview/);
      expect((await asDelphine.get(`/api/referrals/${id}`).expect(200)).body).toMatchObject({ state: 'accepted', personId });
      await delphine.leave();
    }, FEW);
  });

  it('a manager of two employers’ team comes from the dashboard to somebody who waits and asks a key worker, who says yes; when they are ill, one act covers all of theirs', () => walks.walk(async (hand) => {
    const team = await aTeamOfTwoEmployers(app);
    const lead = await team.jo.signIn();
    const adaeze = await aWorker(app, team.council, { name: 'Adaeze Nwosu', keyWorkerTrained: true });
    const personId = await register(lead, { given: 'Wilhelmina' });
    const caseId = await openCase(lead, personId, {});
    await hand.signIn(team.denise.email, PASSWORD, /./);
    await hand.open('/dashboard', /team/i);
    await hand.follow(hand.link(/^Everybody who waits/), 'Waiting for a key worker');
    await hand.follow(hand.link(/Wilhelmina/), /Key worker/i);
    await hand.choose(new RegExp(team.jo.name));
    await hand.select('Why them? (only when they are not recommended)', 'They have the skills that are needed');
    await hand.follow(hand.button(/^Ask/), /Key worker/i);
    expect(await keyWorkerOf(lead, caseId)).toMatchObject({ asked: { membershipId: team.jo.membershipId } });

    const asked = await hand.another();
    await arrive(asked, team.jo);
    await asked.open(`/cases/${caseId}/key-worker`, /Key worker/i);
    await asked.follow(asked.button('Yes, I will be the key worker'), /Key worker|Overview/i);
    await asked.leave();

    await hand.open(`/workers/${team.jo.userId}/cover`, `Cover for ${team.jo.name}`);
    expect(await hand.words()).toContain('Wilhelmina');
    await hand.select('Who stands in?', adaeze.name);
    await hand.typeDay('until', inDays(7));
    await hand.follow(hand.button('Cover everybody'), `Cover for ${team.jo.name}`);
    expect(await hand.words()).toContain('1 is covered');
    expect((await (await adaeze.signIn()).get(`/api/people/${personId}`).expect(200)).body).toMatchObject({ keyWorker: { name: team.jo.name } });
  }, FEW));

  it('whoever is told something sees how much is new, opens it, and marks it as read', () => walks.walk(async (hand) => {
    const told = await aWorker(app, round.ageWell, { name: 'Rory Ellis' });
    const personId = await register(jo);
    await addToCircle(jo, personId, { organisationId: round.ageWell.id, membershipId: told.membershipId, does: 'Visits', categories: ['circle'] });
    await workThrough(app);
    await arrive(hand, told);
    await hand.open('/notices', 'Notices');
    const { body } = await (await told.signIn()).get('/api/notices').expect(200);
    const items = (body as { items: { id: string; personId: string; readAt: string | null }[] }).items.filter(({ readAt }) => readAt === null);
    expect([...(await hand.page.content()).matchAll(/name="ids" value="([0-9a-f-]{36})"/g)].map((match) => match[1])).toEqual(items.map(({ id }) => id));
    expect(items.map((item) => item.personId)).toContain(personId);
    const mine = items.find((item) => item.personId === personId);
    await hand.follow(hand.page.locator(`form:has(input[value="${mine?.id}"])`).getByRole('button'), 'Notices');
    expect(await hand.page.locator(`input[value="${mine?.id}"]`).count()).toBe(0);
  }, FEW));
});
