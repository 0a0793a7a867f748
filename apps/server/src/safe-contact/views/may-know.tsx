import type { PersonRound } from '@app/sharing';
import { Checkboxes, errorFor, type Html } from '@app/web-kit';
import type { FormState } from '../../http';

/** Among whom one chooses who may know: those of the circle whom the reader knows of. */
export function MayKnow({ form, round, legend, hint }: { form: FormState; round: readonly PersonRound[]; legend: string; hint: string }): Html | null {
  if (round.length === 0) return null;
  return (
    <Checkboxes idPrefix="knownTo" name="knownTo" small values={form.list('knownTo')} errorMessage={errorFor(form.errors, 'knownTo')} fieldset={{ legend: { text: legend, size: 's' } }} hint={hint}
      items={round.map(({ userId, name, jobTitle, organisation }) => ({ value: userId, text: `${name}, ${jobTitle}, ${organisation}` }))} />
  );
}
