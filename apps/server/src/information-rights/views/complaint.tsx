import { COMPLAINT_OUTCOMES, type Complaint } from '@app/information-rights';
import { Button, Csrf, errorFor, formatDate, Overdue, Page, Radios, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { HOW_WORDS } from '../../sharing/views/words';
import { acknowledged, answered, made, overdue } from './complaint-sample';
import { complaintStands, FOUND_WORDS, isUnacknowledged } from './complaint-words';

interface ComplaintPageProps {
  ctx: PageContext;
  form: FormState;
  complaint: Complaint;
  today: string;
}

/** One complaint: to be acknowledged within 30 days, and answered with what was found. */
export function ComplaintPage({ ctx, form, complaint: one, today }: ComplaintPageProps): Html {
  const at = `/information-governance/complaints/${one.id}`;
  const found = COMPLAINT_OUTCOMES.find((outcome) => outcome === one.state);
  return (
    <Page ctx={ctx} title={`Complaint of ${one.name}`} errors={form.errors} back={{ href: '/information-governance/complaints', text: 'Back to complaints about information' }}>
      <h1 class="nhsuk-heading-l">Complaint of {one.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[
        summaryRow('Born', one.birthDate && formatDate(one.birthDate), 'No date of birth recorded'),
        summaryRow('In their words', one.words, ''),
        summaryRow('About', one.about, 'Nobody by name'),
        summaryRow('Made', `${formatDate(one.madeOn)}, ${HOW_WORDS[one.how as keyof typeof HOW_WORDS].toLowerCase()}, written down by ${one.recordedBy}. ${one.spokeAlone ? 'Alone.' : `Not alone${one.present ? `: ${one.present} was there` : ''}.`}`, ''),
        summaryRow('Stands', isUnacknowledged(one, today) ? <Overdue>{complaintStands(one)}</Overdue> : complaintStands(one), ''),
        found ? summaryRow('Found', `${FOUND_WORDS[found]}: ${one.answer}`, '') : null,
      ]} />
      {one.state === 'made' ? (
        <form method="post" action={`${at}/acknowledgement`}>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(one.version)} />
          <Button text="Acknowledge it" type="submit" variant="secondary" />
        </form>
      ) : null}
      {found ? <p>They can still complain to the Information Commissioner.</p> : (
        <form class="os-quick" method="post" action={`${at}/answer`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(one.version)} />
          <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What did you find?', size: 's' } }} items={COMPLAINT_OUTCOMES.map((value) => ({ value, text: FOUND_WORDS[value] }))} />
          <Textarea id="answer" name="answer" label={{ text: 'What did you find, and what do you do about it?', size: 's' }} hint={`${one.name} reads this`} rows="4" value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} />
          <Button text="Answer" type="submit" />
        </form>
      )}
    </Page>
  );
}

const TODAY = '2026-12-09';

export const states: PageStates = {
  full: () => <ComplaintPage ctx={lead} form={FormState.empty} complaint={made} today={TODAY} />,
  bare: () => <ComplaintPage ctx={lead} form={FormState.empty} complaint={overdue} today={TODAY} />,
  acknowledged: () => <ComplaintPage ctx={lead} form={FormState.empty} complaint={acknowledged} today={TODAY} />,
  answered: () => <ComplaintPage ctx={lead} form={FormState.empty} complaint={answered} today={TODAY} />,
  errors: () => <ComplaintPage ctx={lead} form={refused({ outcome: '' }, missing('outcome', 'Choose what you found'), missing('answer', 'Enter what you found and do about it'))} complaint={acknowledged} today={TODAY} />,
};
