import { focusStop } from '../support/focus';
import { FEW, WAYS, type Hand, type Way } from './hand';
import { Brackenbridge } from './place';

const PASSWORD = 'tell it once';
const NOTHING = 'There is nothing here that you can see';
const JO = 'keyworker@demo.test';
const NURSE = 'nurse@demo.test';
const OTHER_TEAM = 'zofia.mazur@marl-valley.demo.test';
const OTHER_COUNCIL = 'omar.siddiqui@marlshire-cc.demo.test';
const MARGERY = /Margery Plumtree-Oduya/;

let place: Brackenbridge;
beforeAll(async () => {
  place = await Brackenbridge.open();
}, 120_000);
afterAll(() => place?.close());

const circleNote = ({ name }: Way): string => `The new boiler is in, told by ${name}.`;
const ownNote = ({ name }: Way): string => `Duncan rang again about the house, told by ${name}.`;

/** From the sign-in page to a note that the reader of the preview would expect to be saved. */
async function writeNote(hand: Hand, text: string, audience: RegExp, willSee: RegExp): Promise<void> {
  await hand.type('What happened', text);
  await hand.choose('With the person themselves');
  await hand.choose(audience);
  if (!hand.way.script) await hand.follow(hand.button('Check who will see this'), 'Add a note');
  await hand.page.locator('#who-will-see').getByText(willSee).first().waitFor();
  await hand.follow(hand.button('Save note'), /Overview/);
  expect(await hand.words()).toContain('Note saved');
}

async function find(hand: Hand, search: string): Promise<void> {
  await hand.type(/Name, date of birth or (NHS number|our reference)/, search);
  await hand.follow(hand.page.getByRole('main').getByRole('button', { name: 'Search' }), 'Find a person');
}

