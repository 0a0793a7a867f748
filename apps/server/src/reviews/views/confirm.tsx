import { Button, Csrf, EmptyState, errorFor, Radios, SummaryList, summaryRow, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, landlord, TODAY } from '../../person/views/sample';
import type { SaidModel } from '../answers.desk';
import { answerWords, SaidMeanwhile, saidWords } from './answer-words';
import { asPartner, saidByPhone } from './answers-sample';
import { aReview } from './sample';

interface ConfirmPageProps extends SaidModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** Is it right, what was written down for the reader's organisation? */
export function ConfirmPage({ ctx, form, identity, review, said, today }: ConfirmPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const { contribution, saidFor } = said;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Is this right?" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Is this right?</h1>
      <SummaryList rows={[
        summaryRow('Who said it', saidWords(said), ''), summaryRow('About', contribution.aboutText, 'The review as a whole'), summaryRow('How it is going', answerWords(contribution), 'Not said'), summaryRow('In their words', contribution.text, 'Nothing else'),
      ]} />
      {!review.takesContributions ? <EmptyState title="This review takes no more answers"><p><a class="nhsuk-link" href={at}>Look at how it stands</a>.</p></EmptyState> : (
        <>
          <SaidMeanwhile form={form} said={saidFor?.confirmation} />
          <form class="os-quick" method="post" action={`${at}/confirm`} novalidate>
            <Csrf ctx={ctx} />
            <input type="hidden" name="_version" value={form.versionOf(saidFor?.confirmation?.rowVersion ?? 0)} />
            <input type="hidden" name="contribution" value={contribution.id} />
            <Radios idPrefix="answer" name="answer" value={form.text('answer', saidFor?.confirmation?.answer ?? '')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: 'Is this what was said for you?', size: 's' } }} items={[{ value: 'right', text: 'Yes' }, { value: 'not_right', text: 'No, or not all of it' }]} />
            <Textarea id="text" name="text" label={{ text: 'If not: what was said? (optional)', size: 's' }} rows="3" value={form.text('text', saidFor?.confirmation?.text ?? '')} errorMessage={errorFor(form.errors, 'text')} />
            <Button text="Save" type="submit" preventDoubleClick />
          </form>
        </>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <ConfirmPage ctx={landlord} form={FormState.empty} {...asPartner} said={saidByPhone} today={TODAY} />,
  bare: () => <ConfirmPage ctx={landlord} form={FormState.empty} {...asPartner} identity={bareIdentity} review={aReview({ state: 'closed' })} said={saidByPhone} today={TODAY} />,
  errors: () => <ConfirmPage ctx={landlord} form={refused({ text: 'x' }, missing('answer', 'Choose whether it is right'))} {...asPartner} said={saidByPhone} today={TODAY} />,
};
