import type { Incident } from '@app/oversight';
import { Button, Csrf, DateInput, errorFor, formatDate, formatDateTime, Input, Overdue, Page, Radios, Section, SummaryList, summaryRow, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { Readers } from '../../contacts/views/moved';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { caused, closed, closedQuietly, late, NOW, open } from './incident-sample';
import { clockWords, HAPPENED, isOver } from './incident-words';

interface IncidentPageProps {
  ctx: PageContext;
  form: FormState;
  incident: Incident;
  now: Date;
}

const YES_NO = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }];

function Close({ ctx, form, incident: { id } }: IncidentPageProps): Html {
  return (
    <form class="os-quick" method="post" action={`/information-governance/incidents/${id}/closing`} novalidate>
      <Csrf ctx={ctx} />
      <Textarea id="done" name="done" label={{ text: 'What was done?', size: 's' }} hint="Who was spoken to, what was taken back, what is done otherwise from now on" rows="4" value={form.text('done')} errorMessage={errorFor(form.errors, 'done')} />
      <Radios idPrefix="told" name="told" small value={form.text('told')} errorMessage={errorFor(form.errors, 'told')} fieldset={{ legend: { text: 'Was the person told?', size: 's' } }} items={YES_NO} />
      <Input id="notToldBecause" name="notToldBecause" label="If not: why?" value={form.text('notToldBecause')} errorMessage={errorFor(form.errors, 'notToldBecause')} />
      <Radios idPrefix="reportable" name="reportable" small value={form.text('reportable')} errorMessage={errorFor(form.errors, 'reportable')} fieldset={{ legend: { text: 'Did it have to be reported to the Information Commissioner?', size: 's' } }}
        hint="Unless it is unlikely to be a risk to anybody (UK GDPR, article 33)" items={YES_NO} />
      <Input id="reportableBecause" name="reportableBecause" label="Why, or why not?" value={form.text('reportableBecause')} errorMessage={errorFor(form.errors, 'reportableBecause')} />
      <DateInput id="reportedOn" namePrefix="reportedOn" fieldset={{ legend: { text: 'If so: on which day was it reported?', size: 's' } }} values={form.date('reportedOn')} errorMessage={errorFor(form.errors, 'reportedOn')} />
      <Button text="Close it" type="submit" />
    </form>
  );
}

/** One incident: the clock while it is open, and what was done about it. */
export function IncidentPage(props: IncidentPageProps): Html {
  const { ctx, form, incident: one, now } = props;
  return (
    <Page ctx={ctx} title="Incident" errors={form.errors} back={{ href: '/information-governance/incidents', text: 'Back to incidents' }}>
      <h1 class="nhsuk-heading-l">{HAPPENED[one.kind]}</h1>
      <SummaryList rows={[
        summaryRow('Whose record', one.personId && <a class="nhsuk-link" href={`/people/${one.personId}/access-log`}>{one.name}</a>, 'Several, or nobody whom you know'),
        summaryRow('Born', one.birthDate && formatDate(one.birthDate), 'Not recorded'),
        summaryRow('Known since', `${formatDateTime(one.at)}${one.reportedBy ? `, written down by ${one.reportedBy}` : ''}`, ''),
        one.closedAt ? null : summaryRow('To be reported by', isOver(one, now) ? <Overdue>{`${clockWords(one, now)}: it was to be reported by ${formatDateTime(one.reportBy)}`}</Overdue> : `${formatDateTime(one.reportBy)}, if it has to be. ${clockWords(one, now)}`, ''),
        one.done ? summaryRow('What was done', one.done, '') : null,
        one.closedAt ? summaryRow('The person', one.notToldBecause ? `Was not told: ${one.notToldBecause}` : 'Was told', '') : null,
        one.closedAt ? summaryRow('Reported', one.reportedOn ? `On ${formatDate(one.reportedOn)}: ${one.reportableBecause ?? ''}` : `Did not have to be: ${one.reportableBecause ?? ''}`, '') : null,
        one.closedAt ? summaryRow('Closed', `${formatDateTime(one.closedAt)} by ${one.closedBy ?? 'somebody'}`, '') : null,
      ]} />
      <Section id="readers" title="Who had read it">
        {one.readers.length === 0 ? <p>Nobody else.</p> : <Readers readers={one.readers.map(({ name, organisation }) => ({ name, organisation: organisation ?? 'No organisation' }))} />}
      </Section>
      {one.closedAt ? null : one.caused ? <p>You wrote what stood with the wrong person, so somebody else who looks after information closes this.</p> : <Close {...props} />}
    </Page>
  );
}

const base = { ctx: lead, form: FormState.empty, now: NOW };

export const states: PageStates = {
  full: () => <IncidentPage {...base} incident={open} />,
  bare: () => <IncidentPage {...base} incident={late} />,
  caused: () => <IncidentPage {...base} incident={caused} />,
  closed: () => <IncidentPage {...base} incident={closed} />,
  quiet: () => <IncidentPage {...base} incident={closedQuietly} />,
  errors: () => <IncidentPage {...base} form={refused({ told: 'no' }, missing('done', 'Enter what was done'), missing('notToldBecause', 'Enter why they were not told'), missing('reportable', 'Choose whether it had to be reported'))} incident={open} />,
};
