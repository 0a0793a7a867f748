import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { violationsOf } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { PASSWORD } from '../support/staff';
import { aRound, margery, type Round } from '../journeys/round';

let app: TestApp;
let round: Round;
let browser: Browser;
let asIdris: Visitor;
let personId: string;

beforeAll(async () => {
  app = await startTestApp({}, { direct: true });
  round = await aRound(app);
  personId = await margery(round, await round.jo.signIn());
  asIdris = await round.idris.signIn();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Jo, signed in, with a page of Margery's in each of these tabs. */
async function joReading(paths: string[]): Promise<{ context: BrowserContext; tabs: Page[]; said: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const said: string[] = [];
  const tabs: Page[] = [];
  for (const path of paths) {
    const tab = await context.newPage();
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.goto(`${app.url}/people/${personId}${path}`);
    if (tabs.length === 0) {
      await tab.getByLabel('E-mail address').fill(round.jo.email);
      await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await tab.getByRole('button', { name: 'Sign in' }).click();
    }
    await tab.getByRole('heading', { level: 1 }).waitFor();
    tabs.push(tab);
  }
  return { context, tabs, said };
}

const note = (text: string, audience = 'circle'): Promise<unknown> => asIdris.send('post', `/api/people/${personId}/contact-notes`, { text, about: 'person', audience });
const strip = (page: Page) => page.getByRole('status').filter({ hasText: 'Something has changed here' });
const STREAMING = 'navigator.locks.query().then((locks) => locks.held.some((lock) => lock.name === "onestory-live"))';

describe('a page that is open while somebody else writes', () => {
  it('says in every tab that something has changed; nothing moves, what is half written stays, and the link shows the latest', async () => {
    const { context, tabs, said } = await joReading(['/contact-notes/new', '/timeline']);
    const [writing, reading] = tabs as [Page, Page];
    await reading.waitForFunction(STREAMING);
    await writing.getByLabel('What happened').fill('She was at the window when I came');
    const field = await writing.getByLabel('What happened').boundingBox();
    await note('The dressing was changed');
    for (const tab of tabs) await strip(tab).waitFor();
    expect(await writing.getByLabel('What happened').inputValue()).toBe('She was at the window when I came');
    expect(await writing.getByLabel('What happened').boundingBox()).toEqual(field);
    expect(await violationsOf(reading)).toEqual([]);
    expect(await reading.getByText('The dressing was changed').count()).toBe(0);
    await strip(reading).getByRole('link', { name: 'Show the latest' }).click();
    await reading.getByText('The dressing was changed').waitFor();
    expect(await strip(reading).count()).toBe(0);
    expect(said).toEqual([]);
    await context.close();
  });

  it('hands the stream to another tab when its own is closed', async () => {
    const { context, tabs } = await joReading(['', '/timeline']);
    const [first, second] = tabs as [Page, Page];
    await second.waitForFunction(STREAMING);
    const again = second.waitForRequest((request) => request.url().endsWith('/live'));
    await first.close();
    await (await again).response();
    await note('She rang about the chair');
    await strip(second).waitFor();
    await context.close();
  });
});
