import type { Browser } from 'playwright-core';
import { loadDemonstration } from '../../apps/cli/src/demonstration/load';
import { theTwelve } from '../../apps/cli/src/demonstration';
import { startTestApp, type TestApp } from '../support/app';
import { launchBrowser } from '../support/browser';
import { Hand, WAYS, type Seen, type Way } from './hand';

const PASSWORD = 'tell it once';
const NOTHING = 'There is nothing here that you can see';
const JO = 'keyworker@demo.test';
const NURSE = 'nurse@demo.test';
const OTHER_TEAM = 'zofia.mazur@marl-valley.demo.test';
const OTHER_COUNCIL = 'omar.siddiqui@marlshire-cc.demo.test';
const MARGERY = /Margery Plumtree-Oduya/;

let app: TestApp;
let browser: Browser;
let margery: string;
const seen: Seen = new Set();

beforeAll(async () => {
  app = await startTestApp();
  await loadDemonstration(app.db, { log: () => undefined, people: theTwelve });
  const [row] = await app.sql<{ person_id: string }>(`select person_id from person where family = 'Plumtree-Oduya'`);
  margery = row?.person_id ?? '';
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** The same journey by each way at the same time, everybody at a browser of their own; who fails is named. */
async function everybody(journey: (hand: Hand) => Promise<void>, ways: readonly Way[] = WAYS): Promise<void> {
  const ends = await Promise.allSettled(ways.map(async (way) => {
    const hand = await Hand.at(browser, app.url, way, seen);
    try {
      await journey(hand);
    } catch (error) {
      await hand.picture(`${expect.getState().currentTestName} ${way.name}`);
      throw error;
    }
    await hand.leave();
  }));
  const failed = ends.flatMap((end, index) => (end.status === 'rejected' ? [`${ways[index]?.name}: ${String(end.reason)}`] : []));
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
}

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
  await hand.type('Name, date of birth or NHS number', search);
  await hand.follow(hand.page.getByRole('main').getByRole('button', { name: 'Search' }), 'Find a person');
}

describe('with mouse, keyboard or no script, on a desk and on a phone', () => {
  jest.setTimeout(180_000);

  it('a key worker comes from today over the caseload to a person, and writes a note after seeing who will read it', () => everybody(async (hand) => {
    await hand.signIn(JO, PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    await hand.type('Name, date of birth or NHS number', 'plum');
    await hand.follow(hand.button('Filter'), 'Caseload');
    await hand.follow(hand.link(MARGERY), /Overview/);
    await writeNote(hand, circleNote(hand.way), /^The circle/, /Idris Vaughan|District nursing/);
    await writeNote(hand, ownNote(hand.way), /Only my organisation/, /Idris Vaughan|District nursing/);
    await hand.follow(hand.page.getByRole('navigation', { name: MARGERY }).getByRole('link', { name: 'Timeline' }), /Timeline/);
    expect(await hand.words()).toContain(circleNote(hand.way));
  }));

  it('a nurse of another organisation reads the note for the circle and not the internal one', () => everybody(async (hand) => {
    await hand.signIn(NURSE, PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    await hand.follow(hand.link(MARGERY), /Overview/);
    await hand.follow(hand.page.getByRole('navigation', { name: MARGERY }).getByRole('link', { name: 'Timeline' }), /Timeline/);
    const words = await hand.words();
    for (const way of WAYS) {
      expect(words).toContain(circleNote(way));
      expect(words).not.toContain(ownNote(way));
    }
  }));

  it('her colleague outside the team gets what one gets who asks for nobody', () => everybody(async (hand) => {
    await hand.signIn(OTHER_TEAM, PASSWORD, 'Today');
    await hand.open(`/people/${margery}`, NOTHING);
    const hidden = await hand.words();
    await hand.open('/people/019a0000-0000-7000-8000-000000000000', NOTHING);
    expect(await hand.words()).toBe(hidden);
  }));

  it('a voluntary worker sees only the person who is assigned to her', () => everybody(async (hand) => {
    await hand.signIn('voluntary@demo.test', PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    expect(await hand.page.locator('tbody th a').allInnerTexts()).toEqual([expect.stringMatching(MARGERY)]);
    await hand.follow(hand.menu('People'), 'Find a person');
    await find(hand, 'Oduya');
    expect(await hand.page.locator('tbody th a').allInnerTexts()).toEqual([expect.stringMatching(MARGERY)]);
    await find(hand, 'Hallam');
    expect(await hand.words()).toContain('No one found');
  }));

  it('an income officer finds nobody: by list, search or address', () => everybody(async (hand) => {
    await hand.signIn('income@demo.test', PASSWORD, 'Today');
    await hand.follow(hand.menu('Caseload'), 'Caseload');
    expect(await hand.words()).toContain('No one is assigned to you yet');
    await hand.follow(hand.menu('People'), 'Find a person');
    await find(hand, 'Hallam');
    expect(await hand.words()).toContain('No one found');
    await hand.open(`/people/${margery}`, NOTHING);
  }));

  it('the information-governance lead sees who looked, and who tried and was refused', async () => {
    await everybody(async (hand) => {
      await hand.signIn(NURSE, PASSWORD, 'Today');
      await hand.open(`/people/${margery}`, /Overview/);
    }, WAYS.slice(0, 1));
    await everybody(async (hand) => {
      await hand.signIn(OTHER_COUNCIL, PASSWORD, 'Today');
      await hand.open(`/people/${margery}`, NOTHING);
    }, WAYS.slice(0, 1));
    await everybody(async (hand) => {
      await hand.signIn('ig@demo.test', PASSWORD, 'Who looked');
      await hand.type('Part of the name', 'plum');
      await hand.follow(hand.button('Find'), 'Who looked');
      await hand.follow(hand.link(MARGERY), /Who looked: Margery/);
      await hand.follow(hand.page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: /Opened/ }), /Who looked: Margery/);
      expect(await hand.words()).toMatch(/Idris Vaughan\s+Marl Valley Community Health Trust\s+Opened the overview/);
      await hand.follow(hand.page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: /Refused/ }), /Who looked: Margery/);
      expect(await hand.words()).toContain('Omar Siddiqui');
    });
  });

  it('a person reads their own page and who looked', () => everybody(async (hand) => {
    await hand.signIn('person@demo.test', PASSWORD, 'Hello, Eun-ji');
    expect(await hand.words()).toMatch(/Who to ring now[^]*Marcia Bell/);
    await hand.follow(hand.link(/Who looked at my record/), 'Who looked at my record');
    await hand.open(`/people/${margery}`, /nothing here|cannot do this/);
  }));

  it('a family carer reads what the person agreed, and no more', () => everybody(async (hand) => {
    await hand.signIn('carer@demo.test', PASSWORD, /The page of Wanda/);
    expect(await hand.words()).not.toContain('Gareth');
    await hand.follow(hand.link(/Who looked at this record/), /Who looked at the record of Wanda/);
  }));
});
