import { formatDateTime, Section, type Html } from '@app/web-kit';
import type { GovernanceModel } from '../governance.desk';

/** How many looks of one's own colleagues wait to be looked into, and what is to be shown or held again. */
export const Looks = ({ looks: { unusual, due, known, restricted, merges, keptOut } }: Pick<GovernanceModel, 'looks'>): Html => (
  <Section id="looks" title="Who looked">
    <ul class="nhsuk-list">
      <li><a class="nhsuk-link" href="/information-governance/unusual-access">Unusual access</a>: {unusual === 0 ? 'nothing to look into' : `${unusual} to look into`}</li>
      <li><a class="nhsuk-link" href="/who-looked#kept-out">People who were kept out</a>: {keptOut.last ? `${keptOut.count} in the list, the last on ${formatDateTime(keptOut.last)}` : 'nobody tried'}</li>
      <li><a class="nhsuk-link" href="/held-looks">Held back from people’s own page</a>: {due === 0 ? 'nothing to decide today' : `${due} to show or hold again`}</li>
      <li><a class="nhsuk-link" href="/known-people">Colleagues who know somebody outside work</a>: {known === 0 ? 'nobody has said so' : String(known)}</li>
      <li><a class="nhsuk-link" href="/information-governance/restricted">Restricted records</a>: {restricted === 0 ? 'nothing to look at again' : `${restricted} to look at again, or without a colleague who opens them`}</li>
      <li><a class="nhsuk-link" href="/information-governance/merges">The same person twice</a>: {merges === 0 ? 'nothing to decide' : `${merges} to decide`}</li>
    </ul>
  </Section>
);
