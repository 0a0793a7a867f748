import type { Joining } from '@app/care-teams';
import { categoriesInWords } from '@app/persons';
import { formatDate, SummaryList, summaryRow, type Html } from '@app/web-kit';

/** Who would join, what they would do and what they would see: to staff and to the person the same. */
export const JoiningFacts = ({ question: { organisation, team, worker, jobTitle, does, doesNotDo, daysTimes, categories, askedBy, askedFor, askedAt } }: { question: Joining }): Html => (
  <SummaryList rows={[
    summaryRow('Who', [worker, jobTitle, team, organisation].filter(Boolean).join(', '), ''),
    summaryRow('Would do', does, ''),
    summaryRow('Would not do', doesNotDo, 'Nothing said'),
    summaryRow('Days and times', daysTimes, 'No days said'),
    summaryRow('Would see', categoriesInWords(categories), ''),
    summaryRow('Asked by', `${askedBy}, ${askedFor}, ${formatDate(askedAt)}`, ''),
  ]} />
);
