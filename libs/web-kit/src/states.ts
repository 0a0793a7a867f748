import type { Html } from './html';

/**
 * The states that a page can be in, by name: `full`, `bare` (as little recorded as can be), `empty`, `errors` and what
 * else the page has. Each page's view exports its own as `states`; every state is rendered and checked for accessibility,
 * and a page without states fails the build.
 */
export type PageStates = Readonly<Record<string, () => Html>>;
