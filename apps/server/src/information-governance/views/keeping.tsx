import { Section, type Html } from '@app/web-kit';
import type { GovernanceModel } from '../governance.desk';

/** What has come to its end, and what is held back. */
export const Keeping = ({ keeping: { due, toApprove, holds } }: Pick<GovernanceModel, 'keeping'>): Html => (
  <Section id="keeping" title="How long it is kept">
    <ul class="nhsuk-list">
      <li><a class="nhsuk-link" href="/information-governance/retention">What has come to its end</a>: {due === 0 ? 'nothing to decide' : `${due} to decide`}{toApprove === 0 ? null : `, ${toApprove} for you to approve or stop`}</li>
      <li><a class="nhsuk-link" href="/information-governance/holds">What is held back</a>: {holds === 0 ? 'nothing to look at again' : `${holds} to look at again`}</li>
      <li><a class="nhsuk-link" href="/information-governance/retention/periods">How long you keep what</a></li>
    </ul>
  </Section>
);
