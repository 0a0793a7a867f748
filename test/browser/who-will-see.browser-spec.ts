import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app';
import { violationsOf } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { PASSWORD } from '../support/staff';
import { aRound, margery, timelineOf, type Round } from '../journeys/round';

let app: TestApp;
let round: Round;
let browser: Browser;
let personId: string;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  personId = await margery(round, await round.jo.signIn());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Jo, signed in, on the page of a new note. */
async function joWriting(options: { javaScriptEnabled: boolean }): Promise<{ context: BrowserContext; page: Page; said: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${app.url}/people/${personId}/contact-notes/new`);
  await page.getByLabel('E-mail address').fill(round.jo.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a note' }).waitFor();
  return { context, page, said };
}

describe('Who will see a note, before it is saved', () => {
  it('follows the choices without leaving the page, says nothing to the console, and is sound for axe', async () => {
    const { context, page, said } = await joWriting({ javaScriptEnabled: true });
    const box = page.locator('#who-will-see');
    expect(await page.getByRole('button', { name: 'Check who will see this' }).count()).toBe(0);
    await page.getByLabel('What happened').fill('She rang about the boiler.');
    await page.getByRole('radio', { name: 'The circle' }).check();
    await box.getByText('Delphine Carter, Age Well Brackenbridge').waitFor();
    await page.getByRole('radio', { name: /Only my organisation/ }).check();
    await box.getByText('These will not').waitFor();
    expect(await box.innerText()).toMatch(/these will see it\s+Marlshire County Council[^]*These will not[^]*Delphine Carter/);
    await page.getByRole('radio', { name: 'Organisations that I name' }).check();
    await page.getByRole('checkbox', { name: 'Age Well Brackenbridge' }).check();
    await box.locator('p', { hasText: 'These will not' }).locator('+ ul', { hasText: 'District nursing' }).waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('She rang about the boiler.');
    expect(await violationsOf(page)).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  });

  it('is asked for with a button where no script runs, and the note is saved by keyboard from there', async () => {
    const { context, page } = await joWriting({ javaScriptEnabled: false });
    await page.getByLabel('What happened').fill('Nobody opened the door.');
    await page.getByRole('radio', { name: 'An attempt that reached nobody' }).check();
    await page.getByRole('radio', { name: 'The circle' }).check();
    await page.getByRole('button', { name: 'Check who will see this' }).press('Enter');
    await page.locator('#who-will-see').getByText('Delphine Carter, Age Well Brackenbridge').waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('Nobody opened the door.');
    await page.getByRole('button', { name: 'Save note' }).press('Enter');
    await page.getByText('Note saved').waitFor();
    expect((await timelineOf(await round.delphine.signIn(), personId)).texts).toEqual(['Nobody opened the door.']);
    await context.close();
  });
});
