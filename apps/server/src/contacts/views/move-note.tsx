import type { Found } from '@app/overviews';
import { fullName } from '@app/persons';
import { EmptyState, FilterBar, formatDate, Input, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import type { OwnNote } from '../note.desk';
import { NoteText } from './note-text';
import { correction, note } from './sample';

interface MoveNotePageProps extends OwnNote {
  ctx: PageContext;
  search: string;
  /** null while nothing is looked for */
  found: readonly Found[] | null;
  today: string;
}

/** "This is about someone else": about whom? Only among the people whom the writer may open. */
export function MoveNotePage(props: MoveNotePageProps): Html {
  const { ctx, found, search, identity: { person }, today } = props;
  const at = `/people/${person.personId}/contact-notes/${props.note.id}/move`;
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="This is about someone else" today={today}
      back={{ href: `/people/${person.personId}/timeline`, text: `Back to the timeline of ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">This is about someone else</h1>
      <p>The note goes to the other person with its own times, for {props.note.sealedTo ? 'those only who may know of it here' : 'your organisation only'}. Here nobody can see it any more, and nobody is told the other name.</p>
      <NoteText note={props.note} corrections={props.corrections} />
      <FilterBar action={at} label="About whom is it?" submit="Find">
        <Input id="search" name="search" type="search" label="About whom is it? Name, date of birth or number" value={search} />
      </FilterBar>
      {found ? <Choices at={at} found={found} sameAs={fullName(person)} /> : null}
    </PersonShell>
  );
}

function Choices({ at, found, sameAs }: { at: string; found: readonly Found[]; sameAs: string }): Html {
  if (found.length === 0) return <EmptyState title="No one found"><p>Check the date of birth, or try fewer letters. You can move a note only to somebody whom you may open.</p></EmptyState>;
  return (
    <ul class="os-list">
      {found.map((one) => (
        <li>
          <a class="nhsuk-link" href={`${at}/${one.personId}`}>{one.name}</a>
          <Sub>{one.dateOfBirth ? `Born ${formatDate(one.dateOfBirth)}` : 'No date of birth recorded'}{one.keyWorker ? `, key worker ${one.keyWorker}` : null}</Sub>
          {hasNamesake(one, found, sameAs) ? <p class="os-id__same">Another person has this name. Check the date of birth</p> : null}
        </li>
      ))}
    </ul>
  );
}

const hasNamesake = ({ name, personId }: Found, found: readonly Found[], sameAs: string): boolean =>
  name === sameAs || found.some((other) => other.personId !== personId && other.name === name);

const john: Found = {
  personId: '0190aaaa-0000-7000-8000-000000000002', name: 'John Bywater', family: 'Bywater', given: 'John', preferred: 'Jack', dateOfBirth: '1945-03-01', nhsNumber: null, ownReference: null,
  keyWorker: 'Ruth Abenov', hasCase: true, soundsAlike: false,
};
const both = [john, { ...john, personId: '0190aaaa-0000-7000-8000-000000000003', dateOfBirth: null, keyWorker: null }];

export const states: PageStates = {
  full: () => <MoveNotePage ctx={keyWorker} search="bywater" found={both} identity={identity} note={note} corrections={[correction]} today={TODAY} />,
  bare: () => <MoveNotePage ctx={keyWorker} search="" found={null} identity={identity} note={note} corrections={[]} today={TODAY} />,
  empty: () => <MoveNotePage ctx={keyWorker} search="nobody" found={[]} identity={identity} note={note} corrections={[]} today={TODAY} />,
};
