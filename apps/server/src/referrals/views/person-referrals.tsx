import type { Identity } from '@app/overviews';
import type { SeenReferral } from '@app/referrals';
import { Button, EmptyState, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, closing, identity, keyWorker, TODAY } from '../../person/views/sample';
import { OTHERS, sent } from './sample';
import { AgeWords, StateTag } from './words';

interface PersonReferralsPageProps {
  ctx: PageContext;
  identity: Identity;
  referrals: readonly SeenReferral[];
  today: string;
}

/** Which services were asked to help this person, and what became of it. */
export function PersonReferralsPage({ ctx, identity: about, referrals, today }: PersonReferralsPageProps): Html {
  const at = `/people/${about.person.personId}/referrals/new`;
  return (
    <PersonShell ctx={ctx} identity={about} tab="referrals" title="Referrals" today={today}>
      <h1 class="nhsuk-heading-l">Referrals</h1>
      {referrals.length === 0 ? <EmptyState title={about.windDownUntil ? 'You have asked no service' : 'No service has been asked yet'}><p>{about.windDownUntil ? 'Or by others: their referrals are for those who go on.' : 'Choose a service that could help. They see only what was agreed, until they accept.'}</p></EmptyState> : (
        <ul class="os-list">
          {referrals.map((seen) => (
            <li id={`referral-${seen.referral.id}`}>
              <a class="nhsuk-link" href={`/referrals/${seen.referral.id}`}>{seen.referral.serviceName}, {seen.names.to}</a> <StateTag state={seen.referral.state} />
              <Sub><AgeWords seen={seen} today={today} />, by {seen.referral.senderName}, {seen.names.from}</Sub>
            </li>
          ))}
        </ul>
      )}
      {about.windDownUntil ? null : <div class="os-actions os-noprint"><Button text="Refer to a service" href={at} /></div>}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <PersonReferralsPage ctx={keyWorker} identity={identity} referrals={[sent(), sent({ id: OTHERS[0], state: 'completed', outcome: 'partly' })]} today={TODAY} />,
  bare: () => <PersonReferralsPage ctx={keyWorker} identity={bareIdentity} referrals={[sent({ state: 'declined', declineReason: 'safety' })]} today={TODAY} />,
  closing: () => <PersonReferralsPage ctx={keyWorker} identity={closing} referrals={[]} today={TODAY} />,
  empty: () => <PersonReferralsPage ctx={keyWorker} identity={identity} referrals={[]} today={TODAY} />,
};
