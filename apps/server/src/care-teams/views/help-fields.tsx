import { errorFor, Input, Textarea, type Html } from '@app/web-kit';
import type { FormState } from '../../http';

interface HelpFieldsProps {
  form: FormState;
  /** what is said so far */
  stands: { readonly does?: string | null; readonly doesNotDo?: string | null; readonly daysTimes?: string | null };
}

/** What a helper does, does not do, and when. */
export const HelpFields = ({ form, stands }: HelpFieldsProps): Html => (
  <>
    <Textarea id="does" name="does" label="What do they do?" rows="2" value={form.text('does', stands.does ?? '')} errorMessage={errorFor(form.errors, 'does')} />
    <Textarea id="doesNotDo" name="doesNotDo" label="What do they not do? (optional)" rows="2" value={form.text('doesNotDo', stands.doesNotDo ?? '')} errorMessage={errorFor(form.errors, 'doesNotDo')} />
    <Input id="daysTimes" name="daysTimes" label="Days and times (optional)" value={form.text('daysTimes', stands.daysTimes ?? '')} errorMessage={errorFor(form.errors, 'daysTimes')} />
  </>
);
