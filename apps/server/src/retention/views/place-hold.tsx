import { HOLD_KINDS, type LegalHold } from '@app/information-rights';
import type { LoggedPerson } from '@app/overviews';
import { Button, Csrf, DateInput, errorFor, formatDate, Page, Radios, Section, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { HoldTable } from './legal-holds';
import { hold, lifted, TODAY } from './sample';
import { HOLD_WORDS } from './words';

interface PlaceHoldPageProps {
  ctx: PageContext;
  form: FormState;
  person: LoggedPerson;
  holds: readonly LegalHold[];
  today: string;
}

/** Holding one person's record back from its end, and what holds it back already. */
export const PlaceHoldPage = ({ ctx, form, person: { personId, name, birthDate }, holds, today }: PlaceHoldPageProps): Html => (
  <Page ctx={ctx} title={`Hold back – ${name}`} wide errors={form.errors} back={{ href: `/people/${personId}/access-log`, text: `Back to who looked: ${name}` }}>
    <h1 class="nhsuk-heading-l">Hold back what you hold about {name}</h1>
    <p>{birthDate ? `Born ${formatDate(birthDate)}.` : 'No date of birth recorded.'} Nothing that your organisation holds about them is disposed of until the hold is lifted. Only those who look after information in your organisation know of it.</p>
    {holds.length === 0 ? <p>Nothing holds it back now.</p> : <Section id="holds" title="What was held"><HoldTable rows={holds} caption="Holds on this person" today={today} /></Section>}
    <form class="os-quick" method="post" action={`/information-governance/people/${personId}/holds`} novalidate>
      <Csrf ctx={ctx} />
      <Radios idPrefix="kind" name="kind" small value={form.text('kind')} errorMessage={errorFor(form.errors, 'kind')} fieldset={{ legend: { text: 'For what?', size: 's' } }} items={HOLD_KINDS.map((value) => ({ value, text: HOLD_WORDS[value] }))} />
      <Textarea id="because" name="because" label={{ text: 'Why?', size: 's' }} rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
      <DateInput id="since" namePrefix="since" values={form.date('since', today)} errorMessage={errorFor(form.errors, 'since')} fieldset={{ legend: { text: 'Since when?', size: 's' } }} />
      <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} hint="Nothing ends on that day: you are asked again" fieldset={{ legend: { text: 'When do you look again?', size: 's' } }} />
      <Button text="Hold it back" type="submit" />
    </form>
  </Page>
);

const person: LoggedPerson = { personId: hold.personId, name: hold.name, birthDate: hold.birthDate };

export const states: PageStates = {
  full: () => <PlaceHoldPage ctx={lead} form={FormState.empty} person={person} holds={[hold, lifted]} today={TODAY} />,
  bare: () => <PlaceHoldPage ctx={lead} form={FormState.empty} person={{ ...person, birthDate: null }} holds={[]} today={TODAY} />,
  errors: () => <PlaceHoldPage ctx={lead} form={refused({ kind: '' }, missing('kind', 'Choose for what it is held'), missing('because', 'Enter why'), missing('since', 'Enter the day since when it is held'), missing('reviewOn', 'Enter when you look again'))} person={person} holds={[]} today={TODAY} />,
};
