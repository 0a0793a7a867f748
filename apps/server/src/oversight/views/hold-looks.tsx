import type { AccessLogEntry, LoggedPerson } from '@app/overviews';
import { Button, Csrf, DateInput, errorFor, formatDateTime, Page, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead, log } from '../../access-log/views/sample';
import { didWhat } from '../../access-log/views/words';
import { FormState } from '../../http';
import { known } from './sample';

interface HoldLooksPageProps {
  ctx: PageContext;
  form: FormState;
  person: LoggedPerson;
  entry: AccessLogEntry;
}

/** Somebody may read the person's page over their shoulder: whose visits are not to stand there, and until when. */
export function HoldLooksPage({ ctx, form, person, entry: { seq, at, who, organisation, ...entry } }: HoldLooksPageProps): Html {
  const log = `/people/${person.personId}/access-log`;
  const one = who ?? 'The service itself';
  return (
    <Page ctx={ctx} title={`Hold back – ${person.name}`} errors={form.errors} back={{ href: log, text: 'Back to who looked' }}>
      <h1 class="nhsuk-heading-l">Hold back from the page of {person.name}</h1>
      <p>{formatDateTime(at)}: {one}, {organisation ?? 'the service itself'}. {didWhat({ ...entry, seq, at, who, organisation })}.</p>
      <p>For safety only: when somebody may read this page over their shoulder, or makes them open it. Nothing is deleted, and nobody can see on the page that something is held back. Leads go on seeing everything.</p>
      <form class="os-quick" method="post" action={`${log}/hold`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="entry" value={seq} />
        <Radios idPrefix="whose" name="whose" small value={form.text('whose')} errorMessage={errorFor(form.errors, 'whose')} fieldset={{ legend: { text: 'Whose visits?', size: 's' } }}
          items={[{ value: 'colleague', text: `Those of ${one}, before and from now on` }, { value: 'organisation', text: `All of ${organisation ?? 'their organisation'}` }]} />
        <Textarea id="because" name="because" label={{ text: 'Why would it not be safe?', size: 's' }} hint="Leads of your organisation read this. The person does not" rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} hint="Within three months. Nothing is shown by itself on that day: you decide" fieldset={{ legend: { text: 'When do you look at it again?', size: 's' } }} />
        <Button text="Hold back" type="submit" />
      </form>
    </Page>
  );
}

const [entry] = log as [AccessLogEntry];
const refused = FormState.again({
  status: 422, message: '', values: { entry: '12', because: '', 'reviewOn': { day: '1', month: '1', year: '2020' } },
  faults: [{ pointer: '/whose', code: 'required', message: 'Choose whose visits' }, { pointer: '/because', code: 'required', message: 'Enter why it would not be safe' }, { pointer: '/reviewOn', code: 'date.past', message: 'Choose a day after today' }],
});

export const states: PageStates = {
  full: () => <HoldLooksPage ctx={lead} form={FormState.empty} person={known} entry={entry} />,
  bare: () => <HoldLooksPage ctx={lead} form={FormState.empty} person={{ ...known, birthDate: null }} entry={{ ...entry, who: null, role: null }} />,
  errors: () => <HoldLooksPage ctx={lead} form={refused} person={known} entry={entry} />,
};
