import type { EndedRecord } from '@app/information-rights';
import { Button, Checkboxes, Csrf, DateInput, errorFor, formatDate, formatDateTime, Page, plural, Radios, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { alone, approved, due, held, kept, mine, proposed, TODAY } from './sample';
import { STANDS_WORDS, TYPE_WORDS } from './words';

interface EndedRecordPageProps {
  ctx: PageContext;
  form: FormState;
  line: EndedRecord;
  today: string;
}

const addressOf = ({ personId, recordType }: EndedRecord): string => `/information-governance/people/${personId}/retention/${recordType}`;
const Version = ({ form, line }: EndedRecordPageProps): Html => <input type="hidden" name="_version" value={form.versionOf(line.version)} />;

const Decide = ({ ctx, form, line, today }: EndedRecordPageProps): Html => (
  <form class="os-quick" method="post" action={addressOf(line)} novalidate>
    <Csrf ctx={ctx} />
    <Radios idPrefix="decision" name="decision" small value={form.text('decision')} errorMessage={errorFor(form.errors, 'decision')} fieldset={{ legend: { text: 'What becomes of it?', size: 's' } }} items={[
      { value: 'keep', text: 'It is kept longer' },
      { value: 'dispose', text: 'It is to be disposed of', hint: { text: line.others === 0 ? 'Somebody else who looks after information in your organisation would have to approve it. There is nobody else yet' : 'Somebody else who looks after information approves it. Nothing is destroyed by that' } },
    ]} />
    <Textarea id="because" name="because" label={{ text: 'Why?', size: 's' }} rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
    <DateInput id="keepUntil" namePrefix="keepUntil" values={form.date('keepUntil')} errorMessage={errorFor(form.errors, 'keepUntil')} hint={`Only if it is kept. After ${formatDate(today)}`} fieldset={{ legend: { text: 'Until when is it kept?', size: 's' } }} />
    <Button text="Save the decision" type="submit" />
  </form>
);

const Approve = ({ ctx, form, line, ...rest }: EndedRecordPageProps): Html => (
  <form class="os-quick" method="post" action={`${addressOf(line)}/approval`} novalidate>
    <Csrf ctx={ctx} />
    <Version ctx={ctx} form={form} line={line} {...rest} />
    <Checkboxes idPrefix="confirmed" name="confirmed" small values={form.list('confirmed')} errorMessage={errorFor(form.errors, 'confirmed')} fieldset={{ legend: { text: 'Before you approve it', size: 's' } }} items={[{ value: 'yes', text: 'I have looked at it myself, and nothing speaks for keeping it' }]} />
    <Button text="Approve" type="submit" />
  </form>
);

const Stop = ({ ctx, form, line, ...rest }: EndedRecordPageProps): Html => (
  <form class="os-quick" method="post" action={`${addressOf(line)}/stop`} novalidate>
    <Csrf ctx={ctx} />
    <Version ctx={ctx} form={form} line={line} {...rest} />
    <Textarea id="whyStopped" name="whyStopped" label={{ text: 'Why is it not disposed of?', size: 's' }} hint="It is decided again" rows="2" value={form.text('whyStopped')} errorMessage={errorFor(form.errors, 'whyStopped')} />
    <Button text="Stop it" type="submit" variant="secondary" />
  </form>
);

/** What somebody may do where it stands. */
function Next(props: EndedRecordPageProps): Html {
  const { line } = props;
  if (line.stands === 'due' || line.stands === 'kept') return <Decide {...props} />;
  if (line.stands === 'held') return <p>A legal hold stands. Nothing of it is disposed of until <a class="nhsuk-link" href={`/information-governance/people/${line.personId}/holds`}>the hold</a> is lifted.</p>;
  return (
    <>
      {line.stands === 'proposed' ? (line.mine ? <p>You proposed it. {line.others === 0 ? 'Nobody else in your organisation looks after information yet: your administrator can add somebody.' : 'Somebody else approves it.'}</p> : <Approve {...props} />) : null}
      {line.stands === 'approved' ? <p>Nothing has been destroyed: OneStory destroys nothing by itself. Agree with whoever runs it for you how and when it is done. A hold, or a new contact, stops it.</p> : null}
      <Stop {...props} />
    </>
  );
}

/** One record whose time is over, for the lead of its controller: a name and days, and nothing of the record. */
export function EndedRecordPage(props: EndedRecordPageProps): Html {
  const { ctx, form, line } = props;
  return (
    <Page ctx={ctx} title={`${TYPE_WORDS[line.recordType]} of ${line.name}`} errors={form.errors} back={{ href: '/information-governance/retention', text: 'Back to what has come to its end' }}>
      <h1 class="nhsuk-heading-l">{TYPE_WORDS[line.recordType]} of {line.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[
        summaryRow('Born', line.birthDate && formatDate(line.birthDate), 'No date of birth recorded'),
        summaryRow('Last on', formatDate(line.lastOn), ''),
        summaryRow('Its time was over on', `${formatDate(line.endedOn)}, after ${plural(line.years, 'year')}`, ''),
        summaryRow('Stands', STANDS_WORDS[line.stands], ''),
        line.because && line.decidedAt ? summaryRow('Decided', `${line.because} (${line.decidedBy ?? 'somebody'}, ${formatDateTime(line.decidedAt)})`, '') : null,
        line.keepUntil ? summaryRow('Kept until', formatDate(line.keepUntil), '') : null,
        line.approvedAt ? summaryRow('Approved', `${line.approvedBy ?? 'Somebody'}, ${formatDateTime(line.approvedAt)}`, '') : null,
      ]} />
      {line.stands === 'held' ? null : <p class="os-noprint"><a class="nhsuk-link" href={`/information-governance/people/${line.personId}/holds`}>Hold it back</a></p>}
      <Next {...props} />
    </Page>
  );
}

const page = (line: EndedRecord, form = FormState.empty): Html => <EndedRecordPage ctx={lead} form={form} line={line} today={TODAY} />;

export const states: PageStates = {
  full: () => page(due),
  bare: () => page(alone),
  proposed: () => page(proposed),
  mine: () => page(mine),
  approved: () => page(approved),
  held: () => page(held),
  kept: () => page(kept),
  errors: () => page(due, refused({ decision: 'keep', because: '' }, missing('because', 'Enter why'), missing('keepUntil', 'Enter until when it is kept'))),
  unconfirmed: () => page(proposed, refused({ confirmed: '' }, missing('confirmed', 'Choose whether you have looked at it yourself'), missing('whyStopped', 'Enter why it is not disposed of'))),
};
