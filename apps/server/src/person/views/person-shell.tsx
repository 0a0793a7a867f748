import type { Identity } from '@app/overviews';
import { ageOn, fullName } from '@app/persons';
import { IdentityBanner, Page, SubNav, type Child, type FieldError, type Html, type IdentityBannerProps, type PageContext } from '@app/web-kit';
import { openUntilWords } from '../../emergency/views/words';
import { asksForCare, ruleWords } from '../../safe-contact/views/words';
import { forEverybody } from '../on-paper';
import { Closing } from './closing';
import { ALERT_WORDS, NO_NHS_NUMBER_WORDS } from './words';

export type PersonTab = 'overview' | 'plan' | 'reviews' | 'timeline' | 'circle' | 'alerts' | 'referrals' | 'access-log';

export interface PersonShellProps {
  ctx: PageContext;
  identity: Identity;
  /** the page of the sub-navigation that one is on; null on a form of its own */
  tab: PersonTab | null;
  /** what the tab of the browser says before the person's name */
  title: string;
  /** the local calendar day, for the age: `2026-12-09` */
  today: string;
  errors?: readonly FieldError[];
  /** to the list from which one came unless given */
  back?: { href: string; text: string };
  skipTo?: { href: string; text: string };
  /** what matters most to them, for a page that is about it */
  matters?: string | null;
  /** exactly one h1, then the content */
  children: Child;
}

/** The NHS number for health and social care; others see their own reference (screens.md, the identity banner). */
function reference({ person, nhsNumber, showsNhsNumber, ownReference, windDownUntil }: Identity): IdentityBannerProps['reference'] {
  if (!showsNhsNumber) {
    return { label: 'Our reference', value: ownReference.reference, missing: 'None recorded', change: windDownUntil ? undefined : { href: `/people/${person.personId}/reference`, text: ownReference.reference ? 'Change' : 'Record it' } };
  }
  const because = NO_NHS_NUMBER_WORDS[person.nhsNumberAbsentBecause ?? ''];
  const missing = because ? `None recorded: ${because.charAt(0).toLowerCase()}${because.slice(1)}` : 'No NHS number recorded';
  const value = nhsNumber && person.nhsNumberState === 'wrong-check-digit' ? `${nhsNumber}, which is not a real number: check each digit` : nhsNumber;
  return { label: 'NHS number', value, missing };
}

/** The sentence under the name of somebody who can be taken for another. */
export function sameNameWords({ sameAddress, elsewhere }: Identity['sameName']): string | null {
  if (sameAddress) return 'Another person with this name lives here. Check the date of birth';
  return elsewhere ? 'Another person with this name is on your list. Check the date of birth' : null;
}

/** Whose record this is, as every page of a person shows it. */
export const bannerOf = (identity: Identity, today: string, matters: string | null = null): Html => {
  const { person, alerts, safeContact } = identity;
  // Whoever winds down no longer sees these: that is not to say that there are none.
  const missing = identity.windDownUntil ? undefined : null;
  return (
    <IdentityBanner name={fullName(person)} preferredName={person.preferred} birthDate={person.birthDate} birthDateEstimated={person.birthDateEstimated} matters={matters}
      age={ageOn(person.birthDate, today)} deceasedOn={person.deceasedOn} reference={reference(identity)} keyWorker={identity.keyWorker ?? missing} phone={identity.phone ?? missing}
      phoneProtected={identity.contactPoints.some(({ value, protected: few }) => few && value === identity.phone)}
      alerts={alerts.map((alert) => ({ id: alert.id, category: ALERT_WORDS[alert.kind], text: alert.text, whatToDo: alert.whatToDo, onPaper: forEverybody(alert) }))}
      careful={{ words: safeContact.filter(asksForCare).map(ruleWords), href: `/people/${person.personId}/safe-contact` }} neverRing={safeContact.some(({ channel, allowed }) => channel === 'phone' && !allowed)}
      sameName={sameNameWords(identity.sameName)} restricted={person.restricted} emergency={identity.emergency && openUntilWords(identity.emergency)}
      emergencyView={identity.emergency || identity.viewsEmergencies ? `/people/${person.personId}/emergency` : null} live={person.personId} />
  );
};

const TABS: readonly { tab: PersonTab; text: string }[] = [
  { tab: 'overview', text: 'Overview' },
  { tab: 'plan', text: 'Plan' },
  { tab: 'reviews', text: 'Reviews' },
  { tab: 'timeline', text: 'Timeline' },
  { tab: 'circle', text: 'People and services' },
  { tab: 'alerts', text: 'Alerts' },
  { tab: 'referrals', text: 'Referrals' },
  { tab: 'access-log', text: 'Who looked' },
];

/** The pages of one person that the reader may open: who looked is for those who look after access. */
function tabsFor({ ctx, identity, tab }: PersonShellProps): { href: string; text: string; current: boolean }[] {
  const base = `/people/${identity.person.personId}`;
  const looksAfterAccess = ctx.navItems.some((item) => item.key === 'access');
  return TABS.filter((one) => one.tab !== 'access-log' || looksAfterAccess)
    .map((one) => ({ href: one.tab === 'overview' ? base : `${base}/${one.tab}`, text: one.text, current: one.tab === tab }));
}

/** Every page about a person: the identity banner, the way back, the pages of that person, then the content. */
export function PersonShell(props: PersonShellProps): Html {
  const { ctx, identity } = props;
  const name = fullName(identity.person);
  return (
    <Page ctx={ctx} title={`${props.title} – ${name}`} wide back={props.back ?? ctx.list ?? { href: '/caseload', text: 'Back to caseload' }} errors={props.errors}
      beforeMain={bannerOf(identity, props.today, props.matters)} skipTo={props.skipTo}>
      <SubNav label={name} items={tabsFor(props)} />
      <Closing identity={identity} />
      {props.children}
    </Page>
  );
}
