import { PROGRESS } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, Input, Radios, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { AnswersModel } from '../answers.desk';
import { PROGRESS_WORDS } from './answer-words';
import { answersModel } from './answers-sample';

interface SaidPageProps extends AnswersModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** What somebody who is asked said by telephone: written down for them, and confirmed by them. */
export function SaidPage({ ctx, form, identity, review, invitees, goals, mayHold, today }: SaidPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const asked = invitees.filter((one) => one.kind === 'organisation' && one.state === 'invited');
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Said by telephone" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Said by telephone</h1>
      {!mayHold || !review.takesContributions || asked.length === 0 ? <EmptyState title="There is nobody to write it down for"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/said`} novalidate>
          <Csrf ctx={ctx} />
          <p>It stands as theirs, by telephone, written down by you. They are asked whether it is right, and what they say stands beside it.</p>
          <Radios idPrefix="organisation" name="organisation" small value={form.text('organisation')} errorMessage={errorFor(form.errors, 'organisation')} fieldset={{ legend: { text: 'For which organisation?', size: 's' } }} items={asked.map((one) => ({ value: one.organisationId ?? '', text: one.name }))} />
          <Input id="saidBy" name="saidBy" label="Who said it?" value={form.text('saidBy')} errorMessage={errorFor(form.errors, 'saidBy')} />
          <Select id="item" name="item" label="About which goal?" value={form.text('item')} errorMessage={errorFor(form.errors, 'item')} items={[{ value: '', text: 'The review as a whole' }, ...goals.map((goal) => ({ value: goal.itemId, text: goal.text }))]} />
          <Select id="answer" name="answer" label="About a goal: how is it going?" value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} items={[{ value: '', text: 'Choose' }, ...PROGRESS.map((value) => ({ value, text: PROGRESS_WORDS[value] }))]} />
          <Textarea id="text" name="text" label={{ text: 'In their words', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
          <Button text="Write it down" type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SaidPage ctx={keyWorker} form={FormState.empty} {...answersModel} today={TODAY} />,
  bare: () => <SaidPage ctx={keyWorker} form={FormState.empty} {...answersModel} identity={bareIdentity} invitees={[]} today={TODAY} />,
  errors: () => <SaidPage ctx={keyWorker} form={refused({ text: '' }, missing('organisation', 'Choose the organisation'), missing('saidBy', 'Enter who said it'), missing('text', 'Enter what they said'))} {...answersModel} today={TODAY} />,
};
