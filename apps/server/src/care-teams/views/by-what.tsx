import { AUTHORITIES } from '@app/sharing';
import { DateInput, Details, errorFor, Input, Radios, type Html } from '@app/web-kit';
import type { FormState } from '../../http';
import { AUTHORITY_CHOICES } from '../../sharing/views/words';

const FIELDS = ['authority', 'toldOn', 'toldOn-day', 'toldOn-month', 'toldOn-year', 'authorityNote', 'lookAgainOn', 'lookAgainOn-day', 'lookAgainOn-month', 'lookAgainOn-year'];

/** By what somebody may be told: it is the usual unless something else is chosen, so nobody has to open it. */
export function ByWhat({ form, name, asks }: { form: FormState; name: string; asks: boolean }): Html {
  const usual = asks ? 'explicit' : 'implied_direct_care';
  const chosen = form.text('authority') || usual;
  const wrong = form.errors.some(({ field }) => FIELDS.includes(field));
  const fields = (
    <>
      <Radios idPrefix="authority" name="authority" small value={chosen} errorMessage={errorFor(form.errors, 'authority')} fieldset={{ legend: { text: `By what may they be told about ${name}?`, size: 's' } }}
        hint={asks ? 'The last five hold without a yes. Say which it is' : 'Except for the first two, say which it is'} items={AUTHORITIES.map((value) => ({ value, ...AUTHORITY_CHOICES[value] }))} />
      <DateInput id="toldOn" namePrefix="toldOn" values={form.date('toldOn')} errorMessage={errorFor(form.errors, 'toldOn')} fieldset={{ legend: { text: `When was ${name} told? (optional)`, size: 's' } }} hint="Leave it empty when they are not told yet, and tell them when it is safe" />
      <Input id="authorityNote" name="authorityNote" label="Who decided, which duty, what harm, which court, or what could not wait?" hint="Your organisation, the key worker’s and leads read this" value={form.text('authorityNote')} errorMessage={errorFor(form.errors, 'authorityNote')} />
      <DateInput id="lookAgainOn" namePrefix="lookAgainOn" values={form.date('lookAgainOn')} errorMessage={errorFor(form.errors, 'lookAgainOn')} fieldset={{ legend: { text: 'In their best interests: when is it looked at again?', size: 's' } }} />
    </>
  );
  return <Details id="by-what" summary={asks ? 'By what they may be told (their yes)' : 'By what they may be told (they help directly)'} open={wrong || chosen !== usual} html={fields} />;
}
