import type { OpeningRow } from '@app/sharing';
import { Button, Csrf, DataTable, formatDateTime, Overdue, Section, Sub, type Html, type PageContext } from '@app/web-kit';
import { EMERGENCY_WORDS, OUTCOME_WORDS } from '../../emergency/views/words';
import type { GovernanceModel } from '../governance.desk';
import { isOverdue, waitedWords } from './waited';

const Link = ({ row: { opening } }: { row: OpeningRow }): Html => <a class="nhsuk-link" href={`/emergency-openings/${opening.id}`}>{formatDateTime(opening.openedAt)}</a>;
const who = ({ opening, organisation }: OpeningRow): Html => <>{opening.userName}<Sub>{organisation}</Sub></>;
const what = ({ opening }: OpeningRow): Html => <>{opening.stopped ? <strong>Stopped: nothing was opened. </strong> : null}{EMERGENCY_WORDS[opening.because]}<Sub>{opening.reason}</Sub></>;

/** Records that were opened in an emergency: what waits for a review, longest first, and what was said of others lately. */
export function Emergencies({ ctx, now, emergency: { toReview, reviewed, everybody } }: GovernanceModel & { ctx: PageContext; now: Date }): Html {
  return (
    <Section id="emergencies" title={toReview.length === 0 ? 'Opened in an emergency' : `Opened in an emergency (${toReview.length} to review)`}>
      {toReview.length === 0 ? <p>Nothing waits for a review. You are told when somebody opens a record in an emergency.</p> : (
        <DataTable<OpeningRow> caption="To review, longest waiting first" rows={toReview} isDue={({ opening }) => isOverdue(opening.openedAt, now)} columns={[
          { head: 'Opened', rowHeader: true, cell: (row) => <Link row={row} /> },
          { head: 'Waits', cell: ({ opening }) => (isOverdue(opening.openedAt, now) ? <Overdue>{waitedWords(opening.openedAt, now)}</Overdue> : waitedWords(opening.openedAt, now)) },
          { head: 'Who', cell: who },
          { head: 'Why', cell: what },
        ]} />
      )}
      {reviewed.length === 0 ? null : (
        <DataTable<OpeningRow> caption="Reviewed in the last 30 days" rows={reviewed} columns={[
          { head: 'Opened', rowHeader: true, cell: (row) => <Link row={row} /> },
          { head: 'Who', cell: who },
          { head: 'Found', cell: ({ opening }) => <>{opening.outcome ? OUTCOME_WORDS[opening.outcome] : null}<Sub>{opening.reviewerName}</Sub></> },
        ]} />
      )}
      <form method="post" action="/information-governance/emergency">
        <Csrf ctx={ctx} />
        <input type="hidden" name="everybody" value={everybody ? 'no' : 'yes'} />
        <p>{everybody ? 'Every practitioner of your organisation, but no volunteer, may open a record in an emergency.' : 'In your organisation only those with the role “May look in an emergency” open a record in an emergency.'}</p>
        <Button text={everybody ? 'Only those with the role' : 'Let every practitioner'} type="submit" variant="secondary" />
      </form>
    </Section>
  );
}
