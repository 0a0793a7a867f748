import { HUDDLE_OUTCOMES } from '@app/huddles';
import { Button, Csrf, DateInput, errorFor, formatDate, Radios, Section, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { aReview } from '../../reviews/views/sample';
import type { LineModel } from '../huddles.desk';
import { acted, line as full } from './sample';
import { lastTimeWords, OUTCOME_CHOICES, outcomeWords, plannedWords, reasonWords } from './words';

interface HuddleLinePageProps extends LineModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** Who is asked to leave while this person is talked about, as far as the chair may know who helps. */
function InTheRoom({ hearing, leaving }: HuddleLinePageProps): Html {
  const names = (all: typeof hearing): Html => <ul class="os-list">{all.map(({ name, organisation }) => <li>{name}, {organisation}</li>)}</ul>;
  return (
    <Section id="room" title="Who stays in the room">
      {names(hearing)}
      {leaving.length === 0 ? null : <><p>Ask these to leave, and call them back after:</p>{names(leaving)}</>}
    </Section>
  );
}

function RecordForm({ ctx, form, line, identity, hearing, mayReview, planned }: HuddleLinePageProps): Html {
  const outcomes = HUDDLE_OUTCOMES.filter((one) => one !== 'review' || mayReview);
  return (
    <Section id="what-came" title="What comes of it">
      <form class="os-quick" method="post" action={`/people/${identity.person.personId}/huddles/${line.id}`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(line.rowVersion)} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome', line.outcome ?? '')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What comes of it?', size: 's' } }} items={outcomes.map((value) => ({ value, text: OUTCOME_CHOICES[value], ...(value === 'review' && planned ? { hint: { text: plannedWords(planned) } } : {}) }))} />
        <Textarea id="decided" name="decided" label={{ text: 'If somebody does something: what?', size: 's' }} hint="Everybody who may know who helps reads this. What is about health belongs in a note" rows="2" value={form.text('decided', line.decided ?? '')} errorMessage={errorFor(form.errors, 'decided')} />
        <Radios idPrefix="doer" name="doer" small value={form.text('doer', line.doerMembershipId ?? '')} errorMessage={errorFor(form.errors, 'doer')} fieldset={{ legend: { text: 'If somebody does something: who?', size: 's' } }} items={hearing.map(({ membershipId, name, organisation }) => ({ value: membershipId, text: `${name}, ${organisation}` }))} />
        <DateInput id="dueOn" namePrefix="dueOn" values={form.date('dueOn', line.dueOn)} errorMessage={errorFor(form.errors, 'dueOn')} fieldset={{ legend: { text: mayReview && !planned ? 'By when, for what is done or for the review?' : 'If somebody does something: by when?', size: 's' } }} />
        <Radios idPrefix="next" name="next" small value={form.text('next', line.stays === null ? '' : line.stays ? 'stays' : 'off')} errorMessage={errorFor(form.errors, 'next')} fieldset={{ legend: { text: 'On the list of the next huddle?', size: 's' } }} hint="Whoever comes off is back when a rule says so. With something to be done they stay, so that the next huddle asks what became of it"
          items={[{ value: 'stays', text: 'Stays on the list' }, { value: 'off', text: 'Comes off the list' }]} />
        <Button text="Save and go on" type="submit" preventDoubleClick />
      </form>
    </Section>
  );
}

/** One person in a huddle: why they are on the list as far as the reader may know, and what came of it. */
export function HuddleLinePage(props: HuddleLinePageProps): Html {
  const { ctx, form, identity, huddle, isOpen, isChair, line, reasons, lastTime, today } = props;
  const { personId } = identity.person;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="In the huddle" today={today} errors={form.errors} back={{ href: `/huddles/${huddle.id}`, text: 'Back to the list' }}>
      <h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Huddle of {formatDate(huddle.heldOn)}</span>In the huddle</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="How it stands now is below. What you wrote is kept and not saved yet." />}
      <SummaryList rows={[
        ...(isOpen ? [summaryRow('Why now', reasonWords(reasons), '')] : []),
        ...(lastTime ? [summaryRow('Last time', lastTimeWords(lastTime), '')] : []),
        summaryRow('What came of it', <>{outcomeWords(line)}{line.reviewId ? <>. <a class="nhsuk-link" href={`/people/${personId}/reviews`}>Reviews</a></> : null}</>, ''),
        summaryRow('Look at', <><a class="nhsuk-link" href={`/people/${personId}`}>Overview</a>, <a class="nhsuk-link" href={`/people/${personId}/plan`}>plan</a>, <a class="nhsuk-link" href={`/people/${personId}/timeline`}>timeline</a></>, ''),
      ]} />
      {isOpen && isChair ? <><InTheRoom {...props} /><RecordForm {...props} /></> : null}
    </PersonShell>
  );
}

const draw = (traits: Partial<HuddleLinePageProps>): Html => <HuddleLinePage ctx={keyWorker} form={FormState.empty} {...full} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => draw({}),
  attending: () => draw({ isChair: false, line: acted }),
  planned: () => draw({ planned: aReview() }),
  alone: () => draw({ leaving: [], mayReview: false }),
  bare: () => draw({ identity: bareIdentity, isChair: false, isOpen: false }),
  errors: () => draw({ form: refused({ outcome: 'action', decided: '' }, missing('decided', 'Enter what is done'), missing('doer', 'Choose who does it'), missing('dueOn', 'Enter by when'), missing('next', 'Choose whether they stay on the list')) }),
  clash: () => draw({ form: FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { decided: 'Mine' }, faults: [], current: {} }) }),
};
