import { localDay } from '@app/kernel';
import type { CaseloadRow } from '@app/overviews';
import { csv } from '../http/csv';

const HEAD = ['Name', 'Likes to be called', 'Date of birth', 'NHS number', 'Our reference', 'Key worker', 'Next review', 'Contact due', 'Last conversation', 'Alerts'];

/** A caseload as a file for a spreadsheet. Days are as in ISO 8601. */
export const caseloadCsv = (rows: readonly CaseloadRow[]): string => csv([
  HEAD,
  ...rows.map((row) => [
    row.name, row.preferred, row.birthDate, row.nhsNumber, row.ownReference, row.keyWorker, row.nextReviewOn, row.contactDueOn,
    row.lastConversationAt && localDay(row.lastConversationAt), row.alerts,
  ]),
]);
