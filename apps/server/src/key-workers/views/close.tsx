import { CLOSE_REASONS, type CloseReason } from '@app/cases';
import { fullName } from '@app/persons';
import { Button, Csrf, EmptyState, errorFor, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { KeyWorkerModel } from '../key-worker.desk';
import { closed, led } from './sample';

interface ClosePageProps {
  ctx: PageContext;
  form: FormState;
  today: string;
  data: KeyWorkerModel;
}

const WORDS: Record<CloseReason, string> = {
  goals_met: 'What we set out to do is done', person_chose: 'The person chose to stop', did_not_engage: 'The person did not take part', lost_contact: 'We lost contact',
  moved: 'The person moved away', needs_changed: 'Somebody else helps now', died: 'The person died', other: 'Another reason',
};

/** Closes a case, and says what that ends. */
export function ClosePage({ ctx, form, today, data: { identity, mayDecide, case: { id, state } } }: ClosePageProps): Html {
  const at = `/cases/${id}`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Close the case" today={today} errors={form.errors} back={{ href: `${at}/key-worker`, text: 'Back to the key worker' }}>
      <h1 class="nhsuk-heading-l">Close the case of {fullName(identity.person)}</h1>
      {form.code === 'case.open' ? <WarningCallout heading="The case stays open" headingLevel={2} text={form.errors[0]?.text ?? ''} /> : null}
      {mayDecide && state !== 'closed' ? (
        <form class="os-quick" method="post" action={`${at}/close`} novalidate>
          <Csrf ctx={ctx} />
          <p>Nobody is key worker from then on. Those of the circle can still write and meet for ten working days, then their help ends. Everybody of the circle reads why.</p>
          <Radios idPrefix="because" name="because" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} fieldset={{ legend: { text: 'Why is the case closed?', size: 's' } }}
            items={CLOSE_REASONS.map((one) => ({ value: one, text: WORDS[one] }))} />
          <Textarea id="words" name="words" label="In a few words (optional)" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
          <Button text="Close the case" type="submit" variant="warning" preventDoubleClick />
        </form>
      ) : <EmptyState title="There is no case to close here"><p><a class="nhsuk-link" href={`${at}/key-worker`}>See how the case stands</a>.</p></EmptyState>}
    </PersonShell>
  );
}

const kept = FormState.again({ status: 409, message: 'An alert about safety is open. Ask your team manager to speak with everybody round the person and to close the case', code: 'case.open', values: { because: 'lost_contact' }, faults: [] });

export const states: PageStates = {
  full: () => <ClosePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={led} />,
  empty: () => <ClosePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={closed} />,
  errors: () => <ClosePage ctx={keyWorker} form={refused({ words: 'Back to work' }, missing('because', 'Choose why the case is closed'))} today={TODAY} data={led} />,
  kept: () => <ClosePage ctx={keyWorker} form={kept} today={TODAY} data={led} />,
};
