import { PERSON_VIEWS, type PersonView } from '@app/care-plans';
import { DateInput, errorFor, Input, Radios, Select, Textarea, type FieldError, type Html } from '@app/web-kit';
import type { FormState } from '../../http';
import { VIEW_CHOICES } from './words';

/** What the person thinks of the plan: asked of them, with whatever helps them to say it; a relative's view is never theirs. */
export function ViewFields({ form, errors, name }: { form: FormState; errors: readonly FieldError[]; name: string }): Html {
  return (
    <>
      <Radios idPrefix="personView" name="personView" small value={form.text('personView')} errorMessage={errorFor(errors, 'personView')} fieldset={{ legend: { text: `What does ${name} think of the plan?`, size: 's' } }}
        hint="Ask them, with whatever helps them to say it" items={PERSON_VIEWS.map((value: PersonView) => ({ value, text: VIEW_CHOICES[value] }))} />
      <Textarea id="personComment" name="personComment" label={{ text: 'In their own words (optional)', size: 's' }} rows="2" value={form.text('personComment')} errorMessage={errorFor(errors, 'personComment')} />
      <div class="os-fields">
        <Select id="viewAsked" name="viewAsked" label="How were they asked?" value={form.text('viewAsked')} errorMessage={errorFor(errors, 'viewAsked')}
          items={[{ value: '', text: 'Choose' }, { value: 'directly', text: 'Directly' }, { value: 'with_support', text: 'With support' }]} />
        <Input id="viewSupport" name="viewSupport" label="With what support (if so)" hint="An interpreter, pictures, more time" value={form.text('viewSupport')} errorMessage={errorFor(errors, 'viewSupport')} />
        <Select id="viewAlone" name="viewAlone" label="Did they speak alone with you?" value={form.text('viewAlone')} errorMessage={errorFor(errors, 'viewAlone')}
          items={[{ value: '', text: 'Not recorded' }, { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        <Input id="viewPresent" name="viewPresent" label="Who else was there (if anybody)" value={form.text('viewPresent')} errorMessage={errorFor(errors, 'viewPresent')} />
      </div>
      <Input id="viewOf" name="viewOf" label="If it is only somebody else’s view: whose" value={form.text('viewOf')} errorMessage={errorFor(errors, 'viewOf')} />
      <Input id="viewBecause" name="viewBecause" label="If they could not give a view: why" value={form.text('viewBecause')} errorMessage={errorFor(errors, 'viewBecause')} />
      <DateInput id="viewAgainOn" namePrefix="viewAgainOn" values={form.date('viewAgainOn')} errorMessage={errorFor(errors, 'viewAgainOn')} fieldset={{ legend: { text: 'and when you ask them again', size: 's' } }} />
    </>
  );
}
