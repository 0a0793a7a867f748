import { DECLINE_REASONS } from '@app/key-workers';
import { fullName } from '@app/persons';
import { Button, Csrf, EmptyState, errorFor, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { KeyWorkerModel } from '../key-worker.desk';
import { askedOfMe, full } from './sample';
import { DECLINE_WORDS } from './words';

interface DeclinePageProps {
  ctx: PageContext;
  form: FormState;
  today: string;
  data: KeyWorkerModel;
}

/** Says no to being key worker, and why. */
export function DeclinePage({ ctx, form, today, data: { identity, asked, case: { id } } }: DeclinePageProps): Html {
  const at = `/cases/${id}/key-worker`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Say no to being key worker" today={today} errors={form.errors} back={{ href: at, text: 'Back to the question' }}>
      <h1 class="nhsuk-heading-l">Say no to being key worker for {fullName(identity.person)}</h1>
      {asked?.mine ? (
        <form class="os-quick" method="post" action={`${at}/decline`} novalidate>
          <Csrf ctx={ctx} />
          <p>{asked.askedBy ?? 'Whoever asked you'} reads why. The circle and the person do not.</p>
          <Radios idPrefix="because" name="because" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} fieldset={{ legend: { text: 'Why not?', size: 's' } }}
            items={DECLINE_REASONS.map((one) => ({ value: one, text: DECLINE_WORDS[one] }))} />
          <Textarea id="words" name="words" label="In a few words (optional)" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
          <Button text="Say no" type="submit" preventDoubleClick />
        </form>
      ) : <EmptyState title="You are not asked"><p><a class="nhsuk-link" href={at}>See who the key worker is</a>.</p></EmptyState>}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <DeclinePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={askedOfMe} />,
  empty: () => <DeclinePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={full} />,
  errors: () => <DeclinePage ctx={keyWorker} form={refused({ words: 'Away from Monday' }, missing('because', 'Choose why not'))} today={TODAY} data={askedOfMe} />,
};
