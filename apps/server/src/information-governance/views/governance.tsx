import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { fresh, NOW, reviewed, stopped, waiting } from '../../emergency/views/sample';
import type { GovernanceModel } from '../governance.desk';
import { Agreements } from './agreements';
import { Emergencies } from './emergencies';
import { made, overdue } from '../../information-rights/views/complaint-sample';
import { correction, late, objection, part } from '../../information-rights/views/sample';
import { late as lateIncident, open as openIncident } from '../../oversight/views/incident-sample';
import { OpenIncidents } from './incidents';
import { Keeping } from './keeping';
import { Looks } from './looks';
import { Rights } from './rights';

interface GovernancePageProps extends GovernanceModel {
  ctx: PageContext;
  now: Date;
  today: string;
}

/** What waits for those who look after access. */
export function GovernancePage(props: GovernancePageProps): Html {
  return (
    <Page ctx={props.ctx} title="To review" wide>
      <h1 class="nhsuk-heading-l">To review</h1>
      <Emergencies {...props} />
      <OpenIncidents {...props} />
      <Rights {...props} />
      <Keeping keeping={props.keeping} />
      <Looks looks={props.looks} />
      <Agreements agreements={props.agreements} today={props.today} />
    </Page>
  );
}

const ctx: PageContext = { ...lead, path: '/information-governance', nav: 'governance' };

const TODAY = '2026-12-09';
const none = { access: [], complaints: [], corrections: [], objections: [] };
const agreements: GovernanceModel['agreements'] = [
  { id: 'a', name: 'Saltmarsh Advice', signedOn: null, expiresOn: '2026-12-01' }, { id: 'b', name: 'Talk Again', signedOn: '2025-12-20', expiresOn: '2026-12-20' },
];

export const states: PageStates = {
  full: () => <GovernancePage ctx={ctx} now={NOW} emergency={{ toReview: [stopped, waiting, fresh], reviewed: [reviewed], everybody: true }} agreements={agreements} incidents={[lateIncident, openIncident]} looks={{ unusual: 2, due: 1, known: 3, restricted: 1, merges: 1, keptOut: { count: 2, last: NOW } }} keeping={{ due: 4, toApprove: 1, holds: 2 }} rights={{ access: [late, part], complaints: [overdue, made], corrections: [correction], objections: [objection, { ...objection, dueOn: '2026-12-01' }] }} today={TODAY} />,
  bare: () => <GovernancePage ctx={ctx} now={NOW} emergency={{ toReview: [fresh], reviewed: [], everybody: false }} agreements={[]} incidents={[]} looks={{ unusual: 0, due: 0, known: 0, restricted: 0, merges: 0, keptOut: { count: 0, last: null } }} keeping={{ due: 0, toApprove: 0, holds: 0 }} rights={none} today={TODAY} />,
  empty: () => <GovernancePage ctx={ctx} now={NOW} emergency={{ toReview: [], reviewed: [], everybody: false }} agreements={[]} incidents={[]} looks={{ unusual: 0, due: 0, known: 0, restricted: 0, merges: 0, keptOut: { count: 0, last: null } }} keeping={{ due: 0, toApprove: 0, holds: 0 }} rights={none} today={TODAY} />,
};
