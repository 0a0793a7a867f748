import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Html } from './html';
import { official } from './nhs-render';
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

function check(component: string): { matched: number; skipped: number; wrong: string[] } {
  const file = join(componentsDir, component, 'fixtures.json');
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
  const [, macro = ''] = /macro (\w+)\(/.exec(readFileSync(join(componentsDir, component, 'macro.njk'), 'utf8')) ?? [];
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

  it('are all there, under the names that pages use', () => {
    const names = components.map((name) => name.replace(/(^|-)(.)/g, (_match, _dash, letter: string) => letter.toUpperCase()));
    expect(Object.keys(nhs).sort()).toEqual(names.sort());
  });
});
