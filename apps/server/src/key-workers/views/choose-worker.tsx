import { CHOICE_REASONS } from '@app/key-workers';
import { Checkboxes, errorFor, Radios, Select, Textarea, type Html } from '@app/web-kit';
import type { FormState } from '../../http/form-state';
import type { Choice } from '../key-worker.desk';
import { choiceHint, CHOICE_WORDS } from './words';

const FEW = 8;

/** Who is asked, and why when they are not first on the list or have as much as was agreed. */
export function ChooseWorker({ form, choices, legend }: { form: FormState; choices: readonly Choice[]; legend: string }): Html {
  const first = choices.find((one) => one.recommended)?.membershipId ?? '';
  const value = form.text('membershipId', first);
  const errorMessage = errorFor(form.errors, 'membershipId');
  const needsReason = errorFor(form.errors, 'because');
  return (
    <>
      {choices.length > FEW
        ? <Select id="membershipId" name="membershipId" label={legend} value={value} errorMessage={errorMessage}
          items={[{ value: '', text: 'Choose somebody' }, ...choices.map((one) => ({ value: one.membershipId, text: `${one.name}: ${choiceHint(one)}` }))]} />
        : <Radios idPrefix="membershipId" name="membershipId" value={value} errorMessage={errorMessage} fieldset={{ legend: { text: legend, size: 's' } }}
          items={choices.map((one) => ({ value: one.membershipId, text: one.name, hint: choiceHint(one) }))} />}
      <Checkboxes idPrefix="personPreference" name="personPreference" small values={form.list('personPreference')} items={[{ value: 'on', text: 'The person asked for them' }]} />
      <Select id="because" name="because" label="Why them? (only when they are not recommended)" value={form.text('because')} errorMessage={needsReason}
        items={[{ value: '', text: 'They are recommended' }, ...CHOICE_REASONS.map((one) => ({ value: one, text: CHOICE_WORDS[one] }))]} />
      <Textarea id="words" name="words" label="In a few words (optional)" hint="Read by those who decide about the case and by whoever is asked" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
    </>
  );
}
