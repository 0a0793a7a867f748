import type { Identity } from '@app/overviews';
import { fullName, TOLD_BY, type AboutMe } from '@app/persons';
import { Button, Checkboxes, Csrf, errorFor, Hidden, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { paragraphs } from '../../care-plans/views/plan-lines';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { voices } from './about-me';
import { Said } from './about-me-told';
import { PersonShell } from './person-shell';
import { identity as sampleIdentity, keyWorker, TODAY, toldAboutMe } from './sample';
import { ABOUT_ME_WORDS } from './words';

interface AboutMeEntryPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  entry: AboutMe;
  mayTell: boolean;
  today: string;
}

function ChangeForm({ ctx, form, identity: { person }, entry }: AboutMeEntryPageProps): Html {
  const name = person.preferred ?? person.given;
  const waits = entry.state === 'suggested';
  const nearer = entry.own ? voices(name) : voices(name).slice(0, TOLD_BY.indexOf(entry.voice) + 1);
  const acts = waits
    ? [{ value: 'taken_away', text: 'I take it back' }]
    : [
      { value: 'still_true', text: 'It is still true' },
      { value: 'anew', text: entry.own ? `I suggest other words: ${name} answers on their page` : 'It is said otherwise now' },
      entry.own ? null : { value: 'taken_away', text: `It shall not stand any more, as ${name} says` },
    ];
  return (
    <form class="os-quick" method="post" action={`/people/${person.personId}/about-me/${entry.id}`} novalidate>
      <Csrf ctx={ctx} />
      <Radios idPrefix="act" name="act" value={form.text('act')} errorMessage={errorFor(form.errors, 'act')} fieldset={{ legend: { text: 'What becomes of it?', size: 's' } }} items={acts} />
      {waits ? null : (
        <>
          <Textarea id="text" name="text" label={{ text: 'If it is said otherwise: in which words?', size: 's' }} rows="4" value={form.text('text', entry.text)} errorMessage={errorFor(form.errors, 'text')} />
          {nearer.length > 1 ? <Radios idPrefix="voice" name="voice" small value={form.text('voice', entry.voice)} errorMessage={errorFor(form.errors, 'voice')} fieldset={{ legend: { text: 'Who says those words?', size: 's' } }} items={nearer} /> : <p>Only {name}’s own words take the place of what {name} said.</p>}
          <Checkboxes idPrefix="toldAgain" name="toldAgain" small values={form.list('toldAgain')} items={[{ value: 'true', text: `It is still true, and we asked ${name} although it was known`, hint: 'It is counted, so that we ask less often' }]} />
        </>
      )}
      <Button text="Save" type="submit" />
    </form>
  );
}

/** One thing that was told: is it still true, and in whose words? */
export function AboutMeEntryPage(props: AboutMeEntryPageProps): Html {
  const { ctx, form, identity, entry, mayTell, today } = props;
  const { person } = identity;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={ABOUT_ME_WORDS[entry.heading]} today={today} errors={form.errors} back={{ href: `/people/${person.personId}/about-me`, text: 'Back to About me' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>{ABOUT_ME_WORDS[entry.heading]}</h1>
      {paragraphs(entry.text)}
      <p><Said entry={entry} /></p>
      {mayTell ? <ChangeForm {...props} /> : <p>Whoever works with {person.preferred ?? person.given} writes down what they say of it. You read it.</p>}
    </PersonShell>
  );
}

const [first, carers, own, suggested] = toldAboutMe as [AboutMe, AboutMe, AboutMe, AboutMe];
const wrong = refused({ text: '' }, missing('act', 'Choose what becomes of it'), missing('text', 'Enter the words that shall stand instead'));

export const states: PageStates = {
  full: () => <AboutMeEntryPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} entry={first} mayTell today={TODAY} />,
  own: () => <AboutMeEntryPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} entry={own} mayTell today={TODAY} />,
  suggested: () => <AboutMeEntryPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} entry={suggested} mayTell today={TODAY} />,
  carers: () => <AboutMeEntryPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} entry={carers} mayTell today={TODAY} />,
  reading: () => <AboutMeEntryPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} entry={first} mayTell={false} today={TODAY} />,
  errors: () => <AboutMeEntryPage ctx={keyWorker} form={wrong} identity={sampleIdentity} entry={first} mayTell today={TODAY} />,
};
