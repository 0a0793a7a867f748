import { needsInWords, type ServiceRow } from '@app/directory';
import { Button, Csrf, formatDate, InsetText, Page, Phone, Section, SummaryList, summaryRow, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { keyWorker, TODAY } from '../../person/views/sample';
import { bareService, pausedService, warmHomes } from './sample';
import { noReferralsWords, ServiceTags, verifiedWords } from './words';

interface ServicePageProps {
  ctx: PageContext;
  service: ServiceRow;
  /** does the reader's organisation keep this entry, and the reader for it? */
  keeps: boolean;
  form: FormState;
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

/** For whoever keeps the entry: say that it is right, change it, stop it. */
function Keep({ ctx, service, form, today }: ServicePageProps): Html {
  const at = `/services/${service.id}`;
  return (
    <Section id="keep" title="You keep this entry">
      {form.isFilled || form.errors.length > 0 ? <WarningCallout heading="Nothing was changed" headingLevel={2} text={form.errors[0]?.text ?? 'A colleague changed this meanwhile. Read it as it stands now'} /> : null}
      <p>{verifiedWords(service, today)}.</p>
      <form method="post" action={`${at}/confirmation`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={service.rowVersion} />
        <Button text={service.state === 'listed' ? 'All of this is still right' : 'All of this is right: list it'} type="submit" preventDoubleClick />
      </form>
      <p><a class="nhsuk-link" href={`${at}/change`}>Change what it says</a></p>
      {service.state === 'delisted' ? null : <p><a class="nhsuk-link" href={`${at}/stop`}>Take no referrals for now, or no longer offer it</a></p>}
      <p><a class="nhsuk-link" href="/services/ours">All our services</a></p>
    </Section>
  );
}

/** One service: what it does, for whom, how long the wait is, how to ask for it. */
export function ServicePage(props: ServicePageProps): Html {
  const { ctx, service, keeps, form, today } = props;
  const no = noReferralsWords(service);
  return (
    <Page ctx={ctx} title={service.name} errors={form.errors} back={{ href: '/services', text: 'All services' }}>
      <h1 class="nhsuk-heading-l nhsuk-u-margin-bottom-2">{service.name}</h1>
      <p class="nhsuk-body-l nhsuk-u-margin-bottom-2">{service.organisation}</p>
      <p><ServiceTags service={service} today={today} /></p>
      {service.description.split('\n').map((line) => <p>{line}</p>)}
      {no ? <InsetText html={<p>{no}.</p>} /> : <InsetText html={<p>To refer somebody, <a class="nhsuk-link" href="/people">find the person</a> first.</p>} />}
      <ServiceFacts service={service} today={today} />
      {keeps ? <Keep {...props} /> : null}
    </Page>
  );
}

const draw = (service: ServiceRow, more: Partial<ServicePageProps> = {}): Html => <ServicePage ctx={keyWorker} service={service} keeps={false} form={FormState.empty} today={TODAY} {...more} />;
const stale = FormState.again({ status: 409, message: 'Someone changed this while you were writing', faults: [], values: {}, current: warmHomes });

export const states: PageStates = {
  full: () => draw(warmHomes),
  bare: () => draw(bareService),
  paused: () => draw(pausedService),
  ours: () => draw(warmHomes, { keeps: true }),
  draft: () => draw({ ...bareService, state: 'draft' }, { keeps: true }),
  errors: () => draw({ ...pausedService, state: 'delisted' }, { keeps: true, form: stale }),
};
