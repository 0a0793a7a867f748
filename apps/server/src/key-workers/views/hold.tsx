import { fullName } from '@app/persons';
import { Button, Csrf, DateInput, EmptyState, errorFor, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { KeyWorkerModel } from '../key-worker.desk';
import { full, led } from './sample';

interface HoldPageProps {
  ctx: PageContext;
  form: FormState;
  today: string;
  data: KeyWorkerModel;
}

/** Puts a case on hold: why, and when somebody looks again. */
export function HoldPage({ ctx, form, today, data: { identity, mayDecide, case: { id, state } } }: HoldPageProps): Html {
  const at = `/cases/${id}`;
  const can = mayDecide && identity.keyWorker !== null && ['active', 'monitoring'].includes(state);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Put the case on hold" today={today} errors={form.errors} back={{ href: `${at}/key-worker`, text: 'Back to the key worker' }}>
      <h1 class="nhsuk-heading-l">Put the case of {fullName(identity.person)} on hold</h1>
      {can ? (
        <form class="os-quick" method="post" action={`${at}/hold`} novalidate>
          <Csrf ctx={ctx} />
          <p>{identity.keyWorker?.name} stays the key worker, and looks again on the day that you agree.</p>
          <Textarea id="reason" name="reason" label="Why is it on hold?" rows="2" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
          <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When do you look again?', size: 's' } }} />
          <Button text="Put on hold" type="submit" preventDoubleClick />
        </form>
      ) : <EmptyState title="This case cannot be put on hold now"><p>Only a case that has a key worker can wait, by those who decide about it. <a class="nhsuk-link" href={`${at}/key-worker`}>See who the key worker is</a>.</p></EmptyState>}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <HoldPage ctx={keyWorker} form={FormState.empty} today={TODAY} data={led} />,
  empty: () => <HoldPage ctx={keyWorker} form={FormState.empty} today={TODAY} data={full} />,
  errors: () => <HoldPage ctx={keyWorker} form={refused({ reason: '' }, missing('reason', 'Enter why the case is on hold'), missing('reviewOn', 'Enter the day on which you look again'))} today={TODAY} data={led} />,
};
