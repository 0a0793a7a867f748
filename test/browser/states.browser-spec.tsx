import type { Html } from '@app/web-kit';
import type { Browser, Page } from 'playwright-core';
import { renderState, violationsOf } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { listPages } from '../support/pages';
import { overflowOf, smallTargetsOn } from '../support/screen';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };
const AT_ONCE = 4;

interface State {
  readonly name: string;
  readonly draw: () => Html;
}
interface Findings {
  readonly desktop: string[];
  readonly phone: string[];
  readonly overflow: number;
  readonly small: string[];
}

const every: State[] = listPages().flatMap(({ view, states }) => Object.entries(states).map(([name, draw]) => ({ name: `${view}, ${name}`, draw })));
const found = new Map<string, Findings>();
let browser: Browser;

// All states are looked at side by side before the first test says what was found: one after the other takes minutes.
beforeAll(async () => {
  browser = await launchBrowser();
  const waiting = [...every];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const page = await (await browser.newContext()).newPage();
    for (let state = waiting.shift(); state; state = waiting.shift()) found.set(state.name, await lookAt(page, state));
  }));
}, 480_000);
afterAll(() => browser.close());

async function lookAt(page: Page, { draw }: State): Promise<Findings> {
  await page.setViewportSize(DESKTOP);
  await renderState(page, draw());
  const desktop = await violationsOf(page);
  const small = await smallTargetsOn(page);
  await page.setViewportSize(PHONE);
  const phone = await violationsOf(page, { again: true });
  await page.setViewportSize(NARROWEST);
  return { desktop, phone, small, overflow: await overflowOf(page) };
}

describe.each(every.map(({ name }) => name))('%s', (name) => {
  it('has no accessibility fault on a desk and on a phone', () => {
    expect(found.get(name)).toMatchObject({ desktop: [], phone: [] });
  });

  it('reflows at 320 px without sideways scrolling', () => {
    expect(found.get(name)?.overflow).toBe(0);
  });

  it('has targets of at least 24 px', () => {
    expect(found.get(name)?.small).toEqual([]);
  });
});

it('a plan says on the first screenful of a phone what matters most, and on that of a desk what is strong too', async () => {
  const plan = every.find(({ name }) => name === 'care-plans/views/plan.tsx, full') as State;
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  await renderState(page, plan.draw());
  const bottomOf = async (selector: string): Promise<number> => page.$eval(selector, (element) => element.getBoundingClientRect().bottom);
  expect(await page.locator('.os-id__matters').innerText()).toMatch(/^What matters most: \S+/);
  expect(await bottomOf('.os-id__matters')).toBeLessThan(PHONE.height / 2);
  await page.setViewportSize(DESKTOP);
  expect(await page.locator('.os-id__matters').isVisible()).toBe(false);
  for (const part of ['#part-what-matters', '#part-strengths']) expect(await bottomOf(part)).toBeLessThan(DESKTOP.height);
  await page.context().close();
});
