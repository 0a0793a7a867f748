import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assetsDirectory, renderPage, type Html } from '@app/web-kit';
import type { Page } from 'playwright-core';

/** The axe that @axe-core/playwright brings, put into a page once: its own builder loads it twice a check and opens a second page. */
const AXE = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the page's own structure gets wrong; runs in the browser. */
function structuralFaults(): string[] {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const duplicates = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  const dead = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
    .filter((target) => !document.getElementById(target));
  const root = document.documentElement;
  const overflow = root.scrollWidth - root.clientWidth;
  return [
    ...duplicates.map((id) => `two elements have the id ${id}`),
    ...dead.map((target) => `a link goes to #${target}, which is not on the page`),
    ...(overflow > 0 ? [`the page is ${overflow} px wider than the screen`] : []),
  ];
}

interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}
type Looks = Map<Element, string>;
type WindowWithAxe = Window & { looks?: Looks; axe?: { run(context: Document | { include: Element[] }, options: object): Promise<{ violations: AxeFinding[] }> } };

/**
 * axe on the page as it stands, one sentence a finding; runs in the browser. `again`, on another screen: the contrast, which
 * takes most of the time, is measured only where something is shown, coloured or large that was not so before.
 */
async function axeFaults({ rules, again }: { rules: readonly string[]; again: boolean }): Promise<string[]> {
  const here = window as WindowWithAxe;
  const { axe } = here;
  if (!axe) throw new Error('axe is not in the page');
  const look = (element: Element): string => {
    if (!element.checkVisibility()) return '';
    const { color, backgroundColor, backgroundImage, opacity, position, fontSize, fontWeight } = getComputedStyle(element);
    const large = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
    return [color, backgroundColor, backgroundImage, opacity, position, large].join();
  };
  const looks: Looks = new Map([...document.body.querySelectorAll('*')].map((element) => [element, look(element)]));
  const before = here.looks;
  here.looks = looks;
  const changed = again && before ? [...looks].filter(([element, now]) => now !== '' && before.get(element) !== now).map(([element]) => element) : null;
  const all = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] };
  const found = changed === null ? [await axe.run(document, all)] : [await axe.run(document, { ...all, rules: { 'color-contrast': { enabled: false } } })];
  if (changed && changed.length > 0) found.push(await axe.run({ include: changed }, { runOnly: ['color-contrast'], resultTypes: ['violations'] }));
  return found.flatMap(({ violations }) => violations).map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}, first ${nodes[0]?.html.slice(0, 160) ?? ''})`);
}

/**
 * What is wrong with the page as it stands at its present size, one sentence each: axe with WCAG 2.2 AA and best practice,
 * ids that occur twice, links to nowhere, and sideways scrolling. An empty list is a pass. `again` says that the same page
 * was looked at on another screen just before.
 */
export async function violationsOf(page: Page, { again = false } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return [...(await page.evaluate(axeFaults, { rules: RULES, again })), ...(await page.evaluate(structuralFaults))];
}

let css: string | undefined;

function builtCss(): string {
  const manifest = JSON.parse(readFileSync(join(assetsDirectory(), 'manifest.json'), 'utf8')) as Record<string, string>;
  return readFileSync(join(assetsDirectory(), manifest['app.css'] ?? ''), 'utf8');
}

/**
 * Shows one state of a page in the browser, without a server: the built CSS is put into it and the scripts are left out.
 * Needs `node libs/web-kit/build-assets.mjs` to have run.
 */
export async function renderState(page: Page, html: Html): Promise<void> {
  css ??= builtCss();
  const style = `<style>${css}</style>`;
  await page.setContent(renderPage(html).replace(/<script[^>]*><\/script>/g, '').replace(/<link rel="stylesheet"[^>]*>/, () => style));
}
