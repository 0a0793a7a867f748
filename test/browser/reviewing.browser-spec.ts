import type { TestApp, Visitor } from '../support/app';
import { aTeam, anOrganisation, aWorker, PASSWORD, type TestOrganisation, type TestWorker } from '../support/staff';
import { openCase, register } from '../journeys/people';
import { inDays, planOf, publish } from '../journeys/plans';
import { addToCircle, letIn } from '../journeys/round';
import { atAPhone, FEW, withAMouse, type Hand } from './hand';
import { walksInARound, type Walks } from './place';

/** Those round Chidi: the speech therapist who leads, a volunteer of the stroke charity, and the manager of the council's team. */
interface Around { talkAgain: TestOrganisation; council: TestOrganisation; zofia: TestWorker; val: TestWorker; denise: TestWorker }
let app: TestApp;
let walks: Walks;
let round: Around;
let zofia: Visitor;

beforeAll(async () => {
  const place = await walksInARound();
  ({ app, walks } = place);
  const { trust, council } = place.round;
  const talkAgain = await anOrganisation(app, { name: 'Talk Again', sector: 'vcse', accessScope: 'named' });
  round = {
    talkAgain, council,
    zofia: await aWorker(app, trust, { name: 'Zofia Mazur', jobTitle: 'Speech therapist', keyWorkerTrained: true, teamIds: [await aTeam(app, trust, 'Speech therapy')] }),
    val: await aWorker(app, talkAgain, { name: 'Val Hope', jobTitle: 'Volunteer coordinator' }),
    denise: await aWorker(app, council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] }),
  };
  zofia = await round.zofia.signIn();
});
afterAll(() => walks?.close());

const ECLIPSE = 'Explain the eclipse of 2 August 2027 to Kelechi before it comes';
const FISH = 'Fish at Weir Pool';

