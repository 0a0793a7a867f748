import type { KnownPerson } from '@app/oversight';
import { DataTable, EmptyState, formatDate, orSay, Page, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { bareKnown, known } from './sample';

/** Colleagues who said that they know somebody: for their managers and lead, who find somebody else and let them in again. */
export function KnownPeoplePage({ ctx, known: people }: { ctx: PageContext; known: readonly KnownPerson[] }): Html {
  return (
    <Page ctx={ctx} title="Colleagues who know somebody" wide>
      <h1 class="nhsuk-heading-l">Colleagues who know somebody</h1>
      <p>They said that they know this person outside work, and no longer open the record. Do not ask them how. See who does their part. What you know about yourself is not here: a colleague decides that.</p>
      {people.length === 0 ? <EmptyState title="Nobody has said so"><p>Whoever knows somebody outside work says so on that person’s page.</p></EmptyState> : (
        <DataTable<KnownPerson> caption="Colleagues who know somebody, the latest first" hideCaption rows={people} columns={[
          { head: 'Person', rowHeader: true, cell: ({ id, name }) => <span id={`known-${id}`}>{name}</span> },
          { head: 'Born', cell: ({ birthDate }) => orSay(birthDate && formatDate(birthDate), 'No date of birth recorded') },
          { head: 'Colleague', cell: ({ colleague }) => colleague },
          { head: 'Since', cell: ({ saidAt }) => <Time at={saidAt} short withTime /> },
          { head: 'Let in again', cell: ({ id, colleague, name }) => <a class="nhsuk-link" href={`/known-people/${id}`}>Let in again<span class="nhsuk-u-visually-hidden">: {colleague}, {name}</span></a> },
        ]} />
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <KnownPeoplePage ctx={lead} known={[known, bareKnown]} />,
  bare: () => <KnownPeoplePage ctx={lead} known={[bareKnown]} />,
  empty: () => <KnownPeoplePage ctx={lead} known={[]} />,
};
