import { OCCASIONS, REVIEW_KINDS, REVIEW_MODES } from '@app/reviews';
import { Button, Csrf, DateInput, EmptyState, errorFor, Input, Radios, Select, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ReviewsModel } from '../reviews.desk';
import { aReview } from './sample';
import { KIND_WORDS, MODE_WORDS, OCCASION_WORDS } from './words';

interface PlanReviewPageProps extends ReviewsModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** The day, the time and the place of a review: the same fields wherever one is booked or moved. */
export function WhenAndWhere({ form, legend, hint, place }: { form: FormState; legend: string; hint?: string; place?: string | null }): Html {
  return (
    <>
      <DateInput id="startsAt" namePrefix="startsAt" values={form.date('startsAt')} errorMessage={errorFor(form.errors, 'startsAt')} fieldset={{ legend: { text: legend, size: 's' } }} hint={hint} />
      <Input id="startsAt-time" name="startsAt[time]" label="Time, like 14:30" width={5} value={form.part('startsAt', 'time')} errorMessage={errorFor(form.errors, 'startsAt-time')} />
      <Input id="place" name="place" label="Where, or how to join (optional)" value={form.text('place', place ?? '')} errorMessage={errorFor(form.errors, 'place')} />
    </>
  );
}

export const ReadBy = ({ form, value }: { form: FormState; value?: string | null }): Html => (
  <DateInput id="readBy" namePrefix="readBy" values={form.date('readBy', value)} errorMessage={errorFor(form.errors, 'readBy')} fieldset={{ legend: { text: 'By when should everybody have read and answered? (optional)', size: 's' } }} />
);

/** Why, how and when: a review, on one page. Who is asked comes on the next. */
export function PlanReviewPage({ ctx, form, identity, reviews, open, mayPlan, today }: PlanReviewPageProps): Html {
  const { personId, preferred, given } = identity.person;
  const at = `/people/${personId}/reviews`;
  const going = reviews.find((one) => one.isOpen);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Plan a review" today={today} errors={form.errors} back={{ href: at, text: 'Back to reviews' }}>
      <h1 class="nhsuk-heading-l">Plan a review</h1>
      {!mayPlan ? <EmptyState title="Those who coordinate plan a review"><p>Ask <a class="nhsuk-link" href={`/people/${personId}`}>the key worker of {preferred ?? given}</a> for one.</p></EmptyState>
        : going ? <EmptyState title="A review is planned already"><p><a class="nhsuk-link" href={`${at}/${going.id}`}>Go on with that one</a>, or cancel it first.</p></EmptyState>
          : (
            <form class="os-quick" method="post" action={`${at}/new`} novalidate>
              <Csrf ctx={ctx} />
              <Radios idPrefix="occasion" name="occasion" small value={form.text('occasion', 'time')} errorMessage={errorFor(form.errors, 'occasion')} hint="Everybody who is asked reads this. A worry about safety does not belong here: use a note that only a few may read"
                fieldset={{ legend: { text: 'Why now?', size: 's' } }} items={OCCASIONS.map((value) => ({ value, text: OCCASION_WORDS[value] }))} />
              <Select id="kind" name="kind" label="What kind of review?" value={form.text('kind', 'planned')} errorMessage={errorFor(form.errors, 'kind')} items={REVIEW_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))} />
              <Radios idPrefix="mode" name="mode" small value={form.text('mode')} errorMessage={errorFor(form.errors, 'mode')} hint="A meeting costs everybody’s time: choose the smallest that is enough" fieldset={{ legend: { text: 'How is it held?', size: 's' } }}
                items={REVIEW_MODES.map((value) => ({ value, text: MODE_WORDS[value] }))} />
              <DateInput id="dueOn" namePrefix="dueOn" values={form.date('dueOn', open?.nextReviewOn ?? null)} errorMessage={errorFor(form.errors, 'dueOn')} fieldset={{ legend: { text: 'When should it be?', size: 's' } }} hint="Whether it was on time is measured by this day" />
              <WhenAndWhere form={form} legend="Which day is agreed? (optional)" hint="Leave it empty when none is agreed yet: the review then stands on your list as due" />
              <Input id="minutes" name="minutes" label="How many minutes? (optional)" width={3} inputmode="numeric" value={form.text('minutes')} errorMessage={errorFor(form.errors, 'minutes')} />
              <ReadBy form={form} />
              <Input id="countsAs" name="countsAs" label="Does it also count as another review? (optional)" hint="For example the yearly Care Act review, so that there are not two meetings" value={form.text('countsAs')} errorMessage={errorFor(form.errors, 'countsAs')} />
              <Input id="chairName" name="chairName" label="Who chairs it?" value={form.text('chairName', ctx.user?.name ?? '')} errorMessage={errorFor(form.errors, 'chairName')} />
              <WritingFor ctx={ctx} />
              <Button text="Save and choose who is asked" type="submit" preventDoubleClick />
            </form>
          )}
    </PersonShell>
  );
}

const page = (traits: Partial<PlanReviewPageProps>): Html => <PlanReviewPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} reviews={[]} open={null} mayPlan today={TODAY} {...traits} />;

export const states: PageStates = {
  full: () => page({}),
  bare: () => page({ identity: bareIdentity, mayPlan: false }),
  going: () => page({ reviews: [aReview()] }),
  errors: () => page({ form: refused({ occasion: 'time', mode: '', startsAt: { day: '3', month: '12', year: '2020', time: '' } }, missing('mode', 'Choose how it is held'), missing('startsAt/time', 'Enter the time like 14:30 or 2:30pm'), missing('dueOn', 'Enter when it should be')) }),
};
