import type { PeriodStep, RetentionPeriod } from '@app/information-rights';
import { Button, Csrf, DataTable, errorFor, formatDateTime, Input, Page, plural, Section, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { history as steps, none, published, set } from './sample';
import { periodWords, SOURCE, TYPE_WORDS, yearsWords } from './words';

interface PeriodPageProps {
  ctx: PageContext;
  form: FormState;
  period: RetentionPeriod;
  history: readonly PeriodStep[];
}

/** How long one type of record is kept, what it was before, and setting it. */
export const PeriodPage = ({ ctx, form, period, history }: PeriodPageProps): Html => (
  <Page ctx={ctx} title={`How long you keep it: ${TYPE_WORDS[period.recordType]}`} errors={form.errors} back={{ href: '/information-governance/retention/periods', text: 'Back to how long you keep what' }}>
    <h1 class="nhsuk-heading-l">{TYPE_WORDS[period.recordType]}</h1>
    {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
    <SummaryList rows={[
      summaryRow('Kept', periodWords(period), ''),
      summaryRow('Published', period.published === null ? null : `${yearsWords(period.published, period.countsFrom)} (${SOURCE})`, 'Nothing that we know of, for your kind of organisation'),
    ]} />
    <form class="os-quick" method="post" action={`/information-governance/retention/periods/${period.recordType}`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={form.versionOf(period.version)} />
      <Input id="years" name="years" label="How many years?" hint="From 1 to 100" inputmode="numeric" classes="nhsuk-input--width-3" value={form.text('years', period.years === null ? '' : String(period.years))} errorMessage={errorFor(form.errors, 'years')} />
      <Textarea id="because" name="because" label={{ text: 'Why?', size: 's' }} hint="By law, by your own schedule, or who decided it. Name nobody who is helped" rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
      <Button text="Save" type="submit" />
    </form>
    <Section id="history" title="What was set before">
      {history.length === 0 ? <p>Your organisation has set nothing.</p> : (
        <DataTable<PeriodStep> caption="What was set, the last first" hideCaption rows={history} columns={[
          { head: 'When', rowHeader: true, cell: ({ setAt }) => formatDateTime(setAt) },
          { head: 'Kept', cell: ({ years }) => plural(years, 'year') },
          { head: 'Why', cell: ({ because }) => because },
          { head: 'By', cell: ({ setBy }) => setBy },
        ]} />
      )}
    </Section>
  </Page>
);

export const states: PageStates = {
  full: () => <PeriodPage ctx={lead} form={FormState.empty} period={set} history={steps} />,
  bare: () => <PeriodPage ctx={lead} form={FormState.empty} period={none} history={[]} />,
  errors: () => <PeriodPage ctx={lead} form={refused({ years: 'x', because: '' }, { pointer: '/years', code: 'number', message: 'How many years must be a whole number from 1 to 100' }, missing('because', 'Enter why'))} period={published} history={[]} />,
};