/** Chidi with a plan of two goals, and with a page of his own. */
async function chidi(): Promise<{ personId: string; email: string }> {
  const personId = await register(zofia, { given: 'Chidi', preferred: 'Chidi', birthDate: '1968-01-21' });
  await openCase(zofia, personId, { keyWorkerMembershipId: round.zofia.membershipId });
  await addToCircle(zofia, personId, { organisationId: round.talkAgain.id, membershipId: round.val.membershipId, does: 'Talking group on Thursdays', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  await addToCircle(zofia, personId, { organisationId: round.council.id, membershipId: round.denise.membershipId, does: 'Direct payment', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  await publish(zofia, personId, {
    whatMatters: 'Physics, fishing, and time to find the word.', goals: [{ text: ECLIPSE, actions: [{ what: 'Draw the shadow with Kelechi', doer: 'person' }] }, { text: FISH, actions: [{ what: 'Find a left-handed reel', doer: 'person' }] }],
    needs: [{ text: 'Getting to Weir Pool', domain: 'transport' }], whoToRing: 'Zofia Mazur, 01632 960017', ifItGoesWrong: 'Ring the therapists on the same day.', nextReviewOn: inDays(20), personView: 'agrees', viewAsked: 'with_support', viewSupport: 'Yes and no cards',
  });
  return { personId, email: (await letIn(app, personId, 'person', { name: 'Chidi' })).email };
}

const arrive = (hand: Hand, { email }: { email: string }, heading: string | RegExp = 'Today'): Promise<void> => hand.signIn(email, PASSWORD, heading);

/** The key worker plans it, and asks everybody who helps. */
async function planAndAsk(key: Hand, personId: string): Promise<void> {
  await key.open(`/people/${personId}/reviews`, /Reviews/);
  await key.follow(key.button('Plan a review'), 'Plan a review');
  await key.follow(key.button('Save and choose who is asked'), 'Plan a review');
  expect(await key.words()).toContain('Choose how it is held');
  await key.choose('At the person’s home');
  await key.typeDay('startsAt', inDays(3));
  await key.type('Time, like 14:30', '10:00');
  await key.type('Where, or how to join (optional)', '31 Mill Race, with the drawing board');
  await key.follow(key.button('Save and choose who is asked'), 'Who is asked?');
  for (const name of ['Talk Again', 'Marlshire County Council']) expect(await key.words()).toContain(name);
  await key.choose('Yes, with somebody’s support');
  await key.type(/Who could support them/, 'Terry, who fishes with him');
  await key.type(/An interpreter, or another format/, 'Yes and no cards');
  await key.follow(key.button('Ask them'), 'Planned review');
  expect(await key.words()).toMatch(/Everybody is asked[^]*Talk Again/);
}

/** The partner answers one question a page, checks, sends, and says that she comes. Returns how many pages that took. */
async function answer(val: Hand, at: string): Promise<number> {
  const start = val.pages;
  await val.follow(val.menu('Reviews'), 'My reviews');
  await val.follow(val.page.locator(`a[href="${at}"]`), 'Planned review');
  await val.follow(val.link(ECLIPSE), 'How is this goal going?');
  await val.follow(val.button('Save and continue'), 'How is this goal going?');
  expect(await val.words()).toContain('Choose how this goal is going');
  await val.choose('Some progress');
  await val.type('What would help next? (optional)', 'Three written choices, and time');
  await val.follow(val.button('Save and continue'), 'How is this goal going?');
  expect(await val.words()).toContain(FISH);
  await val.choose('Stuck');
  await val.follow(val.button('Save and continue'), 'Check and send');
  await val.follow(val.link(/what else you said/), 'What else should the review know?');
  await val.type('What else should the review know?', 'He stays the whole hour now');
  await val.follow(val.button('Save and continue'), 'Check and send');
  expect(await val.words()).toMatch(/Some progress\. Three written choices, and time[^]*Stuck[^]*He stays the whole hour now/);
  await val.follow(val.button('Send'), 'Planned review');
  await val.follow(val.link('Do you come?'), 'Do you come?');
  await val.choose('Yes, we come');
  await val.follow(val.button('Save'), 'Planned review');
  return val.pages - start;
}

/** Every point is gone through: a decision, something that the charity does, and one where nothing changes. */
async function goThrough(key: Hand): Promise<void> {
  await key.follow(key.button('Begin the review'), 'Planned review');
  await key.type('Add a point', 'Who rings at weekends?');
  await key.follow(key.button('Add'), 'Planned review');
  await key.follow(key.link(ECLIPSE), /Explain the eclipse/);
  expect(await key.words()).toMatch(/Some progress[^]*Three written choices, and time[^]*Val Hope, Talk Again/);
  await key.follow(key.button('Save'), 'Planned review');
  expect(await key.words()).toContain('No outcome yet');
  await key.follow(key.link(ECLIPSE), /Explain the eclipse/);
  await key.choose('Decided');
  await key.type('If something was decided, or is to be done: what?', 'He draws it, Kelechi asks');
  await key.follow(key.button('Save'), 'Planned review');
  await key.follow(key.link(FISH), /Fish at Weir Pool/);
  await key.choose('Somebody does something');
  await key.follow(key.button('Save'), /Fish at Weir Pool/);
  for (const words of ['Enter what is to be done', 'Choose who does it', 'Enter by when']) expect(await key.words()).toContain(words);
  await key.type('If something was decided, or is to be done: what?', 'Terry brings the reel on a dry Saturday');
  await key.choose('Talk Again');
  await key.typeDay('dueOn', inDays(12));
  await key.follow(key.button('Save'), 'Planned review');
  for (const point of ['He stays the whole hour now', 'Who rings at weekends?']) {
    await key.follow(key.link(point), point);
    await key.choose('Nothing changes');
    await key.follow(key.button('Save'), 'Planned review');
  }
  expect(await key.words()).not.toContain('No outcome yet');
}

async function promiseAndDissent(val: Hand, denise: Hand, at: string): Promise<void> {
  await val.open(at, 'Planned review');
  await val.follow(val.link(FISH), /Fish at Weir Pool/);
  await val.choose('Yes, we do this');
  await val.typeDay('onDate', inDays(14));
  await val.follow(val.button('Save'), 'Planned review');
  expect(await val.words()).toContain('Talk Again does this by');
  await denise.open(at, 'Planned review');
  expect(await denise.words()).toContain('Talk Again does this by');
  await denise.follow(denise.link('Who rings at weekends?'), 'Who rings at weekends?');
  await denise.type('What do you not agree with?', 'Somebody has to be named');
  await denise.follow(denise.button('Keep it under my name'), 'Planned review');
}

/** A new version of the plan, written beside what was said: one step is another, and one comes of the review with whoever promised it. */
async function revise(key: Hand, personId: string): Promise<void> {
  await key.follow(key.button('Write the plan with what was said beside it'), 'Revise the plan');
  expect(await key.words()).toMatch(/Stuck[^]*Terry brings the reel on a dry Saturday[^]*Talk Again does this by/);
  await key.type(key.page.locator('#goals-1-actions-0-what'), 'Find a left-handed reel, and line');
  await key.follow(key.button(/^Take into the draft/), 'Revise the plan');
  expect(await key.words()).toContain('Saved, and taken into the draft as a step of its goal');
  expect(await Promise.all([0, 1].map((step) => key.page.locator(`#goals-1-actions-${step}-what`).inputValue()))).toEqual(['Find a left-handed reel, and line', 'Terry brings the reel on a dry Saturday']);
  await key.stepsGoOn();
  await key.typeDay('nextReviewOn', inDays(90));
  await key.choose(/^They agree$/);
  await key.select('How were they asked?', 'With support');
  await key.type('With what support (if so)', 'Yes and no cards');
  await key.follow(key.button('Publish the plan'), /plan/i);
  const { plan, goals } = await planOf(zofia, personId);
  expect([plan?.label, goals[1]?.actions[1]?.doer?.organisationId, goals[1]?.actions[1]?.dueOn]).toEqual(['2', round.talkAgain.id, inDays(14)]);
}

const SUMMARY = 'You draw the eclipse for Kelechi. Terry brings the reel on a dry Saturday.';
async function close(key: Hand, at: string, changed: boolean): Promise<void> {
  await key.follow(key.button('Close the review'), 'Close the review');
  await key.type('What was decided, in plain words', SUMMARY);
  await key.choose(changed ? 'A new version of the plan was published' : 'Nothing changes in the plan');
  await key.tick(key.page.getByRole('group', { name: 'Who was there?' }).getByRole('checkbox', { name: 'Talk Again' }));
  if (!changed) await key.typeDay('nextReviewOn', inDays(60));
  if (!changed) {
    await key.follow(key.button('Close the review and tell everybody'), 'Close the review');
    expect(await key.words()).toContain('Choose what the person thinks of it');
    await key.choose('They agree, but for something');
    await key.type('In their own words (optional)', 'Fish. Yes. Soon');
  }
  await key.follow(key.button('Close the review and tell everybody'), 'Planned review');
  expect(new URL(key.page.url()).pathname).toBe(at);
}

describe('a whole review of somebody who says little', () => {
  jest.setTimeout(300_000);

  it('is planned by a key worker, answered by a volunteer on a phone, contradicted by a manager, closed, and read by the partner and the person', () => walks.walk(async (key) => {
    const { personId, email } = await chidi();
    const changed = key.way.script;
    await arrive(key, round.zofia);
    const start = key.pages;
    await planAndAsk(key, personId);
    const at = new URL(key.page.url()).pathname;
    const val = await key.another(atAPhone(key.way));
    await arrive(val, round.val);
    const answered = await answer(val, at);
    const denise = await key.another(withAMouse(key.way));
    await arrive(denise, round.denise, /./);

    await key.open(at, 'Planned review');
    await goThrough(key);
    await key.follow(key.button('Go on to write it up'), 'Planned review');
    await key.follow(key.button('Share it for everybody to check'), 'Planned review');
    await promiseAndDissent(val, denise, at);
    await key.open(at, 'Planned review');
    expect(await key.words()).toMatch(/Talk Again does this by[^]*Denise Marchetti, Marlshire County Council, does not agree: Somebody has to be named/);
    if (changed) {
      await revise(key, personId);
      await key.open(at, 'Planned review');
    }
    await close(key, at, changed);

    const came = changed ? 'A new version of the plan was published' : 'Nothing changes in the plan. They agree, but for something: “Fish. Yes. Soon”';
    for (const reader of [val, denise]) {
      await reader.open(at, 'Planned review');
      for (const words of [SUMMARY, came, 'We look again on']) expect(await reader.words()).toContain(words);
      await reader.leave();
    }
    const home = await key.another(atAPhone(key.way));
    await arrive(home, { email }, /Hello/);
    expect(await home.words()).toContain(SUMMARY);
    await home.leave();
    console.info(`By ${key.way.name}: the key worker came to ${key.pages - start} pages, the partner answered in ${answered}`);
  }, FEW));
});
