import type { Identity } from '@app/overviews';
import { ABOUT_ME_HEADINGS, fullName, timesToldAgain, TOLD_BY, type AboutMe } from '@app/persons';
import { Button, Csrf, errorFor, Hidden, PrintButton, Radios, Section, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PaperLinks } from '../../care-plans/views/paper-links';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Told } from './about-me-told';
import { PersonShell } from './person-shell';
import { bareIdentity, closing, identity as sampleIdentity, keyWorker, TODAY, toldAboutMe } from './sample';
import { ABOUT_ME_WORDS } from './words';

interface AboutMePageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  all: readonly AboutMe[];
  /** may the reader write it down, when it is told to them? */
  mayTell: boolean;
  userId: string | null;
  /** the local calendar day */
  today: string;
}

function TellForm({ ctx, form, identity: { person } }: AboutMePageProps): Html {
  const name = person.preferred ?? person.given;
  return (
    <Section id="tell" title="Something that was not told yet">
      <p>Look above before you ask: whatever is known need not be told twice. Everybody who helps {name} directly reads this, and so does {name}.</p>
      <form class="os-quick" method="post" action={`/people/${person.personId}/about-me`} novalidate>
        <Csrf ctx={ctx} />
        <Select id="heading" name="heading" label={{ text: 'What is it about?', size: 's' }} value={form.text('heading')} errorMessage={errorFor(form.errors, 'heading')}
          items={[{ value: '', text: 'Choose' }, ...ABOUT_ME_HEADINGS.map((value) => ({ value, text: ABOUT_ME_WORDS[value] }))]} />
        <Textarea id="text" name="text" label={{ text: 'In the words in which it was said', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
        <Radios idPrefix="voice" name="voice" small value={form.text('voice')} errorMessage={errorFor(form.errors, 'voice')} fieldset={{ legend: { text: 'Who said it?', size: 's' } }} items={voices(name)} />
        <Button text="Save what was told" type="submit" />
      </form>
    </Section>
  );
}

/** Who may have said it: a relative’s view is never the person’s own (safety.md §5). */
export const voices = (name: string): { value: string; text: string; hint?: string }[] => {
  const words = { self: `${name}: I write down what they said`, carer: 'A relative or friend who cares for them', professional: 'I say so, as I know them' };
  return TOLD_BY.map((value) => ({ value, text: words[value] }));
};

/** What the person tells of themselves, once, for everybody who helps. */
export function AboutMePage(props: AboutMePageProps): Html {
  const { ctx, form, identity, all, mayTell, userId, today } = props;
  const { person } = identity;
  const name = person.preferred ?? person.given;
  const times = timesToldAgain(all);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="About me" today={today} errors={form.errors} back={{ href: `/people/${person.personId}`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>About me</h1>
      <p>What {name} wants everybody to know who helps. Nobody overwrites it: when it is said otherwise, what stood before stays readable.</p>
      {times > 0 ? <p>{name} was asked {times === 1 ? 'once' : `${times} times`} for what was known already.</p> : null}
      <Told all={all} today={today} at={mayTell ? `/people/${person.personId}/about-me` : null} name={name} userId={userId} />
      {mayTell ? <TellForm {...props} /> : null}
      <PrintButton />
      {all.length > 0 ? <PaperLinks at={`/people/${person.personId}/about-me/pdf`} /> : null}
    </PersonShell>
  );
}

const wrong = refused({ text: 'The radio on while she eats', heading: '', voice: '' }, missing('heading', 'Choose what it is about'), missing('voice', 'Choose who said it'));

export const states: PageStates = {
  full: () => <AboutMePage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} all={toldAboutMe} mayTell userId={toldAboutMe[0]?.createdBy ?? null} today={TODAY} />,
  empty: () => <AboutMePage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} all={[]} mayTell userId={null} today={TODAY} />,
  closing: () => <AboutMePage ctx={keyWorker} form={FormState.empty} identity={closing} all={toldAboutMe} mayTell={false} userId={null} today={TODAY} />,
  errors: () => <AboutMePage ctx={keyWorker} form={wrong} identity={sampleIdentity} all={toldAboutMe} mayTell userId={null} today={TODAY} />,
};
