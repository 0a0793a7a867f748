import type { AccessLogEntry } from '@app/overviews';
import type { PageContext } from '@app/web-kit';

/** Invented data for the states of views. */
export const lead: PageContext = {
  user: { name: 'Fran Lister', organisation: 'Marlshire County Council', kind: 'staff' }, csrfToken: 'token', path: '/who-looked', nav: 'access',
  navItems: [{ href: '/information-governance', text: 'To review', key: 'governance' }, { href: '/who-looked', text: 'Who looked', key: 'access' }],
};

const entry: AccessLogEntry = {
  seq: '12', at: new Date('2026-12-09T09:05:00Z'), who: 'Idris Vaughan', role: 'District nurse', organisation: 'Marl Valley Community Health Trust', action: 'read', subject: 'Timeline', purpose: 'direct-care', basis: 'care_team',
  outcome: 'done', shown: 'opened', held: false,
};

export const log: AccessLogEntry[] = [
  entry,
  { ...entry, seq: '11', action: 'list', subject: 'Caseload', shown: 'listed', held: true },
  { ...entry, seq: '10', who: 'Martin Quill', organisation: 'Fernlea Homes', role: 'Income officer', subject: 'Person', outcome: 'refused', purpose: 'administration', basis: null },
  { ...entry, seq: '7', action: 'print', subject: 'CarePlan', basis: 'break_glass' },
  { ...entry, seq: '9', who: 'Halina Kowalczyk', role: null, organisation: null, subject: 'MyPage', purpose: 'own-record', basis: 'carer' },
  { ...entry, seq: '8', who: null, role: null, organisation: null, action: 'register', subject: 'Person', purpose: 'system', basis: null },
];

/** The same as whom it is about is told it. */
export const toldLog: AccessLogEntry[] = log.filter(({ outcome }) => outcome === 'done').map((one) => ({ ...one, held: false, who: one.organisation ? null : one.who }));
