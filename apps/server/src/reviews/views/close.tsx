import { PERSON_VIEWS } from '@app/care-plans';
import { asksDoer, promiseTo } from '@app/reviews';
import { Button, Checkboxes, Csrf, DateInput, EmptyState, errorFor, Input, InsetText, Radios, Sub, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { VIEW_CHOICES } from '../../care-plans/views/words';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { KeepsItself, KeptBefore } from '../../typing/views/kept';
import type { AgendaModel } from '../agenda.desk';
import { agendaModel, aPoint } from './agenda-sample';
import { doerWords } from './agenda-words';
import { aReview } from './sample';

interface ClosePageProps extends AgendaModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** What is to be done, and nobody has said that they do it: it ought not to be closed unseen. */
function NotTakenOn({ points, contributions, at }: ClosePageProps & { at: string }): Html | null {
  const lacking = points.filter((point) => asksDoer(point) && promiseTo(point, contributions)?.answer !== 'accepts');
  return lacking.length === 0 ? null : (
    <InsetText html={<>
      <p><strong>Nobody has taken these on yet.</strong> You can close the review all the same: whoever has not answered stays asked, and you are told what they say. Ring them, or go back to writing it up and ask somebody else.</p>
      <ul class="os-list">{lacking.map((point) => <li><a class="nhsuk-link" href={`${at}/points/${point.id}`}>{point.decided}</a><Sub>{doerWords(point, contributions)}</Sub></li>)}</ul>
    </>} />
  );
}

function CloseForm({ ctx, form, identity, review, invitees, name, at }: ClosePageProps & { name: string; at: string }): Html {
  const asked = invitees.filter((one) => one.state === 'invited');
  return (
    <>
      <KeptBefore ctx={ctx} form={form} />
      <form class="os-quick" method="post" action={`${at}/close`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(review.rowVersion)} />
        <KeepsItself ctx={ctx} />
        <Textarea id="summary" name="summary" label={{ text: 'What was decided, in plain words', size: 's' }} hint={`${name} and everybody who was asked read this. Write it as you would say it to ${name}`} rows="6" value={form.text('summary')} errorMessage={errorFor(form.errors, 'summary')} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What came of it?', size: 's' } }}
          items={[{ value: 'plan_published', text: 'A new version of the plan was published', hint: { html: <a class="nhsuk-link" href={`/people/${identity.person.personId}/plan/draft`}>Write it and publish it first</a> } }, { value: 'no_change', text: 'Nothing changes in the plan' }]} />
        <Radios idPrefix="personView" name="personView" small value={form.text('personView')} errorMessage={errorFor(form.errors, 'personView')} fieldset={{ legend: { text: `If nothing changes: what does ${name} think of that?`, size: 's' } }} hint="A relative’s view is never the person’s" items={PERSON_VIEWS.map((value) => ({ value, text: VIEW_CHOICES[value] }))} />
        <Textarea id="personSaid" name="personSaid" label={{ text: 'In their own words (optional)', size: 's' }} hint="If only somebody else’s view is known: whose it is, and what they said" rows="2" value={form.text('personSaid')} errorMessage={errorFor(form.errors, 'personSaid')} />
        <Checkboxes idPrefix="there" name="there" small values={form.list('there')} fieldset={{ legend: { text: 'Who was there?', size: 's' } }} items={asked.map((one) => ({ value: one.id, text: one.name }))} />
        <Checkboxes idPrefix="byPhone" name="byPhone" small values={form.list('byPhone')} fieldset={{ legend: { text: 'Who took part by telephone?', size: 's' } }} hint="Whoever is in neither list was not there" items={asked.map((one) => ({ value: one.id, text: one.name }))} />
        <Input id="minutesUsed" name="minutesUsed" label="How many minutes did it take?" width={3} inputmode="numeric" value={form.text('minutesUsed', String(review.minutes))} errorMessage={errorFor(form.errors, 'minutesUsed')} />
        <DateInput id="nextReviewOn" namePrefix="nextReviewOn" values={form.date('nextReviewOn')} errorMessage={errorFor(form.errors, 'nextReviewOn')} fieldset={{ legend: { text: 'When do you look again?', size: 's' } }} hint="Leave it empty for the day that the new plan says" />
        <Button text="Close the review and tell everybody" type="submit" preventDoubleClick />
      </form>
    </>
  );
}

/** What came of the whole: in plain words that the person reads, with a plan or with their view that nothing changes. */
export function ClosePage(props: ClosePageProps): Html {
  const { ctx, form, identity, review, points, mayHold, today } = props;
  const { personId, preferred, given } = identity.person;
  const at = `/people/${personId}/reviews/${review.id}`;
  const name = preferred ?? given ?? 'the person';
  const open = points.filter((one) => one.outcome === null);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Close the review" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Close the review</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The review has changed meanwhile. Look at how it stands; what you wrote is kept below and not saved." />}
      {!mayHold || review.state !== 'shared_for_check' ? <EmptyState title="It cannot be closed now"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState>
        : open.length > 0 ? <EmptyState title="Each point needs an outcome first"><ul class="os-list">{open.map((one) => <li><a class="nhsuk-link" href={`${at}/points/${one.id}`}>{one.question}</a></li>)}</ul></EmptyState>
          : <><NotTakenOn {...props} at={at} /><CloseForm {...props} name={name} at={at} /></>}
    </PersonShell>
  );
}

const ready = { ...agendaModel, review: aReview({ state: 'shared_for_check' }), points: [aPoint({ outcome: 'no_change' })] };
const page = (traits: Partial<ClosePageProps>): Html => <ClosePage ctx={keyWorker} form={FormState.empty} {...ready} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => page({}),
  open: () => page({ points: [aPoint({})] }),
  notTakenOn: () => page({ points: agendaModel.points.slice(1, 2) }),
  bare: () => page({ identity: bareIdentity, mayHold: false }),
  errors: () => page({ form: refused({ outcome: 'no_change', summary: '', minutesUsed: '45' }, missing('summary', 'Enter what was decided, in plain words'), missing('personView', 'Choose what the person thinks of it'), missing('nextReviewOn', 'Enter when we look again')) }),
};
