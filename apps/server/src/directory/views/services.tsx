import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { unreadWords } from '../../http/unread';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { FindServices } from '../directory.commands';
import type { FoundServices } from '../directory.list';
import { bareService, pausedService, warmHomes } from './sample';
import { ServicesFilter, ServicesList } from './services-list';

interface ServicesPageProps {
  ctx: PageContext;
  query: FindServices;
  found: FoundServices;
  /** may the reader keep entries of their organisation? */
  keeps: boolean;
  /** the local calendar day */
  today: string;
}

const UNREAD_WORDS: Record<string, string> = { search: 'search', need: 'kind of help', area: 'area', limit: 'number of rows', cursor: 'page' };

/** What organisations offer, to be found by words with typos, by what it helps with, by area. */
export function ServicesPage({ ctx, query, found, keeps, today }: ServicesPageProps): Html {
  const unread = unreadWords(query, UNREAD_WORDS);
  return (
    <Page ctx={ctx} title="Services" skipTo={found.rows.length > 0 ? { href: '#list', text: 'Skip to list of services' } : undefined}>
      <h1 class="nhsuk-heading-l">Services</h1>
      {unread ? <p class="os-result">{unread}</p> : null}
      {keeps ? <p class="os-noprint"><a class="nhsuk-link" href="/services/ours">Our services: add one, change one, say that it is still right</a></p> : null}
      <ServicesFilter at="/services" query={query} />
      <ServicesList at="/services" query={query} found={found} hrefOf={({ id }) => `/services/${id}`} today={today} />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <ServicesPage ctx={keyWorker} query={{ search: 'damp', need: 'home', area: 'Weirside', limit: 20, cursor: 'c' }} found={{ rows: [warmHomes, pausedService, bareService], next: 'next' }} keeps today={TODAY} />,
  bare: () => <ServicesPage ctx={keyWorker} query={{ limit: 20 }} found={{ rows: [bareService], next: null }} keeps={false} today={TODAY} />,
  empty: () => <ServicesPage ctx={keyWorker} query={{ search: 'zeppelin', limit: 20 }} found={{ rows: [], next: null }} keeps={false} today={TODAY} />,
};
