import type { Waiting, Week } from '@app/measures';
import type { Workload } from '@app/overviews';
import type { QueueCounts } from '@app/referrals';
import { localDay } from '@app/kernel';
import { csv } from '../http/csv';

const SHARED = ['Employer', 'Key workers', 'Open cases', 'Points', 'Points agreed', 'No contact in the agreed time', 'Reviews overdue', 'Reviews in 7 days', 'Reviews in 8 to 28 days'];
const sum = (rows: readonly Workload[], of: (row: Workload) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** How the work is shared out, by employer: no file compares colleagues by name (safety.md §11). */
export function sharedCsv(workloads: readonly Workload[]): string {
  const employers = [...new Set(workloads.map((one) => one.employers.join(' and ')))].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return csv([SHARED, ...employers.map((employer) => {
    const theirs = workloads.filter((one) => one.employers.join(' and ') === employer);
    const agreed = theirs.filter((one) => one.capacity !== null);
    return [
      employer, theirs.length, sum(theirs, (one) => one.cases), sum(theirs, (one) => one.points), agreed.length > 0 ? sum(agreed, (one) => one.capacity ?? 0) : null,
      sum(theirs, (one) => one.quiet), sum(theirs, (one) => one.review), sum(theirs, (one) => one.reviewInWeek), sum(theirs, (one) => one.reviewInMonth),
    ];
  })]);
}

const WAITING = ['Name', 'Waiting since', 'How much the case asks', 'Somebody is asked', 'Answers by', 'Why the case is open'];
export const waitingCsv = (rows: readonly Waiting[]): string =>
  csv([WAITING, ...rows.map((row) => [row.name, localDay(row.since), row.complexity, row.asked ? 'yes' : 'no', row.answerBy, row.reason])]);

export const weeksCsv = (rows: readonly Week[]): string => csv([['Week of', 'Cases opened', 'Cases closed'], ...rows.map(({ week, opened, closed }) => [week, opened, closed])]);

export const referralsCsv = ({ received, sent }: QueueCounts): string =>
  csv([['Referrals', 'Wait', 'Answer late'], ['Came to us', received.waiting, received.late], ['Sent by us', sent.waiting, sent.late]]);
