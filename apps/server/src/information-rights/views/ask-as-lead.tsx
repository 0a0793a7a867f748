import type { AskedOfUs } from '@app/information-rights';
import type { LoggedPerson } from '@app/overviews';
import { formatDate, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { FormState } from '../../http';
import { wrong } from './ask-for-copy';
import { AskedBefore, RequestFields } from './request-fields';
import { asked as sample, part, TODAY } from './sample';

interface AskAsLeadPageProps {
  ctx: PageContext;
  form: FormState;
  person: LoggedPerson;
  asked: readonly AskedOfUs[];
  today: string;
}

/** The same written down by an information-governance lead, who reads a name and a birth date. */
export const AskAsLeadPage = ({ ctx, form, person: { personId, name, birthDate }, asked, today }: AskAsLeadPageProps): Html => (
  <Page ctx={ctx} title={`Asks for a copy – ${name}`} errors={form.errors} back={{ href: `/people/${personId}/access-log`, text: `Back to who looked: ${name}` }}>
    <h1 class="nhsuk-heading-l">{name} asks for a copy of what is held</h1>
    <p>{birthDate ? `Born ${formatDate(birthDate)}.` : 'No date of birth recorded.'} Make sure that it is they who ask.</p>
    <AskedBefore asked={asked} today={today} />
    <RequestFields ctx={ctx} form={form} at={`/information-governance/people/${personId}/subject-access`} name={name} today={today} />
  </Page>
);

const person: LoggedPerson = { personId: part.personId, name: part.name, birthDate: part.birthDate };

export const states: PageStates = {
  full: () => <AskAsLeadPage ctx={lead} form={FormState.empty} person={person} asked={sample} today={TODAY} />,
  bare: () => <AskAsLeadPage ctx={lead} form={FormState.empty} person={{ ...person, birthDate: null }} asked={[]} today={TODAY} />,
  errors: () => <AskAsLeadPage ctx={lead} form={wrong} person={person} asked={[]} today={TODAY} />,
};
