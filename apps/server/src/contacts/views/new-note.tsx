import { fullName } from '@app/persons';
import type { Html, PageContext, PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { ToWrite } from '../note.desk';
import { NoteForm } from './note-form';
import { missing, organisations, people, preview, refused } from './sample';

interface NewNotePageProps extends ToWrite {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** A contact note on a page of its own: also where a refused one comes back with what was typed. */
export function NewNotePage(props: NewNotePageProps): Html {
  const { ctx, form, identity: { person }, today } = props;
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="Add a note" today={today} errors={form.errors} back={{ href: `/people/${person.personId}`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">Add a note</h1>
      <NoteForm ctx={ctx} form={form} personId={person.personId} name={person.preferred ?? person.given} organisations={props.organisations} people={props.people} preview={props.preview} />
    </PersonShell>
  );
}

const several = { ...keyWorker, actingFor: { current: 'a', choices: [{ id: 'a', name: 'Marlshire County Council' }, { id: 'b', name: 'Age Well Brackenbridge' }] } };
const typed = { text: 'She rang about the boiler.', about: 'person', audience: 'circle', visibleToPerson: 'on', nextStep: 'Ring Warm Hearth' };

export const states: PageStates = {
  full: () => <NewNotePage ctx={several} form={new FormState(typed)} identity={identity} organisations={organisations} people={people} preview={preview} ownOrganisationId={null} today={TODAY} />,
  bare: () => <NewNotePage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} organisations={[]} people={[]} preview={null} ownOrganisationId={null} today={TODAY} />,
  errors: () => (
    <NewNotePage ctx={keyWorker} identity={identity} organisations={organisations} people={people} preview={preview} ownOrganisationId={null} today={TODAY}
      form={refused({ audience: 'named', happenedAt: { day: '31', month: '2', year: '2026', time: '9' } }, missing('text', 'Enter what happened'), missing('about', 'Choose who it is about'),
        missing('namedOrganisationIds', 'Choose the organisations that may see it'), missing('happenedAt', 'The day it happened must be a real date'))} />
  ),
};