describe('with keyboard, mouse, finger or no script, on a desk and on a phone', () => {
  jest.setTimeout(180_000);

  it('a key worker comes from today over the caseload to a person, and writes a note after seeing who will read it', () => place.walk(async (hand) => {
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    await hand.type('Name, date of birth or number', 'plum');
    await hand.follow(hand.button('Filter'), 'Caseload');
    await hand.follow(hand.link(MARGERY), /Overview/);
    await hand.follow(hand.page.getByRole('link', { name: 'Back to caseload' }), 'Caseload');
    expect(await hand.page.getByLabel('Name, date of birth or number', { exact: true }).inputValue()).toBe('plum');
    await hand.follow(hand.link(MARGERY), /Overview/);
    await writeNote(hand, circleNote(hand.way), /^The circle/, /Idris Vaughan|District nursing/);
    await writeNote(hand, ownNote(hand.way), /Only my organisation/, /Idris Vaughan|District nursing/);
    await hand.follow(hand.page.getByRole('navigation', { name: MARGERY }).getByRole('link', { name: 'Timeline' }), /Timeline/);
    expect(await hand.words()).toContain(circleNote(hand.way));
  }));

  it('a nurse of another organisation reads the note for the circle and not the internal one', () => place.walk(async (hand) => {
    await hand.signIn(NURSE, PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    await hand.follow(hand.link(MARGERY), /Overview/);
    await hand.follow(hand.page.getByRole('navigation', { name: MARGERY }).getByRole('link', { name: 'Timeline' }), /Timeline/);
    const words = await hand.words();
    for (const way of WAYS) {
      expect(words).toContain(circleNote(way));
      expect(words).not.toContain(ownNote(way));
    }
  }, FEW));

  it('her colleague outside the team gets what one gets who asks for nobody', () => place.walk(async (hand) => {
    await hand.signIn(OTHER_TEAM, PASSWORD, 'Today');
    await hand.open(`/people/${place.margery}`, NOTHING);
    const hidden = await hand.words();
    await hand.open('/people/019a0000-0000-7000-8000-000000000000', NOTHING);
    expect(await hand.words()).toBe(hidden);
  }, FEW));

  it('a voluntary worker sees only the person who is assigned to her', () => place.walk(async (hand) => {
    await hand.signIn('voluntary@demo.test', PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    expect(await hand.page.locator('tbody th a').allInnerTexts()).toEqual([expect.stringMatching(MARGERY)]);
    await hand.follow(hand.menu('People'), 'Find a person');
    await find(hand, 'Oduya');
    expect(await hand.page.locator('tbody th a').allInnerTexts()).toEqual([expect.stringMatching(MARGERY)]);
    await find(hand, 'Hallam');
    expect(await hand.words()).toContain('No one found');
  }, FEW));

  it('an income officer finds nobody: by list, search or address', () => place.walk(async (hand) => {
    await hand.signIn('income@demo.test', PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    expect(await hand.words()).toContain('No one is assigned to you yet');
    await hand.follow(hand.menu('People'), 'Find a person');
    await find(hand, 'Hallam');
    expect(await hand.words()).toContain('No one found');
    await hand.open(`/people/${place.margery}`, NOTHING);
  }, FEW));

  it('the information-governance lead sees who looked, and who tried and was refused', async () => {
    await place.walk(async (hand) => {
      await hand.signIn(NURSE, PASSWORD, 'Today');
      await hand.open(`/people/${place.margery}`, /Overview/);
    }, FEW.slice(0, 1));
    await place.walk(async (hand) => {
      await hand.signIn(OTHER_COUNCIL, PASSWORD, 'Today');
      await hand.open(`/people/${place.margery}`, NOTHING);
    }, FEW.slice(0, 1));
    await place.walk(async (hand) => {
      await hand.signIn('ig@demo.test', PASSWORD, 'To review');
      await hand.follow(hand.menu('Who looked'), 'Who looked');
      await hand.type('Part of the name', 'plum');
      await hand.follow(hand.button('Find'), 'Who looked');
      await hand.follow(hand.link(MARGERY), /Who looked: Margery/);
      await hand.follow(hand.page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: /Opened/ }), /Who looked: Margery/);
      expect(await hand.words()).toContain('Idris Vaughan');
      await hand.follow(hand.page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: /Refused/ }), /Who looked: Margery/);
      expect(await hand.words()).toContain('Omar Siddiqui');
    }, FEW);
  });

  it('a person reads their own page and who looked', () => place.walk(async (hand) => {
    await hand.signIn('person@demo.test', PASSWORD, 'Hello, Eun-ji');
    expect(await hand.words()).toMatch(/Who to ring now[^]*Marcia Bell/);
    await hand.follow(hand.link(/Who looked at my record/), 'Who looked at my record');
    await hand.open(`/people/${place.margery}`, /nothing here|cannot do this/);
  }, FEW));

  it('a family carer reads what the person agreed, and no more', () => place.walk(async (hand) => {
    await hand.signIn('carer@demo.test', PASSWORD, /The page of Wanda/);
    expect(await hand.words()).not.toContain('Gareth');
    await hand.follow(hand.link(/Who looked at this record/), /Who looked at the record of Wanda/);
  }, FEW));
});

