import { CASELOAD_VIEWS, MOST_COUNTED, type CaseloadRow, type CaseloadSort, type CaseloadView, type ReviewDue } from '@app/overviews';
import { Button, EmptyState, FilterBar, Input, Page, Pagination, plural, PrintButton, SubNav, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { unreadWords } from '../../http/unread';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { ReadCaseload } from '../caseload.commands';
import type { CaseloadPageModel } from '../caseload.list';
import { CaseloadTable } from './caseload-table';

interface CaseloadPageProps {
  ctx: PageContext;
  query: ReadCaseload;
  data: CaseloadPageModel;
  mayDownload: boolean;
  /** the local calendar day */
  today: string;
}

const VIEW_WORDS: Record<CaseloadView, string> = {
  everyone: 'Everyone', mine: 'You are key worker', review: 'Review overdue', quiet: 'No contact in the agreed time', waiting: 'Waiting for a key worker',
};
const VIEW_ORDER: readonly CaseloadView[] = ['everyone', 'mine', 'review', 'quiet', 'waiting'];
const SORT_WORDS: Record<CaseloadSort, string> = { priority: 'whoever is due first', name: 'name', review: 'plan review', contact: 'when contact is due' };

type Wish = Partial<Pick<ReadCaseload, 'view' | 'sort' | 'search' | 'page' | 'keyWorker' | 'team' | 'lacking' | 'staleSuggestion' | 'reviewDue'>>;

/** The address of a caseload: what is usual is left out, so that the plain address is the usual list. */
function hrefOf(path: string, query: ReadCaseload, wish: Wish): string {
  const { view, sort, search, page, keyWorker: worker, team, lacking, staleSuggestion, reviewDue } = { ...query, page: null, ...wish };
  const parameters = new URLSearchParams();
  if (view && view !== 'everyone') parameters.set('view', view);
  if (worker) parameters.set('keyWorker', worker);
  if (team) parameters.set('team', team);
  if (lacking) parameters.set('lacking', 'yes');
  if (staleSuggestion) parameters.set('staleSuggestion', 'yes');
  if (reviewDue) parameters.set('reviewDue', reviewDue);
  if (search) parameters.set('search', search);
  if (sort !== 'priority') parameters.set('sort', sort);
  if (page && page > 1) parameters.set('page', String(page));
  return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
}

const UNREAD_WORDS: Record<string, string> = { view: 'view', sort: 'order', search: 'search', limit: 'number of rows', page: 'page', cursor: 'page', keyWorker: 'key worker', team: 'team', lacking: 'filter', staleSuggestion: 'filter', reviewDue: 'filter' };
const REVIEW_DUE_WORDS: Record<ReviewDue, string> = { week: 'whose review is due in the next 7 days', month: 'whose review is due in 8 to 28 days', paused: 'whose review could not be held, and somebody comes back to it' };

/** To whom the list is narrowed, and the way back to everybody. */
function OnlyThese({ query, data: { only } }: Pick<CaseloadPageProps, 'query' | 'data'>): Html | null {
  if (!query.keyWorker && !query.team && !query.lacking && !query.staleSuggestion && !query.reviewDue) return null;
  const parts = [
    query.keyWorker ? `whose key worker is ${only.keyWorker ?? 'somebody who is not here'}` : null, query.team ? `of the team ${only.team ?? 'that is not here'}` : null,
    query.lacking ? 'who need a new key worker' : null, query.staleSuggestion ? 'for whose plan a suggestion waits too long' : null, query.reviewDue ? REVIEW_DUE_WORDS[query.reviewDue] : null,
  ].filter(Boolean).join(', ');
  return <p class="os-result">Only people {parts}. <a class="nhsuk-link" href={hrefOf('/caseload', query, { keyWorker: null, team: null, lacking: false, staleSuggestion: false, reviewDue: null })}>Show everybody</a></p>;
}

/** Numbers of the pages to link to: the first, the last and those round the one that is shown. */
function numbersOf(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((one, index) => (index > 0 && one - (numbers[index - 1] ?? one) > 1 ? [null, one] : [one]));
}

function Pages({ query, data: { page, pages } }: Pick<CaseloadPageProps, 'query' | 'data'>): Html | null {
  if (pages < 2) return null;
  const href = (to: number): string => hrefOf('/caseload', query, { page: to });
  return (
    <Pagination landmarkLabel="Caseload pages" items={numbersOf(page, pages).map((one) => (one === null ? { ellipsis: true, href: '' } : { number: String(one), href: href(one), current: one === page }))}
      previous={page > 1 ? { href: href(page - 1) } : undefined} next={page < pages ? { href: href(page + 1) } : undefined} />
  );
}

function Nobody({ query, data }: Pick<CaseloadPageProps, 'query' | 'data'>): Html {
  if (query.search) {
    return (
      <EmptyState title="No one matches">
        <p>Check the spelling, or try fewer letters. <a class="nhsuk-link" href={hrefOf('/caseload', query, { search: null })}>Show the list without the filter</a>.</p>
      </EmptyState>
    );
  }
  if (data.counts.everyone > 0) {
    return <EmptyState title="There is no one in this view"><p><a class="nhsuk-link" href="/caseload">Show everyone</a>.</p></EmptyState>;
  }
  return (
    <EmptyState title="No one is assigned to you yet">
      <p>People appear here when a case is open and you or your team are part of their circle. <a class="nhsuk-link" href="/people">Find a person</a>, or ask your team lead.</p>
    </EmptyState>
  );
}

/** The people with an open case whom the reader may see. */
export function CaseloadPage({ ctx, query, data, mayDownload, today }: CaseloadPageProps): Html {
  const view = query.view ?? 'everyone';
  const { rows, total, counts, page, pages } = data;
  const first = (page - 1) * query.limit + 1;
  const unread = unreadWords(query, UNREAD_WORDS);
  const title = `Caseload${view === 'everyone' ? '' : `: ${VIEW_WORDS[view].toLowerCase()}`}${pages > 1 ? ` (page ${page} of ${pages})` : ''}`;
  return (
    <Page ctx={ctx} title={title} wide skipTo={total > 0 ? { href: '#list', text: 'Skip to list of people' } : undefined}>
      <h1 class="nhsuk-heading-l">Caseload</h1>
      {unread ? <p class="os-result">{unread}</p> : null}
      <OnlyThese query={query} data={data} />
      <FilterBar action="/caseload" label="Caseload" keep={{ keyWorker: query.keyWorker ?? undefined, team: query.team ?? undefined, lacking: query.lacking ? 'yes' : undefined, staleSuggestion: query.staleSuggestion ? 'yes' : undefined, reviewDue: query.reviewDue ?? undefined, view: view === 'everyone' ? undefined : view, sort: query.sort === 'priority' ? undefined : query.sort }}
        clearHref={query.search ? hrefOf('/caseload', query, { search: null }) : undefined}>
        <Input id="filter" name="search" type="search" label="Name, date of birth or number" value={query.search ?? ''} classes="nhsuk-input--width-20" autocomplete="off" spellcheck={false} />
      </FilterBar>
      <SubNav label="Caseload views" items={VIEW_ORDER.map((one) => ({ href: hrefOf('/caseload', query, { view: one }), text: VIEW_WORDS[one], count: counts[one], most: MOST_COUNTED, current: one === view }))} />
      {total === 0 ? <Nobody query={query} data={data} /> : (
        <>
          <p class="os-result" role="status">Showing {first} to {first + rows.length - 1} of {total > MOST_COUNTED ? `more than ${MOST_COUNTED} people` : plural(total, 'person', 'people')}, by {SORT_WORDS[query.sort]}</p>
          <div id="list" tabindex={-1}>
            <CaseloadTable caption={`${VIEW_WORDS[view]}, by ${SORT_WORDS[query.sort]}`} rows={rows} today={today} sort={query.sort} sortHref={(sort) => hrefOf('/caseload', query, { sort })} />
          </div>
          <Pages query={query} data={data} />
          {total > MOST_COUNTED && page === pages ? <p>There are more people than these. Choose a view, or filter by name, to see the others.</p> : null}
          <div class="os-actions os-noprint">
            {query.sort === 'priority' ? null : <a class="nhsuk-link" href={hrefOf('/caseload', query, { sort: 'priority' })}>Order by whoever is due first</a>}
            {mayDownload ? <Button href={hrefOf('/caseload.csv', query, {})} text="Download this list (CSV)" variant="secondary" small /> : null}
            <PrintButton />
          </div>
        </>
      )}
    </Page>
  );
}

const row: CaseloadRow = {
  personId: '0190aaaa-0000-7000-8000-000000000001', caseId: '0190aaaa-0000-7000-8000-0000000000e1', name: 'Margery Plumtree-Oduya', given: 'Margery', family: 'Plumtree-Oduya', preferred: 'Madge',
  birthDate: '1944-05-03', nhsNumber: '9434765919', ownReference: null, nhsNumberState: 'valid', keyWorker: 'Jo Whitcombe', keyWorkerId: '0190aaaa-0000-7000-8000-0000000000b1',
  lastConversationAt: new Date('2026-11-01T10:00:00Z'), contactDueOn: '2026-11-29', nextReviewOn: '2026-11-14', alerts: 2, mark: ['2026-11-14', 'Plumtree-Oduya'],
};
const bare: CaseloadRow = {
  ...row, personId: '0190aaaa-0000-7000-8000-000000000002', preferred: null, birthDate: null, nhsNumber: null, keyWorker: null, keyWorkerId: null, lastConversationAt: null,
  contactDueOn: '2026-12-30', nextReviewOn: null, alerts: 0,
};
const query: ReadCaseload = { sort: 'priority', limit: 50 };
const counts = Object.fromEntries(CASELOAD_VIEWS.map((view) => [view, 160])) as Record<CaseloadView, number>;
const none = Object.fromEntries(CASELOAD_VIEWS.map((view) => [view, 0])) as Record<CaseloadView, number>;
const empty: CaseloadPageModel = { rows: [], counts: none, total: 0, page: 1, pages: 1, only: { keyWorker: null, team: null } };

export const states: PageStates = {
  full: () => <CaseloadPage ctx={keyWorker} query={{ ...query, view: 'review', sort: 'name', search: 'plum', page: 2 }} data={{ rows: [row, bare], counts, total: 160, page: 2, pages: 4, only: empty.only }} mayDownload={true} today={TODAY} />,
  bare: () => <CaseloadPage ctx={keyWorker} query={query} data={{ rows: [bare], counts: { ...none, everyone: 1 }, total: 1, page: 1, pages: 1, only: empty.only }} mayDownload={false} today={TODAY} />,
  many: () => <CaseloadPage ctx={keyWorker} query={{ ...query, page: 10 }} data={{ rows: [row], counts: { ...counts, everyone: MOST_COUNTED + 1 }, total: MOST_COUNTED + 1, page: 10, pages: 10, only: empty.only }} mayDownload={true} today={TODAY} />,
  empty: () => <CaseloadPage ctx={keyWorker} query={query} data={empty} mayDownload={true} today={TODAY} />,
  nobody: () => <CaseloadPage ctx={keyWorker} query={{ ...query, view: 'quiet' }} data={{ ...empty, counts: { ...none, everyone: 3 } }} mayDownload={true} today={TODAY} />,
  narrowed: () => <CaseloadPage ctx={keyWorker} query={{ ...query, keyWorker: row.keyWorkerId, team: row.caseId, lacking: true, staleSuggestion: true, reviewDue: 'week' }} data={{ ...empty, rows: [row], total: 1, counts: { ...none, everyone: 1 }, only: { keyWorker: 'Jo Whitcombe', team: null } }} mayDownload={true} today={TODAY} />,
  filtered: () => <CaseloadPage ctx={keyWorker} query={{ ...query, search: 'nobody' }} data={empty} mayDownload={true} today={TODAY} />,
};
