import type { AccessLogEntry } from '@app/overviews';
import type { PageContext } from '@app/web-kit';

/** Invented data for the states of views. */
export const lead: PageContext = {
  user: { name: 'Fran Lister', organisation: 'Marlshire County Council', kind: 'staff' }, csrfToken: 'token', path: '/who-looked', nav: 'access',
  navItems: [{ href: '/information-governance', text: 'To review', key: 'governance' }, { href: '/who-looked', text: 'Who looked', key: 'access' }],
};

const entry: AccessLogEntry = {
  seq: '12', at: new Date('2026-12-09T09:05:00Z'), who: 'Idris Vaughan', organisation: 'Marl Valley Community Health Trust', action: 'read', subject: 'Timeline', purpose: 'direct-care',
  outcome: 'done', shown: 'opened',
};

export const log: AccessLogEntry[] = [
  entry,
  { ...entry, seq: '11', action: 'list', subject: 'Caseload', shown: 'listed' },
  { ...entry, seq: '10', who: 'Martin Quill', organisation: 'Fernlea Homes', subject: 'Person', outcome: 'refused', purpose: 'administration' },
  { ...entry, seq: '9', who: 'Halina Kowalczyk', organisation: null, subject: 'MyPage', purpose: 'own-record' },
  { ...entry, seq: '8', who: null, organisation: null, action: 'register', subject: 'Person', purpose: 'system' },
];

/** The same as whom it is about is told it. */
export const toldLog: AccessLogEntry[] = log.filter(({ outcome }) => outcome === 'done').map((one) => ({ ...one, who: one.organisation ? null : one.who }));
