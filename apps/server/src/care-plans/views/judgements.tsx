import { GOAL_PROGRESS, type JudgedGoal } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, Hidden, PrintButton, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, closing, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { HOW_WORDS } from '../../sharing/views/words';
import { JudgementLists } from './judgement-lists';
import { judgedGoal, unjudgedGoal } from './sample';
import { PROGRESS_WORDS } from './words';

interface JudgementsPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  judged: JudgedGoal;
  /** who reads and never writes, as an advocate does, is offered no form */
  maySay: boolean;
  today: string;
}

function SayForm({ ctx, form, identity: { person }, judged: { goal } }: JudgementsPageProps): Html {
  const name = person.preferred ?? person.given;
  return (
    <form class="os-quick" method="post" action={`/people/${person.personId}/plan/goals/${goal.itemId}`} novalidate>
      <Csrf ctx={ctx} />
      <Radios idPrefix="side" name="side" small value={form.text('side')} errorMessage={errorFor(form.errors, 'side')} fieldset={{ legend: { text: 'Who says so?', size: 's' } }} items={[
        goal.visibleToPerson ? { value: 'person', text: `${name}: I write down what they said to me`, hint: 'Their own view: a relative’s is never theirs' } : null, { value: 'team', text: 'I do, for the team' },
      ]} />
      <Radios idPrefix="progress" name="progress" small value={form.text('progress')} errorMessage={errorFor(form.errors, 'progress')} fieldset={{ legend: { text: 'How is it going?', size: 's' } }}
        items={GOAL_PROGRESS.map((value) => ({ value, text: PROGRESS_WORDS[value] }))} />
      <Textarea id="words" name="words" label={{ text: 'In their words, or in yours (optional)', size: 's' }} rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
      {goal.visibleToPerson ? (
        <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: `If ${name} said it, how did you talk?`, size: 's' } }}
          items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
      ) : null}
      <DateInput id="judgedOn" namePrefix="judgedOn" values={form.date('judgedOn')} errorMessage={errorFor(form.errors, 'judgedOn')} fieldset={{ legend: { text: 'On which day, if not today?', size: 's' } }} />
      <Button text="Save what was said" type="submit" />
    </form>
  );
}

/** How a goal goes: to the person and to the team, each with its history, and a form for either. */
export function JudgementsPage(props: JudgementsPageProps): Html {
  const { ctx, form, identity, judged, maySay, today } = props;
  const { person } = identity;
  const name = person.preferred ?? person.given;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="How a goal goes" today={today} errors={form.errors} back={{ href: `/people/${person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>{judged.goal.text}</h1>
      <p>What {name} says and what the team says are kept apart. The plan does not change by either.</p>
      <JudgementLists judged={judged} person={`What ${name} says`} team="What the team says" />
      {identity.windDownUntil || !maySay ? null : <><h2 class="nhsuk-heading-m os-noprint">Say how it goes</h2><SayForm {...props} /></>}
      <PrintButton />
    </PersonShell>
  );
}

const wrong = refused({ words: 'I can stand through the first half' }, missing('side', 'Choose who says so'), missing('progress', 'Choose how it is going'), missing('how', 'Choose how you talked'));

export const states: PageStates = {
  full: () => <JudgementsPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} judged={judgedGoal} maySay today={TODAY} />,
  empty: () => <JudgementsPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} judged={unjudgedGoal} maySay today={TODAY} />,
  closing: () => <JudgementsPage ctx={keyWorker} form={FormState.empty} identity={closing} judged={judgedGoal} maySay today={TODAY} />,
  reading: () => <JudgementsPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} judged={judgedGoal} maySay={false} today={TODAY} />,
  errors: () => <JudgementsPage ctx={keyWorker} form={wrong} identity={sampleIdentity} judged={judgedGoal} maySay today={TODAY} />,
};
