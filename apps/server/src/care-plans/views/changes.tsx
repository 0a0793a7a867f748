import type { Difference } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { EmptyState, formatDate, PrintButton, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { Changes } from '../plan.desk';
import { changes } from './sample';
import { differenceWords, versionWords } from './words';

interface ChangesPageProps extends Changes {
  ctx: PageContext;
  identity: Identity;
  today: string;
}

/** One line that is different, in words. */
export function DifferenceLine({ difference, name }: { difference: Difference; name: string }): Html {
  const { title, lines } = differenceWords(difference, name);
  return <li>{title}{lines.length === 0 ? null : <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-top-1 nhsuk-u-margin-bottom-0">{lines.map((line) => <li>{line}</li>)}</ul>}</li>;
}

/** What is different from the version that the reader knows, in words, as far as they may see both. */
export function ChangesPage({ ctx, identity, from, to, differences, today }: ChangesPageProps): Html {
  const name = identity.person.preferred ?? identity.person.given;
  const at = `/people/${identity.person.personId}/plan`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="What has changed in the plan" today={today} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">What has changed in the plan</h1>
      {from === null
        ? <EmptyState title="This is the first version"><p>It was published on {formatDate(to.publishedAt ?? to.createdAt)}. There was none before it. <a class="nhsuk-link" href={at}>Read the plan</a></p></EmptyState>
        : (
          <>
            <p>From <a class="nhsuk-link" href={`${at}/versions/${from.id}`}>{versionWords(from).toLowerCase()}</a> of {formatDate(from.publishedAt ?? from.createdAt)} to {versionWords(to).toLowerCase()} of {formatDate(to.publishedAt ?? to.createdAt)}.{to.smallNumber > 0 ? ' A small update: the agreement is the same.' : null}</p>
            {to.changeSummary ? <p>{to.changeSummary}</p> : null}
            {differences.length === 0
              ? <EmptyState title="Nothing is different in what you see"><p><a class="nhsuk-link" href={at}>Read the plan</a></p></EmptyState>
              : (
                <Section id="differences" title="What is different">
                  <ul class="os-list">
                    {differences.map((one) => <DifferenceLine difference={one} name={name} />)}
                  </ul>
                </Section>
              )}
          </>
        )}
      <PrintButton />
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <ChangesPage ctx={keyWorker} identity={sampleIdentity} today={TODAY} {...changes} />,
  empty: () => <ChangesPage ctx={keyWorker} identity={sampleIdentity} today={TODAY} {...changes} differences={[]} />,
  bare: () => <ChangesPage ctx={keyWorker} identity={sampleIdentity} today={TODAY} from={null} to={changes.to} differences={[]} />,
};
