import type { LegalHold } from '@app/information-rights';
import { Button, Csrf, DateInput, errorFor, formatDate, formatDateTime, Overdue, Page, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { hold as sample, lifted, overdue, TODAY } from './sample';
import { HOLD_WORDS } from './words';

interface LegalHoldPageProps {
  ctx: PageContext;
  form: FormState;
  hold: LegalHold;
  today: string;
}

const Version = ({ form, hold }: LegalHoldPageProps): Html => <input type="hidden" name="_version" value={form.versionOf(hold.version)} />;

function Acts(props: LegalHoldPageProps): Html {
  const { ctx, form, hold: { id } } = props;
  return (
    <>
      <form class="os-quick" method="post" action={`/information-governance/holds/${id}/review`} novalidate>
        <Csrf ctx={ctx} />
        <Version {...props} />
        <h2 class="nhsuk-heading-m">It stands on</h2>
        <Textarea id="words" name="words" label={{ text: 'Why does it stand on?', size: 's' }} rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When do you look again?', size: 's' } }} />
        <Button text="Save" type="submit" />
      </form>
      <form class="os-quick" method="post" action={`/information-governance/holds/${id}/lifting`} novalidate>
        <Csrf ctx={ctx} />
        <Version {...props} />
        <h2 class="nhsuk-heading-m">Lift it</h2>
        <Textarea id="whyLifted" name="whyLifted" label={{ text: 'Why is it lifted?', size: 's' }} hint="What has come to its end can then be decided. Another hold on the same person stays" rows="2" value={form.text('whyLifted')} errorMessage={errorFor(form.errors, 'whyLifted')} />
        <Button text="Lift the hold" type="submit" variant="secondary" />
      </form>
    </>
  );
}

/** One legal hold: by whom, why, since when, looked at when; and lifting it. */
export function LegalHoldPage(props: LegalHoldPageProps): Html {
  const { ctx, form, hold, today } = props;
  return (
    <Page ctx={ctx} title={`Held back: ${hold.name}`} errors={form.errors} back={{ href: '/information-governance/holds', text: 'Back to what is held back' }}>
      <h1 class="nhsuk-heading-l">Held back: {hold.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[
        summaryRow('Born', hold.birthDate && formatDate(hold.birthDate), 'No date of birth recorded'),
        summaryRow('For', HOLD_WORDS[hold.kind], ''),
        summaryRow('Why', hold.because, ''),
        summaryRow('Since', `${formatDate(hold.since)}, written down by ${hold.placedBy} on ${formatDateTime(hold.placedAt)}`, ''),
        summaryRow('Last looked at', hold.lookedAt && `${formatDateTime(hold.lookedAt)} by ${hold.lookedBy ?? 'somebody'}: ${hold.lookedWords ?? ''}`, 'Not since it was placed'),
        hold.liftedAt ? null : summaryRow('Looked at again', hold.reviewOn <= today ? <Overdue>{formatDate(hold.reviewOn)}</Overdue> : formatDate(hold.reviewOn), ''),
        hold.liftedAt ? summaryRow('Lifted', `${formatDateTime(hold.liftedAt)} by ${hold.liftedBy ?? 'somebody'}: ${hold.liftedBecause ?? ''}`, '') : null,
      ]} />
      {hold.liftedAt ? <p>It holds nothing back any more. <a class="nhsuk-link" href={`/information-governance/people/${hold.personId}/holds`}>Hold it back again</a></p> : <Acts {...props} />}
    </Page>
  );
}

const page = (hold: LegalHold, form = FormState.empty): Html => <LegalHoldPage ctx={lead} form={form} hold={hold} today={TODAY} />;

export const states: PageStates = {
  full: () => page(sample),
  bare: () => page(overdue),
  lifted: () => page(lifted),
  errors: () => page(sample, refused({ words: '' }, missing('words', 'Enter why it stands on'), missing('reviewOn', 'Enter when you look again'), missing('whyLifted', 'Enter why it is lifted'))),
};
