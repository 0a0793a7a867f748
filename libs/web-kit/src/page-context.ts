export type NavKey = 'today' | 'caseload' | 'reviews' | 'people' | 'dashboard' | 'referrals' | 'services' | 'access' | 'governance' | 'team' | 'me' | 'notices';

/** What every page needs to know about the request; the server makes it, views only read it. */
export interface PageContext {
  /** `null` before sign-in. A person and a carer get the calmer page: larger text, no search. */
  user: { name: string; organisation: string | null; kind: 'staff' | 'person' | 'carer' } | null;
  csrfToken: string;
  /** Path and query of this request. */
  path: string;
  nav: NavKey | null;
  navItems: readonly { href: string; text: string; key: NavKey }[];
  /** How many notices wait to be read, for whoever is told of things; left out for others, and where it could not be counted. */
  notices?: number;
  /** Said once after something was done: "Note saved". */
  flash?: string;
  /** Something to know before reading on: "What you wrote was not saved yet. It is below." */
  notice?: string;
  /** The list from which the reader came, with its filters, for the link back. */
  list?: { href: string; text: string };
  /** For whom the user acts: an organisation, or for a carer a person. `current` is the id of one of the choices. */
  actingFor?: { current: string; choices: readonly { id: string; name: string }[] };
}

/** Who reads, and for which organisation, as it is said on what they print or take away. */
export const readerOf = ({ user }: { readonly user: { readonly name: string; readonly organisation: string | null } | null }): string => [user?.name, user?.organisation].filter(Boolean).join(', ');

/**
 * What is wrong with one field. `field` is the id of the input that the error summary goes to; for a date in three parts
 * that of the first wrong part, `due-day`. `text` says what to do.
 */
export interface FieldError {
  field: string;
  text: string;
}

/**
 * The message for one field, for a macro's `errorMessage`. For a date in three parts ask for the group (`due`): an error
 * on `due-day`, `due-month` or `due-year` answers.
 */
export function errorFor(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  const ids = [field, `${field}-day`, `${field}-month`, `${field}-year`];
  return errors?.find((error) => ids.includes(error.field))?.text;
}
