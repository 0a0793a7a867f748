import { isUnverified, needsInWords, NEED_DOMAIN_WORDS, NEED_DOMAINS, type NeedDomain, type ServiceRow } from '@app/directory';
import { EmptyState, FilterBar, formatDate, Input, plural, Select, Sub, type Html } from '@app/web-kit';
import type { FindServices } from '../directory.commands';
import type { FoundServices } from '../directory.list';
import { noReferralsWords, ServiceTags, verifiedWords } from './words';

const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The address of a search; `at` has no question mark. */
export function servicesHref(at: string, { search, need, area }: Pick<FindServices, 'search' | 'need' | 'area'>, cursor?: string | null, also: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(Object.entries({ search, need, area, cursor, ...also }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return parameters.size > 0 ? `${at}?${parameters.toString()}` : at;
}

interface ServicesListProps {
  /** the page that has the list */
  at: string;
  query: FindServices;
  found: FoundServices;
  /** where a name leads */
  hrefOf: (service: ServiceRow) => string;
  today: string;
  /** what else stands in the address, and stays there */
  also?: Readonly<Record<string, string>> | undefined;
}

/** The fields that narrow the list: words, what it helps with, where. */
export function ServicesFilter({ at, query, also = {} }: Pick<ServicesListProps, 'at' | 'query' | 'also'>): Html {
  const isSet = Boolean(query.search ?? query.need ?? query.area);
  return (
    <FilterBar action={at} label="Services" submit="Find" clearHref={isSet ? servicesHref(at, {}, null, also) : undefined}>
      {Object.entries(also).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <Input id="search" name="search" type="search" label="What are you looking for?" value={query.search ?? ''} classes="nhsuk-input--width-20" autocomplete="off" />
      <Select id="need" name="need" label="What it helps with" value={query.need ?? ''}
        items={[{ value: '', text: 'Anything' }, ...NEED_DOMAINS.map((need: NeedDomain) => ({ value: need, text: startCase(NEED_DOMAIN_WORDS[need]) }))]} />
      <Input id="area" name="area" label="Area" value={query.area ?? ''} classes="nhsuk-input--width-10" />
    </FilterBar>
  );
}

function One({ service, href, today }: { service: ServiceRow; href: string; today: string }): Html {
  const no = noReferralsWords(service);
  return (
    <li>
      <a class="nhsuk-link" href={href}>{service.name}</a> <ServiceTags service={service} today={today} />
      <Sub>{service.organisation}{service.needs.length ? `. Helps with ${needsInWords(service.needs)}` : null}</Sub>
      <p class="nhsuk-u-margin-bottom-1">{service.description.split('\n')[0]?.slice(0, 200)}</p>
      <Sub>{[service.wait && service.waitAsOf ? `Wait ${service.wait} (on ${formatDate(service.waitAsOf)})` : 'Wait not known', service.area, service.accessibility].filter(Boolean).join('. ')}</Sub>
      {isUnverified(service.verifiedOn, today) ? <Sub>{verifiedWords(service, today)}</Sub> : null}
      {no ? <Sub>{no}</Sub> : null}
    </li>
  );
}

/** Services to choose from, with what one needs to choose: the wait and its date, the area, access, and whether anybody says it is right. */
export function ServicesList({ at, query, found: { rows, next }, hrefOf, today, also }: ServicesListProps): Html {
  if (rows.length === 0) {
    return <EmptyState title="No service found"><p>Try fewer or other words, or look for what it helps with. <a class="nhsuk-link" href={servicesHref(at, {}, null, also)}>Show every service</a>.</p></EmptyState>;
  }
  return (
    <>
      <p class="os-result" role="status" id="list" tabindex={-1}>{plural(rows.length, 'service')}{next || query.cursor ? ' on this page' : ' found'}</p>
      <ul class="os-list">{rows.map((service) => <One service={service} href={hrefOf(service)} today={today} />)}</ul>
      <p class="os-actions os-noprint">
        {query.cursor ? <a class="nhsuk-link" href={servicesHref(at, query, null, also)}>First page</a> : null}
        {next ? <a class="nhsuk-link" href={servicesHref(at, query, next, also)} rel="next">Next page</a> : null}
      </p>
    </>
  );
}
