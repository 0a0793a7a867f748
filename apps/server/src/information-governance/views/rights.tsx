import type { WaitingRight } from '@app/information-rights';
import { DataTable, formatDate, Overdue, Section, Sub, type Html } from '@app/web-kit';
import { isUnacknowledged } from '../../information-rights/views/complaint-words';
import { isLate } from '../../information-rights/views/words';
import type { GovernanceModel } from '../governance.desk';
import { waitedWords } from './waited';

const Waiting = ({ rows, caption, at, now }: { rows: readonly WaitingRight[]; caption: string; at: string; now: Date }): Html => (
  <DataTable<WaitingRight> caption={caption} rows={rows} columns={[
    { head: 'Person', rowHeader: true, cell: ({ id, name, birthDate }) => <><a class="nhsuk-link" href={`${at}/${id}`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
    { head: 'Waits', cell: ({ since, dueOn }) => (dueOn ? <Overdue>{waitedWords(since, now)}</Overdue> : waitedWords(since, now)) },
    { head: 'Said', cell: ({ said, writtenBy }) => <>“{said}”<Sub>{writtenBy ? `Written by ${writtenBy}` : 'Not known who wrote it'}</Sub></> },
  ]} />
);

/** What people have a right to and wait for: copies of what is held, mistakes, objections. Each number is that of its list. */
export function Rights({ rights: { access, complaints, corrections, objections }, now, today }: GovernanceModel & { now: Date; today: string }): Html {
  const late = access.filter((part) => isLate(part, today)).length;
  const unheard = complaints.filter((one) => isUnacknowledged(one, today)).length;
  const [undecided, again] = [objections.filter(({ dueOn }) => dueOn === null), objections.filter(({ dueOn }) => dueOn !== null)];
  return (
    <Section id="rights" title="What people asked for">
      <p><a class="nhsuk-link" href="/information-governance/subject-access">People who ask for a copy</a>: {access.length === 0 ? 'nobody waits' : `${access.length} to answer`}{late > 0 ? <>, <Overdue>{late} overdue</Overdue></> : null}</p>
      <p><a class="nhsuk-link" href="/information-governance/complaints">Complaints about information</a>: {complaints.length === 0 ? 'none to answer' : `${complaints.length} to answer`}{unheard > 0 ? <>, <Overdue>{unheard} not acknowledged in time</Overdue></> : null}</p>
      {corrections.length === 0 ? <p>Nobody waits longer than a month for an answer to “I say this is wrong”.</p> : <Waiting caption={`“I say this is wrong”, after a month (${corrections.length})`} rows={corrections} at="/information-governance/corrections" now={now} />}
      {undecided.length === 0 ? <p>No objection waits for its decision.</p> : <Waiting caption={`Objections to be decided (${undecided.length})`} rows={undecided} at="/information-governance/objections" now={now} />}
      {again.length === 0 ? null : <Waiting caption={`Objections to be looked at again (${again.length})`} rows={again} at="/information-governance/objections" now={now} />}
    </Section>
  );
}
