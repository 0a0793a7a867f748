import { TIMELINE_TYPES } from '@app/overviews';
import { EmptyState, FilterBar, Input, PrintButton, Select, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { noteLinks } from '../../contacts/views/note-links';
import { answered } from '../../corrections/views/sample';
import { besideItem } from '../../corrections/views/said-wrong';
import { unreadWords } from '../../http/unread';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, entries, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { ReadTimeline } from '../timeline.commands';
import type { TimelinePageModel } from '../timeline.list';
import { Entries } from './entries';
import { TYPE_WORDS } from './words';

interface TimelinePageProps {
  ctx: PageContext;
  query: ReadTimeline;
  data: TimelinePageModel;
  /** the local calendar day */
  today: string;
}

function hrefOf(personId: string, { type, organisation, search }: ReadTimeline, cursor: string | null): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ type, organisation, search, cursor })) if (value) parameters.set(name, value);
  return parameters.size > 0 ? `/people/${personId}/timeline?${parameters.toString()}` : `/people/${personId}/timeline`;
}

function Filter({ query, data: { identity: { person }, organisations } }: TimelinePageProps): Html {
  const here = `/people/${person.personId}/timeline`;
  const isSet = Boolean(query.type ?? query.organisation ?? query.search);
  return (
    <FilterBar action={here} label="Timeline" clearHref={isSet ? here : undefined}>
      <Select id="type" name="type" label="Type" value={query.type ?? ''} items={[{ value: '', text: 'Everything' }, ...TIMELINE_TYPES.map((type) => ({ value: type, text: TYPE_WORDS[type] }))]} />
      <Select id="organisation" name="organisation" label="Written by" value={query.organisation ?? ''} items={[{ value: '', text: 'Everyone' }, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Input id="words" name="search" type="search" label="Words" value={query.search ?? ''} classes="nhsuk-input--width-10" autocomplete="off" />
    </FilterBar>
  );
}

function Nothing({ query, personId }: { query: ReadTimeline; personId: string }): Html {
  if (query.type || query.organisation || query.search || query.cursor) {
    return <EmptyState title="Nothing matches"><p><a class="nhsuk-link" href={`/people/${personId}/timeline`}>Show everything</a>.</p></EmptyState>;
  }
  return <EmptyState title="Nothing recorded yet"><p><a class="nhsuk-link" href={`/people/${personId}`}>Add the first note</a>.</p></EmptyState>;
}

/** What happened, from everyone who may tell this reader. */
export function TimelinePage(props: TimelinePageProps): Html {
  const { ctx, query, data, today } = props;
  const { personId } = data.identity.person;
  const unread = unreadWords(query, { type: 'type', organisation: 'organisation', search: 'search', limit: 'number of entries', cursor: 'page' });
  return (
    <PersonShell ctx={ctx} identity={data.identity} tab="timeline" title="Timeline" today={today} skipTo={data.entries.length > 0 ? { href: '#list', text: 'Skip to timeline' } : undefined}>
      <h1 class="nhsuk-heading-l">Timeline</h1>
      {unread ? <p class="os-result">{unread}</p> : null}
      <Filter {...props} />
      {data.entries.length === 0 ? <Nothing query={query} personId={personId} /> : <div id="list" tabindex={-1}><Entries entries={data.entries} level={2} actions={noteLinks(personId, data.ownOrganisationId)} beside={besideItem(data.corrections, data.identity.person.preferred ?? data.identity.person.given, data.identity.windDownUntil ? undefined : `/people/${personId}/corrections/of`)} /></div>}
      <div class="os-actions os-noprint">
        {query.cursor ? <a class="nhsuk-link" href={hrefOf(personId, query, null)}>Newest entries</a> : null}
        {data.next ? <a class="nhsuk-link" href={hrefOf(personId, query, data.next)} rel="next">Earlier entries</a> : null}
        <PrintButton />
      </div>
    </PersonShell>
  );
}

const organisations = [{ id: '0190aaaa-0000-7000-8000-0000000000a1', name: 'Marlshire County Council' }, { id: '0190aaaa-0000-7000-8000-0000000000a2', name: 'Fernlea Surgery' }];

export const states: PageStates = {
  full: () => <TimelinePage ctx={keyWorker} query={{ limit: 50, type: 'visit', search: 'gate', cursor: 'c' }} data={{ identity, entries, organisations, ownOrganisationId: organisations[0]?.id ?? null, next: 'next', corrections: [answered] }} today={TODAY} />,
  bare: () => <TimelinePage ctx={keyWorker} query={{ limit: 50 }} data={{ identity: bareIdentity, entries: entries.slice(0, 1), organisations, ownOrganisationId: null, next: null, corrections: [] }} today={TODAY} />,
  empty: () => <TimelinePage ctx={keyWorker} query={{ limit: 50 }} data={{ identity: bareIdentity, entries: [], organisations: [], ownOrganisationId: null, next: null, corrections: [] }} today={TODAY} />,
  filtered: () => <TimelinePage ctx={keyWorker} query={{ limit: 50, search: 'nobody' }} data={{ identity, entries: [], organisations, ownOrganisationId: null, next: null, corrections: [] }} today={TODAY} />,
};
