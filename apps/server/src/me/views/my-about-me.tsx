import { ABOUT_ME_HEADINGS, type AboutMe, type Person } from '@app/persons';
import { Button, Csrf, errorFor, Page, PrintButton, Section, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { PaperLinks } from '../../care-plans/views/paper-links';
import { FormState } from '../../http';
import { Told } from '../../person/views/about-me-told';
import { TODAY, toldAboutMe } from '../../person/views/sample';
import { ABOUT_ME_WORDS } from '../../person/views/words';
import { myPage, themself } from './sample';

interface MyAboutMePageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  all: readonly AboutMe[];
  /** the local calendar day */
  today: string;
}

/** What one wants everybody to know, in one's own words: written here without asking anybody. */
export function MyAboutMePage({ ctx, form, person, all, today }: MyAboutMePageProps): Html {
  const at = `/me/${person.personId}/about-me`;
  return (
    <Page ctx={ctx} title="About me" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">About me</h1>
      <p>Say it once. Everybody who helps you directly reads it here, so that you need not tell it again. What you write yourself is changed by nobody but you.</p>
      <Told all={all} today={today} at={at} name={null} userId={null} />
      <Section id="tell" title="Say something more">
        <form class="os-quick" method="post" action={at} novalidate>
          <Csrf ctx={ctx} />
          <Select id="heading" name="heading" label={{ text: 'What is it about?', size: 's' }} value={form.text('heading')} errorMessage={errorFor(form.errors, 'heading')}
            items={[{ value: '', text: 'Choose' }, ...ABOUT_ME_HEADINGS.map((value) => ({ value, text: ABOUT_ME_WORDS[value] }))]} />
          <Textarea id="text" name="text" label={{ text: 'In your own words', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
          <Button text="Save my words" type="submit" />
        </form>
      </Section>
      <PrintButton />
      {all.length > 0 ? <PaperLinks at={`/me/${person.personId}/about-me/pdf`} /> : null}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyAboutMePage ctx={themself} form={FormState.empty} person={myPage.person} all={toldAboutMe} today={TODAY} />,
  empty: () => <MyAboutMePage ctx={themself} form={FormState.empty} person={myPage.person} all={[]} today={TODAY} />,
  errors: () => <MyAboutMePage ctx={themself} form={refused({ text: 'The radio on while I eat', heading: '' }, missing('heading', 'Choose what it is about'))} person={myPage.person} all={toldAboutMe} today={TODAY} />,
};
