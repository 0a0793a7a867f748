import type { PageContext } from '@app/web-kit';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { Dashboard } from '../dashboard.desk';

/** Invented data for the states of views. */
const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000d${String(n).padStart(3, '0')}`;
export { TODAY };

export const manager: PageContext = {
  ...keyWorker, nav: 'dashboard', path: '/dashboard',
  navItems: [...keyWorker.navItems.filter(({ key }) => key !== 'dashboard'), { href: '/dashboard', text: 'Team', key: 'dashboard' }],
};

const team = { id: id(1), name: 'Northgate and Weirside Integrated Neighbourhood Team', manages: true };
const WEEKS = ['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'];

export const sampleDashboard: Dashboard = {
  at: new Date('2026-12-09T09:05:00Z'), teams: [team], team, counts: { everyone: 62, mine: 0, waiting: 2, quiet: 4, review: 3 }, lacking: 1, staleSuggestions: 2, reviewsDue: { week: 6, month: 5, paused: 1 },
  referrals: { received: { waiting: 4, late: 1 }, sent: { waiting: 3, late: 0 } },
  workloads: [
    { userId: id(2), name: 'Jo Whitcombe', employers: ['Marlshire County Council'], cases: 28, points: 58, capacity: 55, quiet: 3, review: 1, reviewInWeek: 2, reviewInMonth: 3 },
    { userId: id(3), name: 'Joel Akande', employers: ['Brackenbridge Primary Care Network', 'Age Well Brackenbridge'], cases: 12, points: 21, capacity: null, quiet: 1, review: 0, reviewInWeek: 0, reviewInMonth: 1 },
    { userId: id(4), name: 'Priya Nair', employers: ['Marl Valley Community Health Trust'], cases: 20, points: 40, capacity: 44, quiet: 0, review: 2, reviewInWeek: 4, reviewInMonth: 0 },
  ],
  waiting: [
    { personId: id(5), caseId: id(6), name: 'Derek Hallam', reason: 'COPD in a cold house.', complexity: 'complex', since: new Date('2026-11-20T09:00:00Z'), asked: 'Priya Nair', answerBy: '2026-12-04' },
    { personId: id(7), caseId: id(8), name: 'Pat Ferncliffe', reason: null, complexity: 'usual', since: new Date('2026-12-09T08:00:00Z'), asked: 'Jo Whitcombe', answerBy: '2026-12-14' },
    { personId: id(9), caseId: id(10), name: 'Dawit Tesfaye', reason: 'New to the town.', complexity: 'light', since: new Date('2026-12-08T08:00:00Z'), asked: null, answerBy: null },
  ],
  weeks: WEEKS.map((week, n) => ({ week, opened: [3, 4, 2, 5, 1, 0, 4, 6, 3, 2, 5, 1][n] ?? 0, closed: [1, 2, 2, 3, 1, 4, 2, 2, 0, 1, 3, 1][n] ?? 0 })),
  covered: [{ leadUserId: id(4), lead: 'Priya Nair', cover: 'Idris Vaughan', until: new Date('2026-12-19T00:00:00Z'), people: 12 }],
};

export const nothing: Dashboard = {
  ...sampleDashboard, team: null, teams: [], counts: { everyone: 0, mine: 0, waiting: 0, quiet: 0, review: 0 }, lacking: 0, staleSuggestions: 0, reviewsDue: { week: 0, month: 0, paused: 0 }, referrals: { received: { waiting: 0, late: 0 }, sent: { waiting: 0, late: 0 } }, workloads: [], waiting: [], covered: [],
  weeks: WEEKS.map((week) => ({ week, opened: 0, closed: 0 })),
};

/** Nothing could be read. */
export const broken: Dashboard = {
  ...sampleDashboard, team: null, counts: null, lacking: null, staleSuggestions: null, reviewsDue: null, workloads: null, waiting: null, referrals: null, weeks: null, covered: null,
};
