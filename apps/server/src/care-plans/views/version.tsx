import type { CarePlan } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { InsetText, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { PaperLinks } from './paper-links';
import { PlanParts } from './plan-content';
import { fullPlan } from './sample';
import { ViewOfPerson } from './view-of-person';
import { notInForceWords, versionWords } from './words';

interface VersionPageProps {
  ctx: PageContext;
  identity: Identity;
  plan: CarePlan;
  today: string;
}

/** One version as it was: it never changes. */
export function VersionPage({ ctx, identity, plan, today }: VersionPageProps): Html {
  const name = identity.person.preferred ?? identity.person.given;
  const { version } = plan;
  const instead = version && notInForceWords(version);
  const title = version ? versionWords(version) : 'A version';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={`${title} of the plan`} today={today} back={{ href: `/people/${identity.person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">{title} of the plan</h1>
      {instead ? <InsetText text={[instead, version?.state === 'draft' ? 'Only your organisation sees it.' : null].filter(Boolean).join(' ')} /> : null}
      <PlanParts plan={plan} name={name} today={today} toThePerson />
      <ViewOfPerson plan={plan} name={name} />
      {version ? <PaperLinks at={`/people/${identity.person.personId}/plan/versions/${version.id}/pdf`} /> : null}
    </PersonShell>
  );
}

const superseded = fullPlan.version && Object.assign(Object.create(Object.getPrototypeOf(fullPlan.version) as object) as typeof fullPlan.version, fullPlan.version, { state: 'superseded' as const, supersededAt: new Date('2026-12-08T10:00:00Z') });

export const states: PageStates = {
  full: () => <VersionPage ctx={keyWorker} identity={sampleIdentity} plan={{ ...fullPlan, version: superseded }} today={TODAY} />,
  bare: () => <VersionPage ctx={keyWorker} identity={sampleIdentity} plan={{ ...fullPlan, content: { statements: [], needs: [], goals: [], otherActions: [] } }} today={TODAY} />,
};
