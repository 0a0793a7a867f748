import type { CarePlan } from '@app/care-plans';
import type { Correction } from '@app/corrections';
import type { Identity } from '@app/overviews';
import { fullName, type AboutMe } from '@app/persons';
import { EmptyState, formatDate, Hidden, PrintButton, readerOf, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { besideItem } from '../../corrections/views/said-wrong';
import { isBare, PlanParts } from './plan-content';
import { aboutMe, bareModel, disputes, fullPlan } from './sample';
import { ViewOfPerson } from './view-of-person';
import { versionWords } from './words';

interface PrintPlanPageProps {
  ctx: PageContext;
  identity: Identity;
  plan: CarePlan;
  aboutMe: readonly AboutMe[];
  corrections: readonly Correction[];
  today: string;
  /** in large print */
  large: boolean;
}

/** The plan for paper: what the reader may see and no more, without marks for staff, stamped with who printed it. */
export function PrintPlanPage({ ctx, identity, plan, aboutMe, corrections, today, large }: PrintPlanPageProps): Html {
  const { version } = plan;
  const at = `/people/${identity.person.personId}/plan/print`;
  const name = identity.person.preferred ?? identity.person.given;
  const by = readerOf(ctx);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Care plan to print" today={today} back={{ href: `/people/${identity.person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(identity.person)}: </Hidden>Care plan</h1>
      {version ? <p>{versionWords(version)}, published on {formatDate(version.publishedAt ?? version.createdAt)}.{version.nextReviewOn ? ` We look at it again on ${formatDate(version.nextReviewOn)}.` : null}</p> : null}
      <PrintButton />
      <p class="os-noprint">{large ? <span class="os-large">Printed, the letters are large. <a class="nhsuk-link" href={at}>Print them as usual</a></span> : <a class="nhsuk-link" href={`${at}?size=large`}>Print it in large letters</a>}</p>
      {isBare(plan) ? <EmptyState title="There is no plan that you can see"><p>Ask the key worker.</p></EmptyState> : <PlanParts plan={plan} aboutMe={aboutMe} name={name} today={today} beside={besideItem(corrections, name)} toThePerson />}
      <ViewOfPerson plan={plan} name={name} />
      <p class="os-printed">Printed on {formatDate(today)} by {by}. Medicines and allergies are not held here.</p>
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <PrintPlanPage ctx={keyWorker} identity={sampleIdentity} plan={fullPlan} aboutMe={aboutMe} corrections={disputes} today={TODAY} large={false} />,
  large: () => <PrintPlanPage ctx={keyWorker} identity={sampleIdentity} plan={fullPlan} aboutMe={aboutMe} corrections={disputes} today={TODAY} large />,
  empty: () => <PrintPlanPage ctx={keyWorker} identity={bareIdentity} plan={bareModel.plan} aboutMe={[]} corrections={[]} today={TODAY} large={false} />,
};
