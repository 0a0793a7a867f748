import { Button, Csrf, EmptyState, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ReviewModel } from '../reviews.desk';
import { ReadBy, WhenAndWhere } from './plan-review';
import { aReview, model } from './sample';

interface BookPageProps extends ReviewModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** The day of a review that was due without one. */
export function BookPage({ ctx, form, identity, review, mayHold, today }: BookPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Book the day" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Book the day</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The review has changed meanwhile. Look at how it stands; what you chose is not saved." />}
      {!mayHold || review.state !== 'due' ? <EmptyState title="There is no day to book"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/day`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(review.rowVersion)} />
          <WhenAndWhere form={form} legend="Which day is agreed?" place={review.place} />
          <ReadBy form={form} value={review.readBy} />
          <Button text="Save and choose who is asked" type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

const due = { ...model, review: aReview({ state: 'due', startsAt: null }) };
export const states: PageStates = {
  full: () => <BookPage ctx={keyWorker} form={FormState.empty} {...due} today={TODAY} />,
  bare: () => <BookPage ctx={keyWorker} form={FormState.empty} {...model} identity={bareIdentity} today={TODAY} />,
  errors: () => <BookPage ctx={keyWorker} form={refused({ place: '' }, missing('startsAt', 'Enter when it is'))} {...due} today={TODAY} />,
};
