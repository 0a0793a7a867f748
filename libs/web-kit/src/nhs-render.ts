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
 * What a template only prints, put in after it was drawn: a template takes longer than all of our own markup, and what it draws around the words is the
 * same each time. Words that are equal get the same blank, so that "checked" stays with the value that it belongs to.
 */
const PRINTED = new Set(['text', 'html', 'value', 'values', 'href']);
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

// As the templates do it themselves; the types of nunjucks leave it out.
const { escape: escaped } = nunjucks.lib as unknown as { escape: (words: string) => string };

class Blanks {
  /** what stands in each blank, as markup */
  readonly filled: string[] = [];
  /** whether words that stay in the template could be taken for a blank */
  forged = false;
  private readonly known = new Map<string, string>();

  /** @returns what the template gets instead of the words */
  for(words: string, name: string): string {
    const isMarkup = name === 'html';
    if (!PRINTED.has(name) || words.trim() === '' || (!isMarkup && words !== words.trim())) {
      this.forged ||= words.includes(OPEN);
      return words;
    }
    const key = `${isMarkup ? 'markup' : 'words'} ${words}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const blank = `${OPEN}${this.filled.push(isMarkup ? words.trim() : escaped(words)) - 1}${CLOSE}`;
    this.known.set(key, blank);
    return blank;
  }
}

/**
 * Params as the templates want them: `Html` only under `html`, as the templates print that unescaped, and a plain string
 * never there. Elsewhere `Html` becomes text and is escaped by the template.
 */
function prepare(value: unknown, put: (words: string, name: string) => string, name = ''): unknown {
  if (/html$/i.test(name) && typeof value === 'string' && value !== '') throw new TypeError(`${name} takes Html, not a string`);
  if (value instanceof Html) return put(keepLines(value.toString()), name);
  if (Array.isArray(value)) return value.map((item) => prepare(item, put, name === 'values' ? name : ''));
  if (typeof value === 'string') return put(name === 'href' || name === 'src' || name === 'action' ? safeUrl(value) : value, name);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (name === 'attributes') for (const [attribute] of entries) assertAttributeName(attribute);
  return Object.fromEntries(entries.map(([key, item]) => [key, prepare(item, put, key)]));
}

type Drawn = (params: unknown) => string;
const MOST_KEPT = 500;

/** What a template draws of the params. */
export const drawnBy = (draw: Drawn): Drawn => (params) => draw(prepare(params, (words) => words));

/** The same markup but for its indentation; what was drawn around the blanks is kept. */
export function drawnOnce(draw: Drawn): Drawn {
  const kept = new Map<string, readonly string[]>();
  return (params) => {
    const blanks = new Blanks();
    const prepared = prepare(params, (words, name) => blanks.for(words, name));
    if (blanks.forged) return drawnBy(draw)(params);
    const shape = JSON.stringify(prepared);
    let parts = kept.get(shape);
    if (!parts) {
      if (kept.size >= MOST_KEPT) kept.clear();
      // Words and the number of a blank in turn.
      parts = draw(prepared).split(BLANK);
      kept.set(shape, parts);
    }
    return parts.map((part, i) => (i % 2 === 0 ? part : blanks.filled[Number(part)])).join('');
  };
}

const BLANK = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/**
 * An official nhsuk-frontend macro as a function, so that its markup is theirs and follows their releases. The template is
 * parsed at first use.
 * @param component folder under nhsuk/components, for example `date-input`
 * @param macro the macro's name in that folder's macro.njk, for example `dateInput`
 */
export function official<P>(component: string, macro: string): (params: P) => Html {
  const template = templateOf(component, macro);
  const drawn = READ_THEIR_WORDS.has(component) ? drawnBy(template) : drawnOnce(template);
  return (params) => new Html(drawn(params));
}

/** Templates that draw something else when certain words stand in them: "Important" is said once. */
const READ_THEIR_WORDS = new Set(['warning-callout']);

/** The macro as it stands, parsed at first use. */
export function templateOf(component: string, macro: string): Drawn {
  let render: Macro | undefined;
  return (params) => {
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
}
