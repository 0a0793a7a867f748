import { CORRECTION_OUTCOMES, type Correction } from '@app/corrections';
import type { Identity } from '@app/overviews';
import { Button, Csrf, errorFor, InsetText, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { answered, asked } from './sample';
import { SaidWrong } from './said-wrong';
import { KIND_WORDS } from './words';

interface CorrectionPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  correction: Correction;
  /** what it is about, as it stands now; null where it is no longer there */
  words: string | null;
  isOurs: boolean;
  today: string;
}

const OUTCOMES: Record<(typeof CORRECTION_OUTCOMES)[number], { text: string; hint: { text: string } }> = {
  corrected: { text: 'Corrected', hint: { text: 'Correct the note or the plan first. What stood there stays readable beside it' } },
  not_corrected: { text: 'Not corrected', hint: { text: 'Their statement stays beside it. Tell them that they can complain to you, and to the Information Commissioner' } },
};

/** One statement, and what its author's organisation answers. */
export function CorrectionPage({ ctx, form, identity: about, correction, words, isOurs, today }: CorrectionPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/corrections`;
  const open = correction.state === 'asked';
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="They say this is wrong" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} says is wrong` }}>
      <h1 class="nhsuk-heading-l">{name} says this is wrong</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <p>It is {KIND_WORDS[correction.subject]}:</p>
      <InsetText text={words ?? 'It is no longer in the record.'} />
      <SaidWrong correction={correction} name={name} />
      {open && isOurs && !about.windDownUntil ? (
        <form class="os-quick" method="post" action={`${at}/${correction.id}/answer`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(correction.rowVersion)} />
          <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What did you do?', size: 's' } }} items={CORRECTION_OUTCOMES.map((value) => ({ value, ...OUTCOMES[value] }))} />
          <Textarea id="answer" name="answer" label={{ text: 'What did you do, and why?', size: 's' }} hint={`${name} reads this, and everybody who may read what it is about`} rows="3" value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} />
          <Button text="Answer" type="submit" />
        </form>
      ) : open ? <p>The organisation that wrote it answers.</p> : null}
    </PersonShell>
  );
}

const again = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { outcome: 'corrected', answer: 'We asked her' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <CorrectionPage ctx={keyWorker} form={FormState.empty} identity={identity} correction={asked} words="She fell at the gate." isOurs today={TODAY} />,
  bare: () => <CorrectionPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} correction={asked} words={null} isOurs={false} today={TODAY} />,
  answered: () => <CorrectionPage ctx={keyWorker} form={FormState.empty} identity={identity} correction={answered} words="She fell at the gate." isOurs today={TODAY} />,
  errors: () => <CorrectionPage ctx={keyWorker} form={refused({}, missing('outcome', 'Choose what you did'), missing('answer', 'Enter what you did and why'))} identity={identity} correction={asked} words="She fell at the gate." isOurs today={TODAY} />,
  clash: () => <CorrectionPage ctx={keyWorker} form={again} identity={identity} correction={asked} words="She fell at the gate." isOurs today={TODAY} />,
};
