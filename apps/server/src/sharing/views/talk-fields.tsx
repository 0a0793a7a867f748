import { TALKED_HOW } from '@app/sharing';
import { DateInput, errorFor, Input, Radios, type Html } from '@app/web-kit';
import type { FormState } from '../../http';
import { HOW_WORDS } from './words';

/** How it was talked about: what is asked whatever was said. */
export function TalkFields({ form, withDay }: { form: FormState; withDay?: boolean }): Html {
  return (
    <>
      <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did you talk?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
      {withDay ? <DateInput id="heldOn" namePrefix="heldOn" values={form.date('heldOn')} errorMessage={errorFor(form.errors, 'heldOn')} hint="Leave empty for today" fieldset={{ legend: { text: 'When?', size: 's' } }} /> : null}
      <SpokeAlone form={form} />
      <Input id="interpreter" name="interpreter" label="Interpreter (optional)" hint="Not a relative" value={form.text('interpreter')} errorMessage={errorFor(form.errors, 'interpreter')} />
    </>
  );
}

/** A yes that was given with somebody in the room is shown as such. */
export const SpokeAlone = ({ form }: { form: FormState }): Html => (
  <>
    <Radios idPrefix="spokeAlone" name="spokeAlone" small value={form.text('spokeAlone')} errorMessage={errorFor(form.errors, 'spokeAlone')} fieldset={{ legend: { text: 'Did they speak alone, with nobody else there?', size: 's' } }}
      items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
    <Input id="present" name="present" label="Who else was there? (optional)" value={form.text('present')} errorMessage={errorFor(form.errors, 'present')} />
  </>
);
