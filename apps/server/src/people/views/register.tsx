import type { Found } from '@app/overviews';
import { NO_NHS_NUMBER_BECAUSE, readNhsNumber } from '@app/persons';
import { Button, Checkboxes, Csrf, DateInput, errorFor, Fieldset, Input, Page, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { keyWorker, landlord, TODAY } from '../../person/views/sample';
import { NO_NHS_NUMBER_WORDS } from '../../person/views/words';
import { FoundTable } from './people';

interface RegisterPageProps {
  ctx: PageContext;
  form: FormState;
  /** what was looked for before: the name or the number is filled in */
  search: string;
  /** people of the same name whom the reader may open */
  alike: readonly Found[];
  /** health and social care; others give a reference of their own */
  byNhsNumber: boolean;
  /** the local calendar day */
  today: string;
}

/** What the search already says: a number, or given names and a family name. */
function fromSearch(search: string): { given: string; family: string; number: string } {
  const number = readNhsNumber(search);
  if ('value' in number || /^[\d\s-]+$/.test(search)) return { given: '', family: '', number: search };
  const names = search.split(/\s+/).filter((word) => word !== '' && !/\d/.test(word)).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { given: names.slice(0, -1).join(' '), family: names.at(-1) ?? '', number: '' };
}

/** Input 46: the number is known, and nobody is told where. */
const AskForAccess = (): Html => (
  <WarningCallout heading="Ask for access" headingLevel={2} html={
    <>
      <p>Someone with this NHS number may already have a record with another organisation, or with a team of yours. A second record would split their story.</p>
      <p>Ask the person, or their GP practice, who supports them. Their key worker can add you to their circle, with them. Until then, nothing about them can be shown here.</p>
      <p>If you are sure that the number is wrong, correct it below.</p>
    </>
  } />
);

const SameName = ({ alike, form, today }: Pick<RegisterPageProps, 'alike' | 'form' | 'today'>): Html => (
  <>
    <h2 class="nhsuk-heading-m">Is it one of them?</h2>
    <FoundTable caption="People with the same name" rows={alike} today={today} />
    <Checkboxes idPrefix="isSomeoneElse" name="isSomeoneElse" values={form.list('isSomeoneElse')} errorMessage={errorFor(form.errors, 'isSomeoneElse')}
      items={[{ value: 'yes', text: 'No, this is someone else with the same name' }]} />
  </>
);

const Names = ({ form, said }: { form: FormState; said: ReturnType<typeof fromSearch> }): Html => (
  <>
    <Input id="given" name="given" label="Given names" value={form.text('given', said.given)} errorMessage={errorFor(form.errors, 'given')} classes="nhsuk-u-width-two-thirds" autocomplete="off" spellcheck={false} />
    <Input id="family" name="family" label="Family name" value={form.text('family', said.family)} errorMessage={errorFor(form.errors, 'family')} classes="nhsuk-u-width-two-thirds" autocomplete="off" spellcheck={false} />
    <Input id="preferred" name="preferred" label="What they like to be called (optional)" value={form.text('preferred')} errorMessage={errorFor(form.errors, 'preferred')}
      classes="nhsuk-u-width-one-half" autocomplete="off" spellcheck={false} />
    <DateInput id="birthDate" namePrefix="birthDate" fieldset={{ legend: { text: 'Date of birth', size: 's' } }} hint="For example, 3 5 1944. Leave it empty if it is not known."
      values={form.date('birthDate')}
      errorMessage={errorFor(form.errors, 'birthDate')} />
    <Checkboxes idPrefix="birthDateEstimated" name="birthDateEstimated" values={form.list('birthDateEstimated')} small items={[{ value: 'yes', text: 'The date of birth is an estimate' }]} />
  </>
);

const Number = ({ form, said }: { form: FormState; said: ReturnType<typeof fromSearch> }): Html => (
  <Fieldset legend={{ text: 'NHS number, or why there is none', size: 'm' }} html={
    <>
      <Input id="nhsNumber" name="nhsNumber" label="NHS number" hint="10 digits, like 943 476 5919" value={form.text('nhsNumber', said.number)} errorMessage={errorFor(form.errors, 'nhsNumber')} inputmode="numeric"
        classes="nhsuk-input--width-10" autocomplete="off" spellcheck={false} />
      <Radios idPrefix="nhsNumberAbsentBecause" name="nhsNumberAbsentBecause" value={form.text('nhsNumberAbsentBecause')} small errorMessage={errorFor(form.errors, 'nhsNumberAbsentBecause')}
        fieldset={{ legend: { text: 'If there is none, why?', size: 's' } }} items={NO_NHS_NUMBER_BECAUSE.map((value) => ({ value, text: NO_NHS_NUMBER_WORDS[value] ?? value }))} />
    </>
  } />
);

const OwnReference = ({ form, said }: { form: FormState; said: ReturnType<typeof fromSearch> }): Html => (
  <Input id="ownReference" name="ownReference" label="Our reference (optional)" hint="What you call them in your own books, like AW-0231. Only your organisation sees it." value={form.text('ownReference', said.number)}
    errorMessage={errorFor(form.errors, 'ownReference')} classes="nhsuk-input--width-20" autocomplete="off" spellcheck={false} />
);

/** Registers somebody whom a search did not find. The NHS number is for health and social care: a landlord knows people by name, date of birth and its own reference. */
export function RegisterPage({ ctx, form, search, alike, byNhsNumber, today }: RegisterPageProps): Html {
  const said = fromSearch(search);
  return (
    <Page ctx={ctx} title="Add a new person" errors={form.errors} back={{ href: search ? `/people?search=${encodeURIComponent(search)}` : '/people', text: 'Back to search' }}>
      <h1 class="nhsuk-heading-l">Add a new person</h1>
      {form.code === 'person.mayExist' ? <AskForAccess /> : null}
      <form method="post" action="/people/new" novalidate>
        <Csrf ctx={ctx} />
        <Names form={form} said={said} />
        {alike.length > 0 ? <SameName alike={alike} form={form} today={today} /> : null}
        {byNhsNumber ? <Number form={form} said={said} /> : <OwnReference form={form} said={said} />}
        <h2 class="nhsuk-heading-m">How to reach them</h2>
        <Textarea id="address" name="address" label="Address (optional)" hint="One line for each part" rows="3" value={form.text('address')} errorMessage={errorFor(form.errors, 'address')} classes="nhsuk-u-width-two-thirds" autocomplete="off" />
        <Input id="postcode" name="postcode" label="Postcode (optional)" value={form.text('postcode')} errorMessage={errorFor(form.errors, 'postcode')} classes="nhsuk-input--width-10" autocomplete="off" spellcheck={false} />
        <Input id="phone" name="phone" type="tel" label="Phone number (optional)" value={form.text('phone')} errorMessage={errorFor(form.errors, 'phone')} classes="nhsuk-input--width-20" autocomplete="off" />
        <p>Your organisation will be the first to see this person. You choose who else does.</p>
        <Button text="Add this person" type="submit" preventDoubleClick />
      </form>
    </Page>
  );
}

const typed = { given: 'Margery', family: 'Plumtree-Oduya', nhsNumber: '9434765918', birthDate: { day: '31', month: '2', year: '1944' } };
const wrong = FormState.again({
  status: 422, message: '', values: typed,
  faults: [
    { pointer: '/birthDate', code: 'date.invalid', message: 'Date of birth must be a real date' },
    { pointer: '/nhsNumber', code: 'nhsNumber.checkDigit', message: 'NHS number must be a real number: check each digit' },
  ],
});
const known = FormState.again({ status: 409, code: 'person.mayExist', message: 'Someone with this NHS number may already be known here', values: { ...typed, nhsNumber: '9434765919' }, faults: [] });
const same = FormState.again({
  status: 422, message: '', values: { ...typed, nhsNumber: '' },
  faults: [{ pointer: '/isSomeoneElse', code: 'person.sameName', message: 'Someone with this name is here already. Compare the date of birth, then say whether this is someone else' }],
});
const madge: Found = {
  personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', family: 'Plumtree-Oduya', given: 'Margery', preferred: 'Madge', dateOfBirth: '1944-05-03', nhsNumber: '9434765919', ownReference: null,
  keyWorker: 'Jo Whitcombe', hasCase: true, soundsAlike: false,
};

export const states: PageStates = {
  full: () => <RegisterPage ctx={keyWorker} form={FormState.empty} search="margery plumtree-oduya" alike={[]} byNhsNumber today={TODAY} />,
  bare: () => <RegisterPage ctx={keyWorker} form={FormState.empty} search="" alike={[]} byNhsNumber today={TODAY} />,
  landlord: () => <RegisterPage ctx={landlord} form={FormState.empty} search="margery plumtree-oduya" alike={[]} byNhsNumber={false} today={TODAY} />,
  errors: () => <RegisterPage ctx={keyWorker} form={wrong} search="" alike={[]} byNhsNumber today={TODAY} />,
  known: () => <RegisterPage ctx={keyWorker} form={known} search="" alike={[]} byNhsNumber today={TODAY} />,
  sameName: () => <RegisterPage ctx={keyWorker} form={same} search="" alike={[madge]} byNhsNumber today={TODAY} />,
};
