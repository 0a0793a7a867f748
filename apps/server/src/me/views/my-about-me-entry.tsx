import type { AboutMe, Person } from '@app/persons';
import { Button, Checkboxes, Csrf, errorFor, formatDate, Page, Radios, Sub, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { paragraphs } from '../../care-plans/views/plan-lines';
import { VoiceMark } from '../../care-plans/views/voice';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { toldAboutMe } from '../../person/views/sample';
import { ABOUT_ME_WORDS } from '../../person/views/words';
import { myPage, themself } from './sample';

interface MyAboutMeEntryPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  entry: AboutMe;
}

const choices = ({ state, voice }: AboutMe): { value: string; text: string }[] => {
  if (state === 'suggested') return [{ value: 'anew', text: 'Yes, I say it so: in the words below' }, { value: 'taken_away', text: 'No, my own words stand' }];
  const stillTrue = { value: 'still_true', text: 'It is still true' };
  return voice === 'self' ? [stillTrue, { value: 'anew', text: 'I say it like this now' }, { value: 'taken_away', text: 'Take it away' }] : [stillTrue];
};

/** One thing that one said, or that others say of one: is it still true? */
export function MyAboutMeEntryPage({ ctx, form, person, entry }: MyAboutMeEntryPageProps): Html {
  const at = `/me/${person.personId}/about-me`;
  const suggested = entry.state === 'suggested';
  const own = suggested || entry.voice === 'self';
  return (
    <Page ctx={ctx} title={ABOUT_ME_WORDS[entry.heading]} errors={form.errors} back={{ href: at, text: 'Back to About me' }}>
      <h1 class="nhsuk-heading-l">{ABOUT_ME_WORDS[entry.heading]}</h1>
      {suggested ? <p><strong>{entry.writtenByName ?? 'Somebody who helps you'} suggests these words.</strong> Nothing changes unless you say yes.</p> : null}
      {paragraphs(entry.text)}
      {suggested ? null : <p><Sub><VoiceMark voice={entry.voice} /> {formatDate(entry.lastConfirmedOn)}</Sub></p>}
      {own ? null : <p>Somebody else said this. If it is not so, go back and add how you see it, or tell your key worker.</p>}
      <form class="os-quick" method="post" action={`${at}/${entry.id}`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="act" name="act" value={form.text('act')} errorMessage={errorFor(form.errors, 'act')} fieldset={{ legend: { text: suggested ? 'Do you say it so?' : 'What do you say?', size: 's' } }} items={choices(entry)} />
        {own ? <Textarea id="text" name="text" label={{ text: 'In your own words', size: 's' }} rows="4" value={form.text('text', entry.text)} errorMessage={errorFor(form.errors, 'text')} /> : null}
        {suggested ? null : <Checkboxes idPrefix="toldAgain" name="toldAgain" small values={form.list('toldAgain')} items={[{ value: 'true', text: 'It is still true, and I was asked for it again', hint: 'It is counted, so that you are asked less often' }]} />}
        <Button text="Save" type="submit" />
      </form>
    </Page>
  );
}

const [, carer, own, waiting] = toldAboutMe as [AboutMe, AboutMe, AboutMe, AboutMe];

export const states: PageStates = {
  full: () => <MyAboutMeEntryPage ctx={themself} form={FormState.empty} person={myPage.person} entry={own} />,
  suggested: () => <MyAboutMeEntryPage ctx={themself} form={FormState.empty} person={myPage.person} entry={waiting} />,
  others: () => <MyAboutMeEntryPage ctx={themself} form={FormState.empty} person={myPage.person} entry={carer} />,
  errors: () => <MyAboutMeEntryPage ctx={themself} form={refused({ text: 'Windows open, also in winter' }, missing('act', 'Choose what you say'))} person={myPage.person} entry={own} />,
};
