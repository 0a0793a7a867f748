import type { ServiceRow } from '@app/directory';
import { Button, EmptyState, Page, plural, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker, TODAY } from '../../person/views/sample';
import { bareService, pausedService, warmHomes } from './sample';
import { ServiceTags, verifiedWords } from './words';

interface OwnServicesPageProps {
  ctx: PageContext;
  /** the local calendar day */
  today: string;
  services: readonly ServiceRow[];
}

/** What an organisation says of its services: drafts first, then whoever was checked longest ago. */
export function OwnServicesPage({ ctx, today, services }: OwnServicesPageProps): Html {
  return (
    <Page ctx={ctx} title="Our services" back={{ href: '/services', text: 'All services' }}>
      <h1 class="nhsuk-heading-l">Our services</h1>
      {services.length === 0 ? <EmptyState title="You have no service in the directory yet"><p>Add one, and others find it and refer to you.</p></EmptyState> : (
        <>
          <p class="os-result">{plural(services.length, 'service')}. Open one to change it, or to say that it is still right.</p>
          <ul class="os-list">{services.map((service) => (
            <li>
              <a class="nhsuk-link" href={`/services/${service.id}`}>{service.name}</a> <ServiceTags service={service} today={today} />
              <Sub>{verifiedWords(service, today)}</Sub>
            </li>
          ))}</ul>
        </>
      )}
      <Button text="Add a service" href="/services/new" />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <OwnServicesPage ctx={keyWorker} today={TODAY} services={[{ ...bareService, state: 'draft' }, warmHomes, pausedService]} />,
  empty: () => <OwnServicesPage ctx={keyWorker} today={TODAY} services={[]} />,
};
