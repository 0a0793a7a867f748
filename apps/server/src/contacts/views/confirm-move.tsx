import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { Button, Csrf, formatDate, summaryRow, SummaryList, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell, sameNameWords } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { OwnNote } from '../note.desk';
import { NoteText } from './note-text';
import { correction, note } from './sample';

interface ConfirmMovePageProps extends OwnNote {
  ctx: PageContext;
  form: FormState;
  other: Identity;
  today: string;
}

const bornWords = (birthDate: string | null): string => (birthDate ? `born ${formatDate(birthDate)}` : 'whose date of birth is not recorded');

/** Once more, with the date of birth, before a note goes to somebody else. */
export function ConfirmMovePage(props: ConfirmMovePageProps): Html {
  const { ctx, form, other, identity: { person }, today } = props;
  const at = `/people/${person.personId}/contact-notes/${props.note.id}/move`;
  const namesake = fullName(other.person) === fullName(person) ? 'This person has the same name. Check the date of birth' : sameNameWords(other.sameName);
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="Is it about this person?" today={today} errors={form.errors} back={{ href: at, text: 'Choose somebody else' }}>
      <h1 class="nhsuk-heading-l">Is it about {fullName(other.person)}, {bornWords(other.person.birthDate)}?</h1>
      {namesake ? <p class="os-id__same">{namesake}</p> : null}
      <SummaryList rows={[
        summaryRow('Name', fullName(other.person), 'No name recorded'),
        summaryRow('Likes to be called', other.person.preferred, 'Nothing else recorded'),
        summaryRow('Date of birth', other.person.birthDate && formatDate(other.person.birthDate), 'No date of birth recorded'),
        summaryRow('Key worker', other.keyWorker?.name, 'No key worker yet'),
      ]} />
      <NoteText note={props.note} corrections={props.corrections} />
      <form method="post" action={`${at}/${other.person.personId}`} novalidate>
        <Csrf ctx={ctx} />
        <Button text={`Yes, move it to ${fullName(other.person)}, ${bornWords(other.person.birthDate)}`} type="submit" />
      </form>
    </PersonShell>
  );
}

const derek: Identity = { ...identity, person: { ...identity.person, given: 'Derek', family: 'Hallam', preferred: null, birthDate: '1959-11-11' }, sameName: { sameAddress: false, elsewhere: true } };
const refusedMove = FormState.again({ status: 409, message: 'Somebody saved at the same moment. Try again', values: {}, faults: [] });

export const states: PageStates = {
  full: () => <ConfirmMovePage ctx={keyWorker} form={FormState.empty} identity={identity} other={derek} note={note} corrections={[correction]} today={TODAY} />,
  bare: () => <ConfirmMovePage ctx={keyWorker} form={FormState.empty} identity={identity} other={bareIdentity} note={note} corrections={[]} today={TODAY} />,
  errors: () => <ConfirmMovePage ctx={keyWorker} form={refusedMove} identity={identity} other={derek} note={note} corrections={[]} today={TODAY} />,
};
