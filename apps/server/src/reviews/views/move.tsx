import { Button, Csrf, DateInput, EmptyState, errorFor, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { MOVES_ASKED, type ChooseMove, type MoveAsked } from '../reviews.commands';
import type { ReviewModel } from '../reviews.desk';
import { WhenAndWhere } from './plan-review';
import { aReview, model } from './sample';

interface MovePageProps extends ReviewModel {
  ctx: PageContext;
  form: FormState;
  query: ChooseMove;
  today: string;
}

const TITLES: Record<MoveAsked, string> = { rescheduled: 'Move the review to another day', cancelled: 'Call the review off', paused_unable: 'The review could not be held', incomplete: 'The review was not finished' };
const SAVES: Record<MoveAsked, string> = { rescheduled: 'Move it and tell everybody', cancelled: 'Call it off and tell everybody', paused_unable: 'Save', incomplete: 'Save' };
const SAYS: Record<MoveAsked, string> = {
  rescheduled: 'Everybody who was asked is told of the new day. When it should have been stays as it is.', cancelled: 'Everybody who was asked is told. The review is due again on the day on which the plan says so.',
  paused_unable: 'For when they were too ill, asleep, not at home, or there was no interpreter. It counts as nobody’s failure, and you come back to it.',
  incomplete: 'What was decided so far stays. You go on with the same points by the day that you say.',
};

/** What happens to a review that cannot be as it was planned: to when, and why. */
export function MovePage({ ctx, form, query, identity, review, mayHold, today }: MovePageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const chosen = form.text('to', query.to ?? '');
  const to = MOVES_ASKED.find((one) => one === chosen && mayHold && review.next.includes(one));
  const title = to ? TITLES[to] : 'Change the review';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The review has changed meanwhile. Look at how it stands; what you chose is not saved." />}
      {!to ? <EmptyState title="That cannot be done now"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/move`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(review.rowVersion)} />
          <input type="hidden" name="to" value={to} />
          <p>{SAYS[to]}</p>
          {to === 'rescheduled' ? <WhenAndWhere form={form} legend="Which day instead?" place={review.place} /> : null}
          {to === 'paused_unable' || to === 'incomplete' ? <DateInput id="returnBy" namePrefix="returnBy" values={form.date('returnBy')} errorMessage={errorFor(form.errors, 'returnBy')} fieldset={{ legend: { text: 'By when do you come back to it?', size: 's' } }} /> : null}
          <Textarea id="because" name="because" label={{ text: 'Why?', size: 's' }} hint="Everybody who was asked reads this" rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
          <Button text={SAVES[to]} type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

const page = (to: MoveAsked, traits: Partial<MovePageProps> = {}): Html => <MovePage ctx={keyWorker} form={FormState.empty} query={{ to }} {...model} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => page('rescheduled'),
  cancelled: () => page('cancelled'),
  paused: () => page('paused_unable'),
  bare: () => page('cancelled', { identity: bareIdentity, review: aReview({ state: 'closed' }) }),
  errors: () => page('paused_unable', { form: refused({ to: 'paused_unable', because: '' }, missing('returnBy', 'Enter by when you come back to it'), missing('because', 'Enter why, in a few words')) }),
};
