import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Html } from './html';
import { drawnBy, drawnOnce, official, templateOf } from './nhs-render';
import * as nhs from './nhs';

interface Fixture {
  name: string;
  description?: string;
  context: Record<string, unknown>;
  callBlock?: string;
  html: string;
}

const componentsDir = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist/nhsuk/components');
const components = readdirSync(componentsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const lines = (html: string) => html.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');

/** The fixtures hold markup as strings; our functions take it only as Html. */
function withHtml(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return /html$/i.test(name) ? new Html(value) : value;
  if (Array.isArray(value)) return value.map((item) => withHtml(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withHtml(item, key)]));
}

const fixturesOf = (component: string): Fixture[] => (JSON.parse(readFileSync(join(componentsDir, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] }).fixtures;
const macroOf = (component: string): string => /macro (\w+)\(/.exec(readFileSync(join(componentsDir, component, 'macro.njk'), 'utf8'))?.[1] ?? '';

/** The same fixture with other words in it, such as people write them. */
function withOtherWords(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return value && ['text', 'value', 'values', 'href'].includes(name) ? `${name === 'href' ? value : value.slice(1)} & <b>"it's"</b> \\ \uE0000\uE001` : value;
  if (value instanceof Html) return new Html(`<i>${value.toString()}</i>`);
  if (Array.isArray(value)) return value.map((item) => withOtherWords(item, name === 'values' ? name : ''));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withOtherWords(item, key)]));
}

function check(component: string): { matched: number; skipped: number; wrong: string[] } {
  const fixtures = fixturesOf(component);
  const macro = macroOf(component);
  const render = official<unknown>(component, macro);
  const withoutBlock = fixtures.filter((fixture) => fixture.callBlock === undefined);
  const wrong = withoutBlock.filter((fixture) => lines(render(withHtml(fixture.context)).toString()) !== lines(fixture.html));
  return { matched: withoutBlock.length - wrong.length, skipped: fixtures.length - withoutBlock.length, wrong: wrong.map((w) => `${component}: ${w.name}, ${w.description ?? ''}`) };
}

describe('the NHS components', () => {
  it('print exactly what nhsuk-frontend says in its own fixtures', () => {
    const results = components.map(check);
    const matched = results.reduce((total, result) => total + result.matched, 0);
    const skipped = results.reduce((total, result) => total + result.skipped, 0);
    console.log(`nhsuk-frontend fixtures: ${matched} match; ${skipped} use a Nunjucks call block, which we do not offer`);
    expect(results.flatMap((result) => result.wrong)).toEqual([]);
    expect(matched).toBeGreaterThan(800);
  });

  it('print other words in a template that was drawn before as that template itself does', () => {
    const wrong = components.flatMap((component) => {
      const template = templateOf(component, macroOf(component));
      const [kept, drawn] = [drawnOnce(template), drawnBy(template)];
      return fixturesOf(component).filter(({ callBlock }) => callBlock === undefined).map(({ name, context }) => ({ name, before: withHtml(context), now: withOtherWords(withHtml(context)) }))
        .filter(({ before, now }) => kept(before) === '' || lines(kept(now)) !== lines(drawn(now))).map(({ name, now }) => `${component}: ${name}\n${lines(kept(now))}\n${lines(drawn(now))}`);
    });
    expect(wrong).toEqual([]);
  });

  it('take nothing that somebody wrote for one of their own blanks', () => {
    const label = (classes: string, text: string) => official<unknown>('label', 'label')({ classes, text });
    expect(label('\uE0000\uE001', '<script>').toString()).toContain('class="nhsuk-label \uE0000\uE001"');
    expect(label('', '\uE0001\uE001').toString()).toContain('\uE0001\uE001');
  });

  it('are all there, under the names that pages use', () => {
    const names = components.map((name) => name.replace(/(^|-)(.)/g, (_match, _dash, letter: string) => letter.toUpperCase()));
    expect(Object.keys(nhs).sort()).toEqual(names.sort());
  });
});
