/** Markup that is already safe to send. Only the kit makes it: a string from anywhere else is text and gets escaped. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

/** What may stand between two tags. `null`, `undefined` and booleans print nothing, so `{x && <b/>}` works. */
export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[];

// A line break becomes a reference so that the official templates, which indent what is put into them, do not indent it.
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '&#10;' };

/** Text made safe for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"'\n]/.test(text) ? text.replace(/[&<>"'\n]/g, (character) => ENTITIES[character] ?? character) : text;
}

/** The kit's own door for markup. Not exported from the library's front door: a page has no need of it. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** A child as HTML. Throws a TypeError for anything that is not a `Child`, rather than printing "[object Object]". */
export function renderChild(child: Child): string {
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'string') return escapeHtml(child);
  if (child instanceof Html) return child.toString();
  if (typeof child === 'number' || typeof child === 'bigint') return String(child);
  if (Array.isArray(child)) return (child as readonly Child[]).map(renderChild).join('');
  throw new TypeError(`Cannot be shown on a page: ${Object.prototype.toString.call(child)}`);
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const DROPPED = /[\u0000-\u0020\u007f]/g;
const ALLOWED_SCHEME = /^(https?|mailto|tel):/i;

/**
 * An address that may stand in href, src or action: relative, http(s), mailto or tel. Throws a TypeError for any other
 * scheme. Browsers drop control characters and spaces before they read the scheme ("java\nscript:"), so we do too.
 */
export function safeUrl(url: string): string {
  const asBrowsersRead = url.replace(DROPPED, '');
  if (SCHEME.test(asBrowsersRead) && !ALLOWED_SCHEME.test(asBrowsersRead)) {
    throw new TypeError(`Unsafe address: ${asBrowsersRead.slice(0, 40)}`);
  }
  return url;
}

const ATTRIBUTE_NAME = /^[a-zA-Z_][\w:.-]*$/;

/** Throws a TypeError for an attribute that the content security policy would refuse, or that would break out of its tag. */
export function assertAttributeName(name: string): void {
  if (!ATTRIBUTE_NAME.test(name) || /^(on|style$|srcdoc$)/i.test(name)) throw new TypeError(`Attribute not allowed: ${name.slice(0, 40)}`);
}
