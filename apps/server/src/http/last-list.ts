import type { Request } from 'express';
import type { NavKey, PageContext } from '@app/web-kit';

const LISTS: Partial<Record<NavKey, { path: string; text: string }>> = {
  today: { path: '/today', text: 'Back to today' },
  caseload: { path: '/caseload', text: 'Back to caseload' },
  people: { path: '/people', text: 'Back to search' },
};
// Longer ones are nobody's filters.
const LONGEST = 500;

/**
 * The list that the reader came from, as it was filtered and sorted. It is kept in the session, so that a name that was
 * searched for stands in no other page's address.
 */
export function lastList(req: Request, nav: NavKey | null): PageContext['list'] {
  const session = req.session as typeof req.session | undefined;
  if (!session || !req.caller) return undefined;
  const list = nav && LISTS[nav];
  if (list && req.method === 'GET' && req.path === list.path && req.originalUrl.length <= LONGEST) session.list = { href: req.originalUrl, text: list.text };
  return session.list;
}
