import { LOOKS, type LoggedPerson } from '@app/overviews';
import { formatDate, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { AccessLogModel } from '../access-log.desk';
import { LogTable } from './log-table';
import { lead, log } from './sample';

interface AccessLogPageProps extends AccessLogModel {
  ctx: PageContext;
  person: LoggedPerson;
}

/** Who looked at one person's record, for the information-governance lead: a name and a birth date, and nothing of the record. */
export function AccessLogPage({ ctx, person, personId, items, next, counts, shown }: AccessLogPageProps): Html {
  return (
    <Page ctx={ctx} title={`Who looked – ${person.name}`} wide back={{ href: '/who-looked', text: 'Back to who looked' }}>
      <h1 class="nhsuk-heading-l">Who looked: {person.name}</h1>
      <p>{person.birthDate ? `Born ${formatDate(person.birthDate)}` : 'No date of birth recorded'}. Reading this page is written down too.</p>
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${personId}/who-has-what`}>Which organisation has what</a></p>
      <p class="os-noprint"><a class="nhsuk-link" href={`/information-governance/people/${personId}/subject-access`}>They ask for a copy of what is held</a></p>
      <p class="os-noprint"><a class="nhsuk-link" href={`/information-governance/people/${personId}/holds`}>Hold back what you hold about them</a></p>
      <LogTable at={`/people/${personId}/access-log`} items={items} next={next} counts={counts} shown={shown} looks={LOOKS} withNames holdAt={`/people/${personId}/access-log/hold`} />
    </Page>
  );
}

const person: LoggedPerson = { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03' };
const full = { personId: person.personId, items: log, next: 'cursor', counts: { opened: 210, listed: 1440, refused: 1 }, shown: null };

export const states: PageStates = {
  full: () => <AccessLogPage ctx={lead} person={person} {...full} />,
  bare: () => <AccessLogPage ctx={lead} person={{ ...person, birthDate: null }} {...full} items={log.slice(0, 1)} next={null} shown="opened" />,
  empty: () => <AccessLogPage ctx={lead} person={person} {...full} items={[]} next={null} counts={{ opened: 0, listed: 0, refused: 0 }} shown="refused" />,
};
