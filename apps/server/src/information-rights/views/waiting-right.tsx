import type { WaitingRight } from '@app/information-rights';
import { formatDate, Page, SummaryList, summaryRow, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { waitedWords } from '../../information-governance/views/waited';
import { correction, NOW, objection } from './sample';

/** What somebody said and nobody has answered: for the lead, who sees to it that it is. */
export function WaitingRightPage({ ctx, waiting, now }: { ctx: PageContext; waiting: WaitingRight; now: Date }): Html {
  const { kind, name, birthDate, said, writtenBy, since, dueOn, organisation, personId } = waiting;
  const isCorrection = kind === 'correction';
  return (
    <Page ctx={ctx} title={isCorrection ? `${name} says that something is wrong` : `${name} objects`} back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
      <h1 class="nhsuk-heading-l">{isCorrection ? `${name} says that something is wrong` : `${name} objects`}</h1>
      <SummaryList rows={[
        summaryRow('Born', birthDate && formatDate(birthDate), 'No date of birth recorded'),
        summaryRow('In their words', said, ''),
        organisation ? summaryRow('Objects to', organisation, '') : null,
        summaryRow(isCorrection ? 'Written by' : 'Written down by', writtenBy, 'Not known'),
        summaryRow('Waits', `${waitedWords(since, now)}, since ${formatDate(since)}`, ''),
        dueOn ? summaryRow(isCorrection ? 'To be answered by' : 'To be looked at again', formatDate(dueOn), '') : null,
      ]} />
      <p>{isCorrection
        ? `${writtenBy ?? 'Whoever wrote it'}, or anybody of your organisation who works with ${name}, answers in the record. Ask them to, or who else can.`
        : `${dueOn ? 'It goes on holding' : 'It holds already'}. A manager of your organisation who did not write it down decides it${dueOn ? ' again' : ''} with the Caldicott guardian, in the record of ${name}, under “Sharing”.`}</p>
      <p><a class="nhsuk-link" href={`/people/${personId}/access-log`}>Who looked at the record of {name}</a></p>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <WaitingRightPage ctx={lead} waiting={correction} now={NOW} />,
  bare: () => <WaitingRightPage ctx={lead} waiting={{ ...objection, kind: 'correction', organisation: null }} now={NOW} />,
  objection: () => <WaitingRightPage ctx={lead} waiting={objection} now={NOW} />,
  again: () => <WaitingRightPage ctx={lead} waiting={{ ...objection, dueOn: '2026-12-01' }} now={NOW} />,
};
