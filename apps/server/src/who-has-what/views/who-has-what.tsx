import type { Held, LoggedPerson } from '@app/overviews';
import { CATEGORIES, CATEGORY_WORDS, categoriesInWords, type Category } from '@app/persons';
import { DataTable, EmptyState, formatDate, formatShortDate, orSay, Page, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { decisionWords, lastDay, toldWords } from './words';

interface WhoHasWhatPageProps {
  ctx: PageContext;
  person: LoggedPerson;
  held: readonly Held[];
}

/** Which organisation holds which kinds of information, for the information-governance lead: by organisation, and the other way round. */
export function WhoHasWhatPage({ ctx, person, held }: WhoHasWhatPageProps): Html {
  const at = `/people/${person.personId}`;
  return (
    <Page ctx={ctx} title={`Who has what – ${person.name}`} wide back={{ href: `${at}/access-log`, text: 'Back to who looked' }}>
      <h1 class="nhsuk-heading-l">Who has what: {person.name}</h1>
      <p>{person.birthDate ? `Born ${formatDate(person.birthDate)}` : 'No date of birth recorded'}. Kinds of information, and nothing of the record. Reading this page is written down.</p>
      {held.length === 0 ? <EmptyState title="Nobody that you can see"><p>Who holds what is for the leads of organisations that help now. What your organisation wrote stays its own.</p></EmptyState> : (
        <>
          <p class="os-noprint"><a class="nhsuk-link" href={`${at}/who-has-what.csv`}>Download as a table for a spreadsheet</a></p>
          <Section id="by-organisation" title="By organisation"><Organisations held={held} /></Section>
          <Section id="by-kind" title="By kind of information"><Kinds held={held} /></Section>
        </>
      )}
    </Page>
  );
}

const Organisations = ({ held }: { held: readonly Held[] }): Html => (
  <DataTable<Held> caption="What each organisation holds" hideCaption rows={held} columns={[
    { head: 'Organisation', rowHeader: true, cell: (one) => <>{one.organisation}<Sub>{one.who ?? 'everybody there who works with people'}</Sub></> },
    { head: 'Holds', cell: (one) => orSay(categoriesInWords(one.categories), 'Nothing beyond its own') },
    { head: 'By which decision', cell: (one) => <>{decisionWords(one)}{one.note ? <Sub>{one.note}</Sub> : null}{one.reviewOn ? <Sub>Looked at again on {formatDate(one.reviewOn)}</Sub> : null}</> },
    { head: 'Told on', cell: (one) => orSay(one.toldOn && formatDate(one.toldOn), toldWords(one)) },
    { head: 'Since', cell: (one) => formatShortDate(one.since) },
    { head: 'Until', cell: (one) => { const day = lastDay(one); return orSay(day && formatDate(day), 'Nothing ends it'); } },
  ]} />
);

const Kinds = ({ held }: { held: readonly Held[] }): Html => (
  <DataTable<Category> caption="Who holds each kind of information" hideCaption rows={CATEGORIES} columns={[
    { head: 'Kind of information', rowHeader: true, cell: (category) => CATEGORY_WORDS[category] },
    { head: 'Held by', cell: (category) => orSay([...new Set(held.filter(({ categories }) => categories.includes(category)).map(({ organisation }) => organisation))].join(', '), 'Nobody that you can see') },
  ]} />
);

const person: LoggedPerson = { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03' };
const one: Held = {
  organisationId: '0190aaaa-0000-7000-8000-0000000000a1', organisation: 'Marlshire County Council', who: null, basis: 'registered', categories: ['identity', 'about_me', 'plan', 'health', 'money'], authority: null, toldOn: null,
  since: new Date('2026-10-05T09:00:00Z'), until: null, note: null, reviewOn: null,
};
const held: Held[] = [
  { ...one, organisation: 'Age Well Brackenbridge', who: 'Delphine Carter', basis: 'care_team', categories: ['identity', 'about_me', 'contacts'], authority: 'explicit', toldOn: '2026-10-07', until: new Date('2027-03-31T22:59:59Z') },
  { ...one, organisation: 'Marl Valley Community Health Trust', who: 'District nursing', basis: 'care_team', categories: ['identity', 'health'], authority: 'best_interests', note: 'Dr Osei and her sister, about her medicines', reviewOn: '2027-01-10' },
  { ...one, organisation: 'Fernlea Homes', who: 'Martin Quill', basis: 'wind_down', categories: [], until: new Date('2026-12-23T00:00:00Z') },
  one,
];

export const states: PageStates = {
  full: () => <WhoHasWhatPage ctx={lead} person={person} held={held} />,
  bare: () => <WhoHasWhatPage ctx={lead} person={{ ...person, birthDate: null }} held={[one]} />,
  empty: () => <WhoHasWhatPage ctx={lead} person={person} held={[]} />,
};
