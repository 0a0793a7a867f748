import { NOTE_KINDS, type NoteKind } from '@app/contacts';
import type { Preview } from '@app/overviews';
import { CATEGORY_WORDS, TOLD_ABOUT } from '@app/persons';
import {
  Button, Csrf, DateInput, Details, errorFor, Input, Radios, Select, Textarea, type FieldError, type Html, type PageContext,
} from '@app/web-kit';
import type { FormState } from '../../http';
import { NOTE_WORDS } from '../../person/views/words';
import { AudienceFields, WritingFor, type Nameable } from './audience-fields';
import { ABOUT_CHOICES } from './words';
import { WhoWillSee } from './who-will-see';
import { KeepsItself, KeptBefore } from '../../typing/views/kept';

export interface NoteFormProps {
  ctx: PageContext;
  form: FormState;
  personId: string;
  /** what the person is called in a sentence */
  name: string;
  /** the other organisations round the person: ReadersQueries.organisations */
  organisations: readonly { id: string; name: string }[];
  /** who can be named alone: ReadersQueries.people */
  people: readonly Nameable[];
  /** who would see what is chosen; null while nothing is */
  preview: Preview | null;
}

const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const LATER = ['aboutName', 'kind', 'happenedAt', 'happenedAt-day', 'happenedAt-month', 'happenedAt-year', 'happenedAt-time', 'nextStep', 'category'];

function About({ form }: NoteFormProps): Html {
  return (
    <Radios idPrefix="about" name="about" small value={form.text('about')} errorMessage={errorFor(form.errors, 'about')}
      fieldset={{ legend: { text: 'Who it is about', size: 's' } }}
      items={Object.entries(ABOUT_CHOICES).map(([value, text]) => ({ value, text }))} />
  );
}

/** What has an answer of its own: a visit, now, visits and calls; opened where something of it is typed or wrong. */
function WhenAndHow({ form }: NoteFormProps): Html {
  const has = (errors: readonly FieldError[]): boolean => errors.some((error) => LATER.includes(error.field));
  const typed = form.text('aboutName') !== '' || form.text('nextStep') !== '' || form.part('happenedAt', 'time') !== '' || Object.values(form.date('happenedAt')).some(Boolean);
  const fields = (
    <>
      <Input id="aboutName" name="aboutName" label="Name of the relative (optional)" value={form.text('aboutName')} errorMessage={errorFor(form.errors, 'aboutName')} />
      <Select id="kind" name="kind" label="Kind of contact" value={form.text('kind') || 'visit'} errorMessage={errorFor(form.errors, 'kind')}
        items={NOTE_KINDS.map((kind: NoteKind) => ({ value: kind, text: NOTE_WORDS[kind] }))} />
      <DateInput id="happenedAt" namePrefix="happenedAt" values={form.date('happenedAt')} errorMessage={errorFor(form.errors, 'happenedAt')}
        fieldset={{ legend: { text: 'When it happened', size: 's' } }} hint="Leave empty for now" />
      <Input id="happenedAt-time" name="happenedAt[time]" label="Time, like 14:30" width={5} value={form.part('happenedAt', 'time')} errorMessage={errorFor(form.errors, 'happenedAt-time')} />
      <Textarea id="nextStep" name="nextStep" label="Next step (optional)" rows="2" value={form.text('nextStep')} errorMessage={errorFor(form.errors, 'nextStep')} />
      <Select id="category" name="category" label="What it tells about" value={form.text('category') || 'contacts'} errorMessage={errorFor(form.errors, 'category')}
        hint="Each organisation sees the kinds of information that it has been given" items={TOLD_ABOUT.map((value) => ({ value, text: startCase(CATEGORY_WORDS[value]) }))} />
    </>
  );
  return <Details summary="When, how and next step (a visit, now)" open={typed || has(form.errors)} html={fields} />;
}

/** A contact note: three things are asked for, the rest has an answer of its own, and who will read it stands above Save. */
export function NoteForm(props: NoteFormProps): Html {
  const { ctx, form, personId, preview } = props;
  const at = `/people/${personId}/contact-notes`;
  return (
    <>
      <KeptBefore ctx={ctx} form={form} page={`${at}/new`} />
      <form class="os-quick" method="post" action={at} novalidate data-readers={`/api/people/${personId}/readers`}>
        <Csrf ctx={ctx} />
        <KeepsItself ctx={ctx} page={`${at}/new`} />
        <Textarea id="text" name="text" label={{ text: 'What happened', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
        <About {...props} />
        <AudienceFields {...props} />
        <WhenAndHow {...props} />
        <WhoWillSee preview={preview} />
        <WritingFor ctx={ctx} />
        <div class="os-actions">
          <Button text="Save note" type="submit" />
          <Button text="Check who will see this" type="submit" variant="secondary" attributes={{ formaction: `${at}/check`, 'data-readers-check': true }} />
        </div>
      </form>
    </>
  );
}
