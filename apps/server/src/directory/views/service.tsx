import { needsInWords, type ServiceRow } from '@app/directory';
import { formatDate, InsetText, Page, Phone, SummaryList, summaryRow, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker, TODAY } from '../../person/views/sample';
import { bareService, pausedService, warmHomes } from './sample';
import { noReferralsWords, ServiceTags, verifiedWords } from './words';

interface ServicePageProps {
  ctx: PageContext;
  service: ServiceRow;
  /** the local calendar day */
  today: string;
}

const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
/** Only what is an address of the web becomes a link. */
const webLink = (url: string): Html | string => (/^https?:\/\//i.test(url) ? <a class="nhsuk-link" href={url} rel="noreferrer">{url}</a> : url);

export function ServiceFacts({ service, today }: { service: ServiceRow; today: string }): Html {
  const wait = service.wait && service.waitAsOf ? `${startCase(service.wait)}, as it was on ${formatDate(service.waitAsOf)}` : null;
  return (
    <SummaryList rows={[
      summaryRow('Helps with', needsInWords(service.needs) && startCase(needsInWords(service.needs)), 'Not said'),
      summaryRow('Who it is for', service.eligibility, 'Not said. Ask them'),
      summaryRow('Area', service.area, 'Not said'),
      summaryRow('Access', service.accessibility, 'Not said. Ask them'),
      summaryRow('Wait', wait, 'Not known. Ask them'),
      summaryRow('Room', service.capacity, 'Not said'),
      summaryRow('Cost', service.cost, 'Not said. Ask them'),
      summaryRow('How to refer', service.referralRoutes, 'Not said'),
      summaryRow('Phone', service.phone ? <Phone value={service.phone} /> : null, 'No phone number'),
      summaryRow('E-mail', service.email, 'No e-mail address'),
      summaryRow('Web', service.url ? webLink(service.url) : null, 'No web address'),
      summaryRow('Checked', verifiedWords(service, today), 'Nobody has said that this is right'),
    ]} />
  );
}

/** One service: what it does, for whom, how long the wait is, how to ask for it. */
export function ServicePage({ ctx, service, today }: ServicePageProps): Html {
  const no = noReferralsWords(service);
  return (
    <Page ctx={ctx} title={service.name} back={{ href: '/services', text: 'All services' }}>
      <h1 class="nhsuk-heading-l nhsuk-u-margin-bottom-2">{service.name}</h1>
      <p class="nhsuk-body-l nhsuk-u-margin-bottom-2">{service.organisation}</p>
      <p><ServiceTags service={service} today={today} /></p>
      {service.description.split('\n').map((line) => <p>{line}</p>)}
      {no ? <InsetText html={<p>{no}.</p>} /> : <InsetText html={<p>To refer somebody, <a class="nhsuk-link" href="/people">find the person</a> first.</p>} />}
      <ServiceFacts service={service} today={today} />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <ServicePage ctx={keyWorker} service={warmHomes} today={TODAY} />,
  bare: () => <ServicePage ctx={keyWorker} service={bareService} today={TODAY} />,
  paused: () => <ServicePage ctx={keyWorker} service={pausedService} today={TODAY} />,
};
