import { fullName } from '@app/persons';
import { Button, Csrf, errorFor, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import type { OwnNote } from '../note.desk';
import { NoteText } from './note-text';
import { correction, missing, note, refused } from './sample';

interface CorrectNotePageProps extends OwnNote {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** A correction is a new entry beside the note. When somebody else corrected it meanwhile, both texts stand here. */
export function CorrectNotePage(props: CorrectNotePageProps): Html {
  const { ctx, form, note: { id, rowVersion }, identity: { person }, today } = props;
  const errors = form.current === undefined ? form.errors : [{ field: 'text', text: 'Someone corrected this note while you were writing. Read theirs, then save yours if it is still needed' }];
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="Correct a note" today={today} errors={errors}
      back={{ href: `/people/${person.personId}/timeline`, text: `Back to the timeline of ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">Correct a note</h1>
      <p>What was written stays. Your correction stands beside it, for the same people to read.</p>
      {form.current === undefined ? null : <WarningCallout heading="Both texts are here" headingLevel={2} text="What stands now is in the box with the note. What you wrote is below it and is not saved yet." />}
      <NoteText note={props.note} corrections={props.corrections} />
      <form class="os-quick" method="post" action={`/people/${person.personId}/contact-notes/${id}/correct`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(rowVersion)} />
        <Textarea id="text" name="text" label={{ text: 'The correction', size: 's' }} rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
        <div class="os-actions">
          <Button text="Save correction" type="submit" />
          <a class="nhsuk-link" href={`/people/${person.personId}/contact-notes/${id}/move`}>This is about someone else</a>
        </div>
      </form>
    </PersonShell>
  );
}

const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { text: 'The lunch club is on Wednesdays.' }, faults: [], current: note });

export const states: PageStates = {
  full: () => <CorrectNotePage ctx={keyWorker} form={FormState.empty} identity={identity} note={note} corrections={[correction]} today={TODAY} />,
  bare: () => <CorrectNotePage ctx={keyWorker} form={FormState.empty} identity={identity} note={{ ...note, authorName: null, isConversation: true }} corrections={[]} today={TODAY} />,
  errors: () => <CorrectNotePage ctx={keyWorker} form={refused({ text: '' }, missing('text', 'Enter the correction'))} identity={identity} note={note} corrections={[]} today={TODAY} />,
  clash: () => <CorrectNotePage ctx={keyWorker} form={clash} identity={identity} note={note} corrections={[correction]} today={TODAY} />,
};