describe('what goes wrong on the way', () => {
  jest.setTimeout(180_000);

  it('an administrator invites a colleague with a link, chooses team and role, and ends the membership: the next request is signed out', () => place.walk(async (hand) => {
    const name = `Robin ${hand.way.name}`;
    await hand.signIn('admin@demo.test', PASSWORD, 'People and access');
    await hand.follow(hand.link('Invite a colleague'), 'Invite a colleague');
    await hand.type('Full name', name);
    await hand.type('Work e-mail address', `${name.replaceAll(' ', '.')}@fernlea.test`);
    await hand.type('Job title', 'Tenancy support worker');
    await hand.follow(hand.button('Invite'), `${name} is invited`);
    const [link = ''] = /\/link\/\S+/.exec(await hand.words()) ?? [];

    const colleague = await hand.another();
    await colleague.open(link, /Welcome to OneStory/);
    await colleague.type('Password', 'four quite plain words');
    await colleague.follow(colleague.button('Set password'), 'Sign in');
    await colleague.enter(`${name.replaceAll(' ', '.')}@fernlea.test`, 'four quite plain words', 'Today');

    await hand.follow(hand.page.getByRole('link', { name: 'Back to people and access' }), 'People and access');
    await hand.follow(hand.link(name), name);
    await hand.tick('Leads a team');
    await hand.tick('Tenancy support');
    await hand.follow(hand.button('Save'), 'People and access');
    expect(await hand.words()).toContain(`${name} was changed`);
    expect(await hand.page.getByRole('row', { name }).innerText()).toMatch(/Leads a team[^]*Tenancy support/);
    await hand.follow(hand.link(name), name);
    await hand.follow(hand.link(`End the access of ${name}`), `End the access of ${name}`);
    await hand.follow(hand.button('End access now'), 'People and access');

    await colleague.open('/caseload', 'Sign in');
    await colleague.leave();
  }, FEW));

  it('a session ends while a note is being written: the text is there again after signing in', () => place.walk(async (hand) => {
    const text = `She slept badly, told by ${hand.way.name}.`;
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.open(`/people/${place.margery}`, /Overview/);
    await hand.type('What happened', text);
    await hand.choose('With a relative');
    await hand.choose(/Only my organisation/);
    if (hand.way.script) await hand.page.locator('#who-will-see').getByText('If you save it now').waitFor();
    await place.endSessionOf(hand);
    await hand.follow(hand.button('Save note'), 'Sign in');
    expect(await hand.words()).toContain('What you typed has been kept');
    await hand.enter(JO, PASSWORD, 'Add a note');
    expect(await hand.page.getByLabel('What happened').inputValue()).toBe(text);
    expect(await hand.page.getByRole('radio', { name: 'With a relative' }).isChecked()).toBe(true);
    await hand.follow(hand.button('Save note'), /Overview/);
    expect(await place.timesNoted(text)).toBe(1);
  }, FEW));

  it('a double click on Save saves once', () => place.walk(async (hand) => {
    const text = `The lunch club is on Thursdays, told by ${hand.way.name}.`;
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.open(`/people/${place.margery}`, /Overview/);
    await hand.type('What happened', text);
    await hand.choose('With the person themselves');
    await hand.choose(/Only my organisation/);
    await hand.button('Save note').dblclick();
    await hand.page.getByText('Note saved').waitFor();
    await hand.open(`/people/${place.margery}/timeline`, /Timeline/);
    expect(await place.timesNoted(text)).toBe(1);
  }, WAYS.filter(({ name }) => name === 'mouse on a desk')));

  it('an empty note is refused on the page: the summary has the focus, and its link leads into the field', () => place.walk(async (hand) => {
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.open(`/people/${place.margery}/contact-notes/new`, 'Add a note');
    await hand.follow(hand.button('Save note'), 'Add a note');
    expect(await hand.page.title()).toMatch(/^Error: /);
    const link = hand.page.getByRole('main').getByRole('link', { name: 'Enter what happened' });
    if (!hand.way.script) return link.click();
    expect(await hand.page.evaluate(() => document.activeElement?.className)).toContain('nhsuk-error-summary');
    await hand.press(link);
    expect(await hand.page.evaluate(() => document.activeElement?.id)).toBe('text');
  }, FEW));
});

describe('by keyboard', () => {
  const desk = WAYS.filter(({ name }) => name === 'keyboard on a desk');

  it('the first stop is the link past the header, which leads to the content', () => place.walk(async (hand) => {
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.open(`/people/${place.margery}`, /Overview/);
    await hand.page.keyboard.press('Tab');
    expect(await hand.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content');
    await hand.page.keyboard.press('Enter');
    expect(await hand.page.evaluate(() => document.activeElement?.id)).toBe('maincontent');
  }, desk));

  it.each([900, 700])('the focus is seen at every stop of a person’s page, forwards and backwards, on a screen of %i px', (height) => place.walk(async (hand) => {
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.page.setViewportSize({ width: 1280, height });
    await hand.open(`/people/${place.margery}`, /Overview/);
    for (const key of ['Tab', 'Shift+Tab']) expect(await stopsOf(hand, key)).toBeGreaterThan(30);
  }, desk));
});

/** Goes through the whole page; each stop must be seen. Returns how many there were. */
async function stopsOf(hand: Hand, key: string): Promise<number> {
  for (let stops = 0; ; stops += 1) {
    await hand.page.keyboard.press(key);
    const { on, fault } = await hand.page.evaluate(focusStop, null);
    expect({ on, fault }).toEqual({ on, fault: null });
    if (on === null) return stops;
    if (stops > 300) throw new Error('The Tab key goes round in a circle');
  }
}
