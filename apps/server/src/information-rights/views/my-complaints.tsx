import type { ComplaintOrganisation, MyComplaint } from '@app/information-rights';
import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, formatDate, Input, Page, Phone, Radios, Section, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from '../../me/views/alone';
import { barePage, myPage, themself } from '../../me/views/sample';
import { myComplaints, organisations as sample } from './complaint-sample';
import { complaintStands } from './complaint-words';

interface MyComplaintsPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  organisations: readonly ComplaintOrganisation[];
  complaints: readonly MyComplaint[];
}

/** What one complains of about one's own information, and what became of it. */
export function MyComplaintsPage({ ctx, form, person: { personId }, organisations, complaints }: MyComplaintsPageProps): Html {
  return (
    <Page ctx={ctx} title="Complain about my information" errors={form.errors} back={{ href: `/me?person=${personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">Complain about my information</h1>
      {complaints.length === 0 ? null : (
        <Section id="mine" title="What I complained about">
          <ul class="os-list">
            {complaints.map((one) => (
              <li id={`complaint-${one.id}`}>
                <p class="nhsuk-u-margin-bottom-1"><strong>{one.organisation}</strong>, {formatDate(one.madeOn)}</p>
                <blockquote class="os-quote"><p>“{one.words}”</p></blockquote>
                <p class="nhsuk-u-margin-bottom-0">{complaintStands(one)}.{one.answer ? <> They say: {one.answer}</> : null}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>For when something about you was lost, is wrong, or was seen by somebody who should not have. Those who look after information there read it, and nobody else. You can complain to the Information Commissioner, too: <Phone value="0303 123 1113" />.</p>
      <form class="os-quick" method="post" action={`/me/${personId}/complaints`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="organisationId" name="organisationId" value={form.text('organisationId')} errorMessage={errorFor(form.errors, 'organisationId')} fieldset={{ legend: { text: 'About whom?', size: 's' } }} items={organisations.map((one) => ({ value: one.id, text: one.name }))} />
        <Textarea id="words" name="words" label={{ text: 'What went wrong?', size: 's' }} rows="4" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Input id="about" name="about" label="Is it about somebody who works there? (optional)" hint="Their name, so that it does not reach them" value={form.text('about')} errorMessage={errorFor(form.errors, 'about')} />
        <Alone form={form} />
        <Button text="Send it" type="submit" />
      </form>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyComplaintsPage ctx={themself} form={FormState.empty} person={myPage.person} organisations={sample} complaints={myComplaints} />,
  bare: () => <MyComplaintsPage ctx={themself} form={FormState.empty} person={barePage.person} organisations={sample.slice(0, 1)} complaints={[]} />,
  errors: () => <MyComplaintsPage ctx={themself} form={refused({ about: 'Jo' }, missing('organisationId', 'Choose the organisation'), missing('words', 'Enter what went wrong'), missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} organisations={sample} complaints={[]} />,
};
