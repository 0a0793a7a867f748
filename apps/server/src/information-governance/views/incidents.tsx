import { formatDateTime, Overdue, Section, type Html } from '@app/web-kit';
import { clockWords, HAPPENED, isOver } from '../../oversight/views/incident-words';
import type { GovernanceModel } from '../governance.desk';

/** What went wrong and is not closed: each with what is left of its 72 hours. */
export const OpenIncidents = ({ incidents, now }: Pick<GovernanceModel, 'incidents'> & { now: Date }): Html => (
  <Section id="incidents" title={incidents.length === 0 ? 'Incidents' : `Incidents (${incidents.length})`}>
    {incidents.length === 0 ? <p>None is open. <a class="nhsuk-link" href="/information-governance/incidents">All incidents</a></p> : (
      <>
        <ul class="os-list">
          {incidents.map((one) => (
            <li>
              <a class="nhsuk-link" href={`/information-governance/incidents/${one.id}`}><strong>{HAPPENED[one.kind]}</strong></a>, known since {formatDateTime(one.at)}. {isOver(one, now) ? <Overdue>{clockWords(one, now)}</Overdue> : clockWords(one, now)}
            </li>
          ))}
        </ul>
        <p><a class="nhsuk-link" href="/information-governance/incidents">All incidents</a></p>
      </>
    )}
  </Section>
);
