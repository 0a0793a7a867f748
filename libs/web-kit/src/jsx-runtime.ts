import { assertAttributeName, escapeHtml, Html, renderChild, safeUrl, type Child } from './html';

export type * as JSX from './jsx-types';

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'formAction', 'xlink:href', 'xlinkHref', 'poster', 'cite', 'ping']);
const checked = new Set<string>();

function attribute(name: string, value: unknown): string {
  if (name === 'children' || name === 'key' || value === null || value === undefined) return '';
  if (!checked.has(name)) {
    assertAttributeName(name);
    checked.add(name);
  }
  const isAria = name.startsWith('aria-');
  if (value === false) return isAria ? ` ${name}="false"` : '';
  if (value === true) return isAria || name.startsWith('data-') ? ` ${name}="true"` : ` ${name}`;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
    throw new TypeError(`Attribute ${name} must be text, a number or a boolean`);
  }
  const text = String(value);
  return ` ${name}="${escapeHtml(ADDRESSES.has(name) ? safeUrl(text) : text)}"`;
}

type Props = Record<string, unknown> & { children?: Child };
type Component = (props: never) => Html | null;

/**
 * What TSX compiles to, through the compiler's automatic runtime. Text is escaped, only `Html` passes as markup.
 * Throws a TypeError for an inline script, an unsafe address or an attribute that the content security policy refuses.
 */
export function jsx(type: string | Component, props: Props): Html {
  if (typeof type === 'function') return type(props as never) ?? new Html('');
  let html = `<${type}`;
  for (const name in props) html += attribute(name, props[name]);
  if (VOID.has(type)) return new Html(`${html}>`);
  const children = renderChild(props.children);
  if ((type === 'script' || type === 'style') && children !== '') throw new TypeError(`Inline ${type} is not allowed`);
  return new Html(`${html}>${children}</${type}>`);
}

export const jsxs = jsx;
export const Fragment = (props: { children?: Child }): Html => new Html(renderChild(props.children));
