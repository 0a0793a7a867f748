import type { PersonPage } from '@app/overviews';
import { formatDate, orSay, Overdue, Section, Sub, SummaryList, summaryRow, type Child, type Html } from '@app/web-kit';
import { doerWords } from '../../care-plans/views/words';

const isPast = (day: string | null, today: string): boolean => day !== null && day < today;

const dated = (day: string | null, today: string, missing: string): Child =>
  day ? <>{formatDate(day)}{isPast(day, today) ? <> <Overdue /></> : null}</> : orSay(null, missing);

function keyWorkerWords({ keyWorker }: PersonPage): string | null {
  return keyWorker ? `${keyWorker.name}, ${keyWorker.jobTitle}, ${keyWorker.organisation}` : null;
}

/** The next steps of the plan, whoever is due first, and what they are for. */
function PlanNext({ page: { plan, person }, today }: { page: PersonPage; today: string }): Html {
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/plan`;
  if (plan.goals.length + plan.actions.length === 0) return <p><a class="nhsuk-link" href={at}>Care plan</a>: no goal or step that you can see.</p>;
  return (
    <>
      {plan.actions.length > 0 ? (
        <>
          <h3 class="nhsuk-heading-xs">Next steps</h3>
          <ul class="os-list">
            {plan.actions.map((action) => (
              <li id={`step-${action.itemId}`}>
                <a class="nhsuk-link" href={`${at}/actions/${action.itemId}`}>{action.what}</a>
                <Sub>{doerWords(action, plan.organisations, name) ?? 'Nobody does it yet'}{action.dueOn ? <>, by {formatDate(action.dueOn)}{isPast(action.dueOn, today) ? <> <Overdue /></> : null}</> : null}</Sub>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {plan.goals.length > 0 ? (
        <>
          <h3 class="nhsuk-heading-xs">Goals</h3>
          <ul class="os-list">{plan.goals.map((goal) => <li id={`goal-${goal.itemId}`}>{goal.text}{goal.targetOn ? <Sub>Hoped for by {formatDate(goal.targetOn)}</Sub> : null}</li>)}</ul>
        </>
      ) : null}
      <p><a class="nhsuk-link" href={at}>See the whole plan</a></p>
    </>
  );
}

/** What is due and who sees to it. */
export function NextSteps({ page, today }: { page: PersonPage; today: string }): Html {
  const { person, case: open, windDownUntil } = page;
  const mayOpen = !person.deceasedOn && !windDownUntil;
  return (
    <Section id="next" title="What happens next">
      {open ? (
        <SummaryList rows={[
          summaryRow('Key worker', keyWorkerWords(page), 'The case waits for a key worker', { href: `/cases/${open.id}/key-worker`, what: 'the key worker', text: 'See' }),
          summaryRow('Next review', dated(open.nextReviewOn, today, 'No review planned'), '', { href: `/people/${open.personId}/reviews`, what: 'the reviews', text: 'See' }),
          summaryRow('Next conversation by', dated(open.contactDueOn, today, 'Not agreed'), ''),
          ...(page.team ? [summaryRow('Team', page.team, '')] : []),
          summaryRow('Last conversation', open.lastConversationAt && formatDate(open.lastConversationAt), 'None recorded since the case was opened'),
          summaryRow('Why the case is open', open.reason, 'No reason recorded'),
        ]} />
      ) : (
        <>
          <p>No case is open{person.deceasedOn ? '.' : !mayOpen ? ' that you can see.' : ' that you can see. A case brings a key worker, a review and everybody who helps to one page.'}</p>
          {!mayOpen ? null : <p><a class="nhsuk-link" href={`/people/${person.personId}/case/new`}>Open a case</a></p>}
        </>
      )}
      <PlanNext page={page} today={today} />
    </Section>
  );
}
