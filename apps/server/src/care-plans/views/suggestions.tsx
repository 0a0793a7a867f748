import { fullName } from '@app/persons';
import { EmptyState, Hidden, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { SuggestionsModel } from '../suggestions.desk';
import { suggestions } from './suggestions-sample';
import { SuggestionLine } from './suggestion-words';

interface SuggestionsPageProps extends SuggestionsModel {
  ctx: PageContext;
  today: string;
}

const WAY_IN = { own: 'Suggest something new', for_person: 'Record what they ask for' } as const;

/** What others, or the person, would change in the plan: what waits first, then what was answered. */
export function SuggestionsPage({ ctx, identity, suggestions: all, offered, mayWrite, today }: SuggestionsPageProps): Html {
  const at = `/people/${identity.person.personId}/plan/suggestions`;
  const name = identity.person.preferred ?? identity.person.given;
  const [waiting, answered] = [all.filter(({ suggestion }) => suggestion.state === 'waiting'), all.filter(({ suggestion }) => suggestion.state !== 'waiting')];
  const list = (some: typeof all): Html => <ul class="os-list">{some.map((seen) => <SuggestionLine seen={seen} at={at} name={name} today={today} />)}</ul>;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Suggestions for the plan" today={today} back={{ href: `/people/${identity.person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(identity.person)}: </Hidden>Suggestions for the plan</h1>
      {offered ? <p class="os-actions os-noprint"><a class="nhsuk-button nhsuk-button--secondary" href={`${at}/new`} role="button">{WAY_IN[offered]}</a></p> : null}
      {all.length === 0
        ? <EmptyState title="No suggestion that you can see"><p>{offered === 'own' ? 'Suggest a change beside a line of the plan, or something new.' : `What others or ${name} would change in the plan is listed here, with the answer.`}</p></EmptyState>
        : (
          <>
            <Section id="waiting" title={waiting.length === 0 ? 'Waiting for an answer' : `Waiting for an answer (${waiting.length})`}>
              {waiting.length === 0 ? <p>None is waiting.</p> : list(waiting)}
              {waiting.length > 0 && mayWrite ? <p>Open one to take it into the draft, or to say why not.</p> : null}
            </Section>
            {answered.length > 0 ? <Section id="answered" title="Answered">{list(answered)}</Section> : null}
          </>
        )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SuggestionsPage ctx={keyWorker} identity={sampleIdentity} suggestions={suggestions} offered="for_person" mayWrite today={TODAY} />,
  bare: () => <SuggestionsPage ctx={keyWorker} identity={bareIdentity} suggestions={suggestions.slice(2)} offered={null} mayWrite={false} today={TODAY} />,
  empty: () => <SuggestionsPage ctx={keyWorker} identity={bareIdentity} suggestions={[]} offered="own" mayWrite={false} today={TODAY} />,
};
