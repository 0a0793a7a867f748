import { EMERGENCIES, MOST_HOURS } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, Input, InsetText, Page, Radios, Section, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { keyWorker, landlord } from '../../person/views/sample';
import { EMERGENCY_WORDS } from './words';

interface OpenPageProps {
  ctx: PageContext;
  form: FormState;
  /** health and social care; others know no NHS numbers */
  byNhsNumber: boolean;
}

/** Who, why and for how long, in one go: nothing is answered before the reason is given. */
export function OpenPage({ ctx, form, byNhsNumber }: OpenPageProps): Html {
  return (
    <Page ctx={ctx} title="Open in an emergency" errors={form.errors} back={{ href: '/people', text: 'Back to find a person' }}>
      <h1 class="nhsuk-heading-l">Open in an emergency</h1>
      <p>For somebody whom you do not find, when waiting would be dangerous. In danger of life ring 999 first.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>You alone see the record, for as long as you choose. What others keep to themselves stays closed.</li>
        <li>The key worker and those who look after access are told at once, and one of them asks about it afterwards. The person can read that you looked, and why.</li>
        <li>Medicines and allergies are not held here. That none are shown does not mean that there are none.</li>
      </ul>
      <form class="os-quick" method="post" action="/emergency" novalidate>
        <Csrf ctx={ctx} />
        <Section id="who" title="Who is it?">
          {byNhsNumber ? <Input id="nhsNumber" name="nhsNumber" label={{ text: 'NHS number', size: 's' }} hint="When you have it, nothing else is needed" inputmode="numeric" autocomplete="off" spellcheck={false} classes="nhsuk-input--width-10" value={form.text('nhsNumber')} errorMessage={errorFor(form.errors, 'nhsNumber')} /> : null}
          <p>{byNhsNumber ? 'Or all three of these:' : 'All three of these:'}</p>
          <Input id="family" name="family" label="Family name" hint="The whole of it, as it stands in their papers" autocomplete="off" spellcheck={false} value={form.text('family')} errorMessage={errorFor(form.errors, 'family')} />
          <DateInput id="birthDate" namePrefix="birthDate" values={form.date('birthDate')} errorMessage={errorFor(form.errors, 'birthDate')} fieldset={{ legend: { text: 'Date of birth', size: 's' } }} />
          <Input id="postcode" name="postcode" label="Postcode of where they live" autocomplete="off" spellcheck={false} classes="nhsuk-input--width-10" value={form.text('postcode')} errorMessage={errorFor(form.errors, 'postcode')} />
        </Section>
        <Section id="why" title="Why now?">
          <Radios idPrefix="because" name="because" small value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} fieldset={{ legend: { text: 'What is the emergency?', size: 's' } }} items={EMERGENCIES.map((value) => ({ value, text: EMERGENCY_WORDS[value] }))} />
          <Textarea id="reason" name="reason" label={{ text: 'What has happened?', size: 's' }} hint="So that somebody who was not there can follow it" rows="3" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
          <Select id="hours" name="hours" label={{ text: 'For how long do you need it?', size: 's' }} value={form.text('hours', '4')} errorMessage={errorFor(form.errors, 'hours')} items={Array.from({ length: MOST_HOURS }, (_, n) => ({ value: String(n + 1), text: n === 0 ? '1 hour' : `${n + 1} hours` }))} />
        </Section>
        <Button text="Open the record" type="submit" />
      </form>
      <InsetText text="Some records are never opened in this way, and you are not told which. If you cannot wait, ring the person’s GP practice or the council’s duty team. You have ten tries an hour." />
    </Page>
  );
}

const typed = { nhsNumber: '943 476 5919', because: 'life_at_risk', reason: 'Found on the floor at home, cannot speak', hours: '2' };
const nobody = FormState.again({ status: 404, message: 'No record was opened with these details. Check each of them; the family name as it stands in their papers, the postcode of where they live', values: typed, faults: [] });

export const states: PageStates = {
  full: () => <OpenPage ctx={keyWorker} form={new FormState(typed)} byNhsNumber />,
  bare: () => <OpenPage ctx={landlord} form={FormState.empty} byNhsNumber={false} />,
  errors: () => <OpenPage ctx={keyWorker} form={refused({ reason: 'x', hours: '9' }, missing('nhsNumber', 'Enter the NHS number, or the family name, date of birth and postcode'), missing('because', 'Choose what the emergency is'), missing('reason', 'What has happened must be said in a few words that somebody else can follow'), missing('hours', 'Choose for how long, from 1 to 8 hours'))} byNhsNumber />,
  nobody: () => <OpenPage ctx={keyWorker} form={nobody} byNhsNumber />,
};
