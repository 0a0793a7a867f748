import { HANDOVER_REASONS, HANDOVER_STEPS } from '@app/key-workers';
import { Button, Checkboxes, Csrf, DateInput, EmptyState, errorFor, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { KeyWorkerModel } from '../key-worker.desk';
import { ChooseWorker } from './choose-worker';
import { full, led } from './sample';
import { HANDOVER_WORDS, STEP_WORDS } from './words';

interface HandOverPageProps {
  ctx: PageContext;
  form: FormState;
  today: string;
  data: KeyWorkerModel;
}

function HandOverForm({ ctx, form, data: { case: { id }, choices, identity: { person, keyWorker: lead } } }: HandOverPageProps): Html {
  return (
    <form method="post" action={`/cases/${id}/key-worker/handover`} novalidate>
      <Csrf ctx={ctx} />
      <p>{lead?.name} stays the key worker until the other says yes. Then one ends and the other begins at the same moment.</p>
      <Radios idPrefix="reason" name="reason" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} fieldset={{ legend: { text: 'Why is the case handed over?', size: 's' } }}
        items={HANDOVER_REASONS.map((one) => ({ value: one, text: HANDOVER_WORDS[one] }))} />
      <ChooseWorker form={form} errors={form.errors} choices={choices} legend="Who takes over?" />
      <Checkboxes idPrefix="done" name="done" small values={form.list('done')} errorMessage={errorFor(form.errors, 'done')} fieldset={{ legend: { text: 'What is done?', size: 's' } }}
        items={HANDOVER_STEPS.map((one) => ({ value: one, text: STEP_WORDS[one] }))} />
      <DateInput id="personToldOn" namePrefix="personToldOn" values={form.date('personToldOn')} errorMessage={errorFor(form.errors, 'personToldOn')}
        fieldset={{ legend: { text: `When was ${person.preferred ?? person.given} told?`, size: 's' } }} hint="They hear it from somebody they know, before it happens" />
      <DateInput id="jointVisitOn" namePrefix="jointVisitOn" values={form.date('jointVisitOn')} errorMessage={errorFor(form.errors, 'jointVisitOn')}
        fieldset={{ legend: { text: 'When do you visit together? (optional)', size: 's' } }} />
      <Button text="Ask them to take over" type="submit" preventDoubleClick />
    </form>
  );
}

/** Hands a case over to another key worker, without a gap. */
export function HandOverPage(props: HandOverPageProps): Html {
  const { ctx, form, today, data: { identity, case: { id }, mayDecide, asked, lapsed, choices } } = props;
  const at = `/cases/${id}/key-worker`;
  const canAsk = mayDecide && identity.keyWorker !== null && (!asked || lapsed) && choices.length > 0;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Hand over" today={today} errors={form.errors} back={{ href: at, text: 'Back to the key worker' }}>
      <h1 class="nhsuk-heading-l">Hand over to another key worker</h1>
      {canAsk ? <HandOverForm {...props} /> : (
        <EmptyState title="There is nobody to hand over to now">
          <p>{choices.length === 0 && mayDecide ? 'Nobody else of the circle can be the key worker. Add a team to the circle first. ' : null}<a class="nhsuk-link" href={at}>See who the key worker is</a>.</p>
        </EmptyState>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <HandOverPage ctx={keyWorker} form={FormState.empty} today={TODAY} data={led} />,
  empty: () => <HandOverPage ctx={keyWorker} form={FormState.empty} today={TODAY} data={{ ...led, choices: [] }} />,
  bare: () => <HandOverPage ctx={keyWorker} form={FormState.empty} today={TODAY} data={full} />,
  errors: () => <HandOverPage ctx={keyWorker} today={TODAY} data={led}
    form={refused({ membershipId: led.choices[0]?.membershipId }, missing('reason', 'Choose why the case is handed over'), missing('personToldOn', 'Enter the day on which the person was told'))} />,
};
