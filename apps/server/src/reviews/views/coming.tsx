import { COMING } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, landlord, TODAY } from '../../person/views/sample';
import type { AnswersModel } from '../answers.desk';
import { asPartner } from './answers-sample';
import { SaidMeanwhile } from './answer-words';
import { aReview } from './sample';
import { whenWords } from './words';

interface ComingPageProps extends AnswersModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const CHOICES = { yes: 'Yes, we come', maybe: 'We may come', no: 'No, but we say what we think before' } as const;

/** Whether the reader's organisation comes. */
export function ComingPage({ ctx, form, identity, review, own, today }: ComingPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const said = own.find((one) => one.kind === 'coming');
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Do you come?" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Do you come?</h1>
      {!review.takesContributions ? <EmptyState title="This review takes no more answers"><p><a class="nhsuk-link" href={at}>Look at how it stands</a>.</p></EmptyState> : (
        <>
          <SaidMeanwhile form={form} said={said} />
          <form class="os-quick" method="post" action={`${at}/coming`} novalidate>
            <Csrf ctx={ctx} />
            <input type="hidden" name="_version" value={form.versionOf(said?.rowVersion ?? 0)} />
            <p>{whenWords(review, today)}{review.place ? `: ${review.place}` : null}</p>
            <Radios idPrefix="answer" name="answer" value={form.text('answer', said?.answer ?? '')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: 'Do you come?', classes: 'nhsuk-u-visually-hidden' } }} items={COMING.map((value) => ({ value, text: CHOICES[value] }))} />
            <Textarea id="text" name="text" label={{ text: 'In a few words (optional)', size: 's' }} hint="Everybody who is asked reads this" rows="2" value={form.text('text', said?.text ?? '')} errorMessage={errorFor(form.errors, 'text')} />
            <Button text="Save" type="submit" preventDoubleClick />
          </form>
        </>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <ComingPage ctx={landlord} form={FormState.empty} {...asPartner} today={TODAY} />,
  bare: () => <ComingPage ctx={landlord} form={FormState.empty} {...asPartner} identity={bareIdentity} review={aReview({ state: 'closed' })} today={TODAY} />,
  errors: () => <ComingPage ctx={landlord} form={refused({ text: 'x' }, missing('answer', 'Choose whether you come'))} {...asPartner} today={TODAY} />,
};
