import { CHOICE_REASONS } from '@app/key-workers';
import { Checkboxes, errorFor, Radios, Select, Textarea, type FieldError, type Html } from '@app/web-kit';
import type { FormState } from '../../http/form-state';
import type { Choice } from '../key-worker.desk';
import { choiceHint, CHOICE_WORDS } from './words';

const FEW = 8;

interface ChooseWorkerProps {
  /** what was typed about this case */
  form: FormState;
  errors: readonly FieldError[];
  choices: readonly Choice[];
  legend: string;
  /** the list of the form and the place in it, where several cases stand on one page: `allocations`, 2 */
  row?: { readonly list: string; readonly at: number };
}

/** Who is asked, and why when they are not first on the list or have as much as was agreed. */
export function ChooseWorker({ form, errors, choices, legend, row }: ChooseWorkerProps): Html {
  const field = (name: string): { id: string; name: string } => (row ? { id: `${row.list}-${row.at}-${name}`, name: `${row.list}[${row.at}][${name}]` } : { id: name, name });
  const wrong = (name: string) => errorFor(errors, field(name).id);
  const first = choices.find((one) => one.recommended)?.membershipId ?? '';
  const value = form.text('membershipId', first);
  const [worker, preference] = [field('membershipId'), field('personPreference')];
  return (
    <>
      {choices.length > FEW
        ? <Select {...worker} label={legend} value={value} errorMessage={wrong('membershipId')}
          items={[{ value: '', text: 'Choose somebody' }, ...choices.map((one) => ({ value: one.membershipId, text: `${one.name}: ${choiceHint(one)}` }))]} />
        : <Radios idPrefix={worker.id} name={worker.name} value={value} errorMessage={wrong('membershipId')} fieldset={{ legend: { text: legend, size: 's' } }}
          items={choices.map((one) => ({ value: one.membershipId, text: one.name, hint: choiceHint(one) }))} />}
      <Checkboxes idPrefix={preference.id} name={preference.name} small values={form.list('personPreference')} items={[{ value: 'on', text: 'The person asked for them' }]} />
      <Select {...field('because')} label="Why them? (only when they are not recommended)" value={form.text('because')} errorMessage={wrong('because')}
        items={[{ value: '', text: 'They are recommended' }, ...CHOICE_REASONS.map((one) => ({ value: one, text: CHOICE_WORDS[one] }))]} />
      <Textarea {...field('words')} label="In a few words (optional)" hint="Read by those who decide about the case and by whoever is asked" rows="2" value={form.text('words')} errorMessage={wrong('words')} />
    </>
  );
}
