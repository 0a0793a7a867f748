import type { AgreementRow } from '@app/organisations';
import { DataTable, formatDate, orSay, Section, type Html } from '@app/web-kit';

const DAY = 86_400_000;

/** Both are local calendar days. */
function inWords(lastDay: string, today: string): string {
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / DAY);
  if (days < 0) return 'It has ended: nobody of this organisation signs in';
  return days === 0 ? 'It ends today' : days === 1 ? 'It ends tomorrow' : `It ends in ${days} days`;
}

/** Sharing agreements whose end is near. */
export const Agreements = ({ agreements, today }: { agreements: readonly AgreementRow[]; today: string }): Html => (
  <Section id="agreements" title="Sharing agreements">
    <p><a class="nhsuk-link" href="/information-governance/agreements">Suspend one, or let one go on</a></p>
    {agreements.length === 0 ? <p>None ends in the next 30 days.</p> : (
      <>
        <p>When its last day is over, nobody of the organisation signs in, and what it was given is open to nobody there. Agree anew before that.</p>
        <DataTable<AgreementRow> caption="Sharing agreements that end soon or have ended" hideCaption rows={agreements} isDue={({ expiresOn }) => expiresOn < today} columns={[
          { head: 'Organisation', rowHeader: true, cell: ({ name }) => name },
          { head: 'Signed', cell: ({ signedOn }) => orSay(signedOn && formatDate(signedOn), 'Not recorded') },
          { head: 'Last day', cell: ({ expiresOn }) => formatDate(expiresOn) },
          { head: 'What that means', cell: ({ expiresOn }) => inWords(expiresOn, today) },
        ]} />
      </>
    )}
  </Section>
);
