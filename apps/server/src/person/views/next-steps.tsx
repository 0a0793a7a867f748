import type { PersonPage } from '@app/overviews';
import { formatDate, orSay, Overdue, Section, SummaryList, summaryRow, type Child, type Html } from '@app/web-kit';

const isPast = (day: string | null, today: string): boolean => day !== null && day < today;

const dated = (day: string | null, today: string, missing: string): Child =>
  day ? <>{formatDate(day)}{isPast(day, today) ? <> <Overdue /></> : null}</> : orSay(null, missing);

function keyWorkerWords({ keyWorker }: PersonPage): string | null {
  return keyWorker ? `${keyWorker.name}, ${keyWorker.jobTitle}, ${keyWorker.organisation}` : null;
}

/** What is due and who sees to it; thin until there are plans and reviews. */
export function NextSteps({ page, today }: { page: PersonPage; today: string }): Html {
  const { person, case: open } = page;
  return (
    <Section id="next" title="What happens next">
      {open ? (
        <SummaryList rows={[
          summaryRow('Key worker', keyWorkerWords(page), 'The case waits for a key worker', { href: `/cases/${open.id}/key-worker`, what: 'the key worker', text: 'See' }),
          summaryRow('Next review', dated(open.nextReviewOn, today, 'No review planned'), ''),
          summaryRow('Next conversation by', dated(open.contactDueOn, today, 'Not agreed'), ''),
          summaryRow('Last conversation', open.lastConversationAt && formatDate(open.lastConversationAt), 'None recorded since the case was opened'),
          summaryRow('Why the case is open', open.reason, 'No reason recorded'),
        ]} />
      ) : (
        <>
          <p>No case is open{person.deceasedOn ? '.' : ' that you can see. A case brings a key worker, a review and everybody who helps to one page.'}</p>
          {person.deceasedOn ? null : <p><a class="nhsuk-link" href={`/people/${person.personId}/case/new`}>Open a case</a></p>}
        </>
      )}
    </Section>
  );
}
