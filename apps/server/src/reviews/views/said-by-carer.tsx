import { SAID_HOW, type CarerWord } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, formatDate, Radios, Select, Sub, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { VoiceMark } from '../../care-plans/views/voice';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, fullPage, TODAY } from '../../person/views/sample';
import type { SaidByCarerModel } from '../answers.desk';
import { answersModel } from './answers-sample';
import { HOW_WORDS } from './own-words';

interface SaidByCarerPageProps extends SaidByCarerModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** On the person's own page: what somebody of their family said. */
export const CarerWordLine = ({ word: { id, text, about, how, name, sentAt, authorName } }: { word: CarerWord }): Html => (
  <li id={`said-${id}`}>
    {about ? <Sub>About: {about}</Sub> : null}
    <p class="os-text nhsuk-u-margin-bottom-1">{text}</p>
    <Sub><VoiceMark voice="carer" /></Sub>
    <Sub>{name ?? 'Somebody of your family'}, {HOW_WORDS[how].toLowerCase()}, {formatDate(sentAt)}. Written down by {authorName}</Sub>
  </li>
);

/** What a family carer said to whoever holds the review, in their words. */
export function SaidByCarerPage({ ctx, form, identity, review, goals, carers, mayHold, today }: SaidByCarerPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const name = identity.person.preferred ?? identity.person.given ?? 'the person';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="What a family carer said" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">What a family carer said</h1>
      {!mayHold || !review.takesContributions ? <EmptyState title="It is written down by whoever holds the review, while it takes what is said"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState>
        : carers.length === 0 ? <EmptyState title="No family carer is asked to this review"><p><a class="nhsuk-link" href={`${at}/invite`}>Choose who is asked</a>. What somebody said who is not among them stays a note of your own.</p></EmptyState> : (
          <form class="os-quick" method="post" action={`${at}/said-by-carer`} novalidate>
            <Csrf ctx={ctx} />
            <p>It stands as said by a family carer, written down by you. It is not what {name} says.</p>
            <Radios idPrefix="carer" name="carer" small value={form.text('carer')} errorMessage={errorFor(form.errors, 'carer')} fieldset={{ legend: { text: 'Who said it?', size: 's' } }} items={carers.map((one) => ({ value: one.id, text: `${one.name}, ${one.relation}` }))} />
            <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did they say it?', size: 's' } }} items={SAID_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
            <Select id="item" name="item" label="About which goal?" value={form.text('item')} errorMessage={errorFor(form.errors, 'item')} items={[{ value: '', text: 'The review as a whole' }, ...goals.map((goal) => ({ value: goal.itemId, text: goal.text }))]} />
            <Textarea id="text" name="text" label={{ text: 'In their words', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
            <Radios idPrefix="readers" name="readers" small value={form.text('readers')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Which organisations may read it?', size: 's' } }} items={[{ value: 'everybody', text: 'Everybody who is asked to the review and reads the goal' }, { value: 'chair', text: 'Only our organisation' }]} />
            <Radios idPrefix="person" name="person" small value={form.text('person')} errorMessage={errorFor(form.errors, 'person')} hint="If you have not asked, choose no" fieldset={{ legend: { text: `May ${name} read it?`, size: 's' } }} items={[{ value: 'no', text: 'No, or I am not sure' }, { value: 'yes', text: `Yes: the carer agrees, and it is safe. ${name} reads it on their own page` }]} />
            <Button text="Write it down" type="submit" preventDoubleClick />
          </form>
        )}
    </PersonShell>
  );
}

const draw = (traits: Partial<SaidByCarerPageProps>): Html => <SaidByCarerPage ctx={keyWorker} form={FormState.empty} {...answersModel} carers={fullPage.relatives} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => draw({}),
  bare: () => draw({ identity: bareIdentity, mayHold: false, carers: [] }),
  nobody: () => draw({ carers: [] }),
  errors: () => draw({ form: refused({ text: '' }, missing('carer', 'Choose who said it'), missing('how', 'Choose how they said it'), missing('text', 'Enter what they said'), missing('readers', 'Choose who may read it'), missing('person', 'Choose whether the person may read it')) }),
};
