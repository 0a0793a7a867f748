import { COMING, SAID_HOW } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { model } from './sample';
import type { ReviewModel } from '../reviews.desk';
import { HOW_WORDS } from './own-words';

interface SaidByPersonPageProps extends ReviewModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const COMES = { yes: 'Yes', maybe: 'They do not know yet', no: 'No' } as const;

/** What the person said to whoever holds the review, in their words. */
export function SaidByPersonPage({ ctx, form, identity, review, mayHold, today }: SaidByPersonPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const name = identity.person.preferred ?? identity.person.given ?? 'the person';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={`What ${name} said`} today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">What {name} said</h1>
      {!mayHold || !review.takesContributions ? <EmptyState title="It is written down by whoever holds the review, while it takes what is said"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/said-by-person`} novalidate>
          <Csrf ctx={ctx} />
          <p>It stands as {name}’s words, written down by you, and {name} reads it on their own page.</p>
          <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did they say it?', size: 's' } }} items={SAID_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
          <Radios idPrefix="coming" name="coming" small value={form.text('coming')} errorMessage={errorFor(form.errors, 'coming')} fieldset={{ legend: { text: 'Do they want to come? (optional)', size: 's' } }} items={COMING.map((value) => ({ value, text: COMES[value] }))} />
          <Textarea id="matters" name="matters" label={{ text: 'What matters to them? (optional)', size: 's' }} rows="3" value={form.text('matters')} errorMessage={errorFor(form.errors, 'matters')} />
          <Textarea id="talk" name="talk" label={{ text: 'What would they like to talk about, or not? (optional)', size: 's' }} rows="3" value={form.text('talk')} errorMessage={errorFor(form.errors, 'talk')} />
          <Radios idPrefix="readers" name="readers" small value={form.text('readers')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Who may read it, as they say?', size: 's' } }} items={[{ value: 'everybody', text: 'Everybody who is asked to the review' }, { value: 'chair', text: 'Only our organisation' }]} />
          <Button text="Write it down" type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SaidByPersonPage ctx={keyWorker} form={FormState.empty} {...model} today={TODAY} />,
  bare: () => <SaidByPersonPage ctx={keyWorker} form={FormState.empty} {...model} identity={bareIdentity} mayHold={false} today={TODAY} />,
  errors: () => <SaidByPersonPage ctx={keyWorker} form={refused({ matters: '' }, missing('how', 'Choose how they said it'), missing('matters', 'Enter what matters to them, or one of the others'), missing('readers', 'Choose who may read it'))} {...model} today={TODAY} />,
};
