import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetsDirectory, renderPage } from '@app/web-kit';
import type { Browser, Page } from 'playwright-core';
import { renderState, violationsOf } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { states } from './web-kit.gallery';

const SIZES = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(() => browser.close());

it('what can be read on a desk and not on a phone, or is only there on a phone, is found there', async () => {
  const [desk, phone] = SIZES as [typeof SIZES[0], typeof SIZES[0]];
  const styles = { paler: '@media (max-width: 400px) { p { color: #ccc } }', there: 'p { color: #ccc; display: none } @media (max-width: 400px) { p { display: block } }', same: '@media (max-width: 400px) { p { color: #111 } }' };
  const found: Record<string, string[]> = {};
  for (const [name, style] of Object.entries(styles)) {
    await page.setViewportSize(desk);
    await page.setContent(`<!DOCTYPE html><html lang="en-GB"><head><title>A page</title><style>${style}</style></head><body><main><h1>Heading</h1><p>Words on the page</p></main></body></html>`);
    expect([name, await violationsOf(page)]).toEqual([name, []]);
    await page.setViewportSize(phone);
    found[name] = (await violationsOf(page, { again: true })).map((fault) => fault.split(':')[0] ?? '');
  }
  expect(found).toEqual({ paler: ['color-contrast'], there: ['color-contrast'], same: [] });
});

describe.each(Object.entries(states))('the gallery state "%s"', (_name, state) => {
  it.each(SIZES)('has no accessibility fault at $width px', async (size) => {
    await page.setViewportSize(size);
    await renderState(page, state());
    expect(await violationsOf(page)).toEqual([]);
  });

  it('reflows at 320 px without sideways scrolling', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await renderState(page, state());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('has targets of at least 24 px', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await renderState(page, state());
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });
});

function smallTargets(): string[] {
  return [...document.querySelectorAll('a, button, input, select, summary')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isInline = getComputedStyle(element).display === 'inline';
      return width > 0 && !isInline && !element.classList.contains('nhsuk-skip-link') && (width < 24 || height < 24);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

describe('the identity banner', () => {
  it.each([900, 700])('never covers what has the focus, forwards and backwards, at a height of %i px', async (height) => {
    await page.setViewportSize({ width: 1280, height });
    await renderState(page, states.person!());
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press(key);
        expect(await page.evaluate(covered)).toBeNull();
      }
    }
  });

  it('stays on screen where there is room, and scrolls away on a phone', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await renderState(page, states.person!());
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.os-id')!).position)).toBe('sticky');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.os-id')!).position)).toBe('static');
  });
});

it('a printed page carries no addresses, no forms and no navigation', async () => {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await renderState(page, states.person!());
  const printed = await page.evaluate(afterLinks);
  expect(printed.length).toBeGreaterThan(0);
  expect(new Set(printed)).toEqual(new Set(['none']));
  expect(await page.locator('form:visible, .nhsuk-header:visible, .os-subnav:visible, .nhsuk-footer:visible').count()).toBe(0);
  expect(await page.locator('.os-id__name:visible').count()).toBe(1);
  await page.emulateMedia({ media: 'screen' });
});

function afterLinks(): string[] {
  return [...document.querySelectorAll('a')].filter((link) => link.checkVisibility()).map((link) => getComputedStyle(link, '::after').content);
}

/** The focused element's text when the banner lies over it, else null. */
function covered(): string | null {
  const focused = document.activeElement;
  const banner = document.querySelector('.os-id');
  if (!focused || !banner || focused === document.body || banner.contains(focused)) return null;
  const at = focused.getBoundingClientRect();
  const over = banner.getBoundingClientRect();
  return over.top <= 0 && at.top < over.bottom && at.bottom > 0 ? focused.outerHTML.slice(0, 80) : null;
}

const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
  "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
].join('; ');
const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

describe('under the strict content security policy', () => {
  it.each(Object.entries(states))('the state "%s" loads its style and its script without one message', async (_name, state) => {
    const context = await browser.newContext();
    const served = await context.newPage();
    const messages: string[] = [];
    served.on('console', (message) => messages.push(message.text()));
    served.on('pageerror', (error) => messages.push(error.message));
    served.on('response', (response) => response.ok() || messages.push(`${response.status()} ${response.url()}`));
    await served.route('http://onestory.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (!pathname.startsWith('/assets/')) {
        return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body: renderPage(state()) });
      }
      const file = pathname.slice('/assets/'.length);
      return route.fulfill({ contentType: TYPES[file.split('.').pop() ?? ''], body: readFileSync(join(assetsDirectory(), file)) });
    });
    await served.goto('http://onestory.test/page');
    expect(messages).toEqual([]);
    expect(await served.evaluate(() => document.body.classList.contains('nhsuk-frontend-supported'))).toBe(true);
    expect(await served.evaluate(() => document.fonts.size)).toBe(0);
    expect(await served.locator('[data-print]:not([hidden])').count()).toBe(await served.locator('[data-print]').count());
    await context.close();
  });
});
