import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { assertAttributeName, Html, safeUrl } from './html';

const templates = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist');
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([templates], { noCache: false }), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

type Macro = (params: unknown) => { toString(): string };
interface MacroTemplate {
  getExported(done: (error: Error | null, exported: Record<string, Macro>) => void): void;
}

// A template indents the markup that it is given; what somebody typed into a text area must come back as it was.
const keepLines = (markup: string): string =>
  markup.replace(/(<textarea\b[^>]*>)([^<]*)/g, (_match, tag: string, typed: string) => tag + typed.replaceAll('\n', '&#10;'));

/**
 * Params as the templates want them: `Html` only under `html`, as the templates print that unescaped, and a plain string
 * never there. Elsewhere `Html` becomes text and is escaped by the template.
 */
function prepare(value: unknown, name = ''): unknown {
  if (/html$/i.test(name) && typeof value === 'string' && value !== '') throw new TypeError(`${name} takes Html, not a string`);
  if (value instanceof Html) return keepLines(value.toString());
  if (Array.isArray(value)) return value.map((item) => prepare(item));
  if (typeof value === 'string' && (name === 'href' || name === 'src' || name === 'action')) return safeUrl(value);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (name === 'attributes') for (const [attribute] of entries) assertAttributeName(attribute);
  return Object.fromEntries(entries.map(([key, item]) => [key, prepare(item, key)]));
}

// The same words on every page: their markup is kept, because a template takes longer than all of our own markup.
const SAME_EVERYWHERE = new Set(['back-link', 'button', 'footer', 'input', 'pagination', 'skip-link', 'tag']);
const MOST_KEPT = 200;

/** A field that somebody has filled is theirs. */
const isFilled = (params: unknown): boolean => Boolean((params as { value?: unknown } | null)?.value);

/** The same function, which remembers what it answered to the last params; `Html` in them is text by now. */
function remembering(render: (params: unknown) => string): (params: unknown) => string {
  const answers = new Map<string, string>();
  return (params) => {
    if (isFilled(params)) return render(params);
    const key = JSON.stringify(params);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MOST_KEPT) answers.clear();
    const answer = render(params);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * An official nhsuk-frontend macro as a function, so that its markup is theirs and follows their releases. The template is
 * parsed at first use.
 * @param component folder under nhsuk/components, for example `date-input`
 * @param macro the macro's name in that folder's macro.njk, for example `dateInput`
 */
export function official<P>(component: string, macro: string): (params: P) => Html {
  let render: Macro | undefined;
  const rendered = (params: unknown): string => {
    if (!render) {
      const template = environment.getTemplate(`nhsuk/components/${component}/macro.njk`, true) as unknown as MacroTemplate;
      template.getExported((error, exported) => {
        if (error) throw error;
        render = exported[macro];
      });
    }
    if (!render) throw new Error(`nhsuk-frontend has no macro ${macro} in ${component}`);
    return render(params).toString();
  };
  const answer = SAME_EVERYWHERE.has(component) ? remembering(rendered) : rendered;
  return (params) => new Html(answer(prepare(params)));
}
