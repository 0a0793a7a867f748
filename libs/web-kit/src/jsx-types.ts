import type { JSX as Preact } from 'preact';
import type { Child, Html } from './html';

/** Props that mean something to a client framework only, or that the content security policy would refuse. */
type Banned =
  | 'children' | 'className' | 'htmlFor' | 'class' | 'for' | 'key' | 'ref' | 'jsx'
  | 'defaultValue' | 'defaultChecked' | 'dangerouslySetInnerHTML' | 'style' | 'srcdoc' | 'srcDoc';

type Allowed<T> = { [K in keyof T as K extends Banned | `on${string}` ? never : K]: T[K] };

interface Common {
  class?: string;
  for?: string;
  children?: Child;
  [data: `data-${string}`]: string | number | boolean | undefined;
}

export type Element = Html;
/** Any function from its own props to Html is a component; `never` lets each say what its props are. */
export type ElementType = keyof IntrinsicElements | ((props: never) => Html | null);
export interface ElementChildrenAttribute {
  children: unknown;
}
export interface IntrinsicAttributes {
  key?: string | number;
}
/** Preact's element and ARIA attribute types without `style` and `on…`: a page that would break the CSP does not compile. */
export type IntrinsicElements = { [K in keyof Preact.IntrinsicElements]: Allowed<Preact.IntrinsicElements[K]> & Common };
