import { errorFor, Input, Radios, type Html } from '@app/web-kit';
import type { FormState } from '../../http';

/** What is said with somebody in the room is shown as such, on one's own page too. */
export const Alone = ({ form }: { form: FormState }): Html => (
  <>
    <Radios idPrefix="spokeAlone" name="spokeAlone" value={form.text('spokeAlone')} errorMessage={errorFor(form.errors, 'spokeAlone')} fieldset={{ legend: { text: 'Are you alone as you answer?', size: 's' } }}
      items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, somebody is with me' }]} />
    <Input id="present" name="present" label="Who is with you? (optional)" value={form.text('present')} errorMessage={errorFor(form.errors, 'present')} />
  </>
);
