import { fullName } from '@app/persons';
import { EmptyState, formatDate, Hidden, Overdue, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { CorrectionsModel } from '../corrections.desk';
import { answered, asked } from './sample';
import { ANSWERED_WORDS, KIND_WORDS } from './words';

interface CorrectionsPageProps extends CorrectionsModel {
  ctx: PageContext;
  today: string;
}

/** Everything of which the person says that it is wrong, as far as the reader may read what it is about. */
export function CorrectionsPage({ ctx, identity: about, corrections, ownOrganisationId, today }: CorrectionsPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="What they say is wrong" today={today} back={{ href: at, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">What {name} says is wrong</h1>
      {corrections.length === 0 ? <EmptyState title="Nothing that you can see"><p>When {name} says that something is wrong, write it down beside it: in the <a class="nhsuk-link" href={`${at}/timeline`}>timeline</a> or the <a class="nhsuk-link" href={`${at}/plan`}>plan</a>.</p></EmptyState> : (
        <ul class="os-list">
          {corrections.map((one) => {
            const isOurs = one.ownerOrganisationId === ownOrganisationId && one.state === 'asked' && !about.windDownUntil;
            return (
              <li id={`correction-${one.id}`}>
                <p class="nhsuk-u-margin-bottom-1">“{one.statement}”</p>
                <Sub>About {KIND_WORDS[one.subject]}, {formatDate(one.createdAt)}</Sub>
                <p class="nhsuk-u-margin-bottom-0">
                  {one.state === 'asked' ? <>To be answered by {formatDate(one.answerBy)}{one.answerBy < today ? <> <Overdue /></> : null}. </> : <>{ANSWERED_WORDS[one.state]}: {one.answer} </>}
                  <a class="nhsuk-link os-noprint" href={`${at}/corrections/${one.id}`}>{isOurs ? 'Answer it' : 'Read it'}<Hidden>: {one.statement}</Hidden></a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <CorrectionsPage ctx={keyWorker} identity={identity} corrections={[asked, answered]} ownOrganisationId={asked.ownerOrganisationId} today="2027-02-01" />,
  bare: () => <CorrectionsPage ctx={keyWorker} identity={bareIdentity} corrections={[asked]} ownOrganisationId={null} today={TODAY} />,
  empty: () => <CorrectionsPage ctx={keyWorker} identity={bareIdentity} corrections={[]} ownOrganisationId={null} today={TODAY} />,
};
