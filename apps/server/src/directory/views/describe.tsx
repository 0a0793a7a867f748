import { NEED_DOMAIN_WORDS, NEED_DOMAINS } from '@app/directory';
import { Button, Checkboxes, Csrf, errorFor, Input, Page, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { keyWorker } from '../../person/views/sample';
import type { KeptService } from '../keeping.desk';
import { bareService, warmHomes } from './sample';

interface DescribePageProps extends KeptService {
  ctx: PageContext;
  form: FormState;
}

type Said = 'name' | 'description' | 'eligibility' | 'area' | 'accessibility' | 'referralRoutes' | 'capacity' | 'wait' | 'cost' | 'phone' | 'email' | 'url';
const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Who gets its referrals; those who were named before and are not on the list stay named. */
function Intake({ form, service, receivers }: DescribePageProps): Html {
  const named = service?.intake ?? [];
  return (
    <>
      {named.filter((id) => !receivers.some((one) => one.id === id)).map((id) => <input type="hidden" name="intake" value={id} />)}
      {receivers.length > 0
        ? <Checkboxes idPrefix="intake" name="intake" small values={form.list('intake', named)} errorMessage={errorFor(form.errors, 'intake')} hint="Nobody ticked: everybody here who works with people"
          fieldset={{ legend: { text: 'Who receives its referrals?', size: 's' } }} items={receivers.map(({ id, name }) => ({ value: id, text: name }))} />
        : null}
    </>
  );
}

/** What an organisation says of one of its services. Two things are asked; the rest helps others to choose. */
export function DescribePage(props: DescribePageProps): Html {
  const { ctx, form, service } = props;
  const at = service ? `/services/${service.id}` : '/services/ours';
  const said = (name: Said): { id: Said; name: Said; value: string; errorMessage: string | undefined } => ({ id: name, name, value: form.text(name, service?.[name] ?? ''), errorMessage: errorFor(form.errors, name) });
  return (
    <Page ctx={ctx} title={service ? `Change ${service.name}` : 'Add a service'} errors={form.errors} back={{ href: at, text: service ? `Back to ${service.name}` : 'Back to our services' }}>
      <h1 class="nhsuk-heading-l">{service ? `Change ${service.name}` : 'Add a service'}</h1>
      {form.current === undefined ? null : <WarningCallout heading="A colleague changed this meanwhile" headingLevel={2} text="What you typed is kept below and is not saved yet. Save it to replace theirs, or go back to leave theirs." />}
      <form method="post" action={service ? `${at}/change` : '/services/new'} novalidate>
        <Csrf ctx={ctx} />
        {service ? <input type="hidden" name="_version" value={form.versionOf(service.rowVersion)} /> : null}
        <Input {...said('name')} label="Name" />
        <Textarea {...said('description')} label="What it does, in plain words" rows="4" />
        <Checkboxes idPrefix="needs" name="needs" small values={form.list('needs', service?.needs ?? [])} errorMessage={errorFor(form.errors, 'needs')} fieldset={{ legend: { text: 'What does it help with?', size: 's' } }}
          items={NEED_DOMAINS.map((need) => ({ value: need, text: startCase(NEED_DOMAIN_WORDS[need]) }))} />
        <Textarea {...said('eligibility')} label="Who is it for? (optional)" rows="2" />
        <Input {...said('area')} label="Area (optional)" hint="Where it works, in words that people use" />
        <Textarea {...said('accessibility')} label="Access (optional)" hint="Steps, hearing loop, languages, whether you come to the home" rows="2" />
        <Input {...said('wait')} label="How long is the wait? (optional)" hint="For example, about 3 weeks. It is shown with today’s date when you change it" />
        <Input {...said('capacity')} label="Room (optional)" hint="For example, 6 homes a month" />
        <Input {...said('cost')} label="Cost (optional)" />
        <Textarea {...said('referralRoutes')} label="How to refer (optional)" rows="2" />
        <Input {...said('phone')} label="Phone (optional)" type="tel" classes="nhsuk-input--width-20" />
        <Input {...said('email')} label="E-mail (optional)" type="email" />
        <Input {...said('url')} label="Web address (optional)" type="url" />
        <Intake {...props} />
        <Button text="Save" type="submit" preventDoubleClick />
      </form>
    </Page>
  );
}

const receivers = [{ id: '0190aaaa-0000-7000-8000-0000000000e8', name: 'The team Home visits' }, { id: '0190aaaa-0000-7000-8000-0000000000e9', name: 'Bev Hartley, Adviser' }];
const stale = FormState.again({ status: 409, message: 'Someone changed this while you were writing', faults: [], values: { name: 'Warm home', description: 'Damp and draughts' }, current: warmHomes });

export const states: PageStates = {
  full: () => <DescribePage ctx={keyWorker} form={FormState.empty} service={{ ...warmHomes, intake: [receivers[1]?.id ?? '', '0190aaaa-0000-7000-8000-0000000000f7'] }} receivers={receivers} />,
  bare: () => <DescribePage ctx={keyWorker} form={FormState.empty} service={bareService} receivers={[]} />,
  empty: () => <DescribePage ctx={keyWorker} form={FormState.empty} service={null} receivers={receivers} />,
  errors: () => <DescribePage ctx={keyWorker} form={refused({ name: '', area: 'Weirside' }, missing('name', 'Enter the name'))} service={null} receivers={receivers} />,
  clash: () => <DescribePage ctx={keyWorker} form={stale} service={warmHomes} receivers={receivers} />,
};
