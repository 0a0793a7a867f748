import { AUTHORITIES, type Authority, type Ground } from '@app/sharing';
import { DateInput, Details, errorFor, Input, Radios, type Html } from '@app/web-kit';
import type { FormState } from '../../http';
import { AUTHORITY_CHOICES } from '../../sharing/views/words';

const FIELDS = ['authority', 'toldOn', 'toldOn-day', 'toldOn-month', 'toldOn-year', 'authorityNote', 'lookAgainOn', 'lookAgainOn-day', 'lookAgainOn-month', 'lookAgainOn-year'];

/** Whether something is wrong in the fields by what somebody may be told. */
export const isByWhatWrong = (form: FormState): boolean => form.errors.some(({ field }) => FIELDS.includes(field));

interface ByWhatFieldsProps {
  form: FormState;
  legend: string;
  hint: string;
  choices: readonly Authority[];
  /** what is chosen before anything is */
  usual: Authority;
  /** what stands already */
  stands?: Pick<Ground, 'note' | 'reviewOn'> | undefined;
}

/** Which authority it is, which of its kind, and when it is looked at again. */
export const ByWhatFields = ({ form, legend, hint, choices, usual, stands }: ByWhatFieldsProps): Html => (
  <>
    <Radios idPrefix="authority" name="authority" small value={form.text('authority') || usual} errorMessage={errorFor(form.errors, 'authority')} fieldset={{ legend: { text: legend, size: 's' } }}
      hint={hint} items={choices.map((value) => ({ value, ...AUTHORITY_CHOICES[value] }))} />
    <Input id="authorityNote" name="authorityNote" label="Who decided, which duty, what harm, which court, or what could not wait?" hint="Your organisation, the key worker’s and leads read this" value={form.text('authorityNote', stands?.note ?? '')} errorMessage={errorFor(form.errors, 'authorityNote')} />
    <DateInput id="lookAgainOn" namePrefix="lookAgainOn" values={form.date('lookAgainOn', stands?.reviewOn)} errorMessage={errorFor(form.errors, 'lookAgainOn')} fieldset={{ legend: { text: 'In their best interests: when is it looked at again?', size: 's' } }} />
  </>
);

export const ToldOn = ({ form, name, toldOn }: { form: FormState; name: string; toldOn?: string | null }): Html => (
  <DateInput id="toldOn" namePrefix="toldOn" values={form.date('toldOn', toldOn)} errorMessage={errorFor(form.errors, 'toldOn')} fieldset={{ legend: { text: `When was ${name} told? (optional)`, size: 's' } }} hint="Leave it empty when they are not told yet, and tell them when it is safe" />
);

/** By what somebody may be told: it is the usual unless something else is chosen, so nobody has to open it. */
export function ByWhat({ form, name, asks }: { form: FormState; name: string; asks: boolean }): Html {
  const usual = asks ? 'explicit' : 'implied_direct_care';
  const fields = (
    <>
      <ByWhatFields form={form} choices={AUTHORITIES} usual={usual} legend={`By what may they be told about ${name}?`} hint={asks ? 'The last five hold without a yes. Say which it is' : 'Except for the first two, say which it is'} />
      <ToldOn form={form} name={name} />
    </>
  );
  return <Details id="by-what" summary={asks ? 'By what they may be told (their yes)' : 'By what they may be told (they help directly)'} open={isByWhatWrong(form) || (form.text('authority') || usual) !== usual} html={fields} />;
}
