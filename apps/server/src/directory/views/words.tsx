import { isUnverified, type ServiceRow } from '@app/directory';
import { formatDate, plural, Tag, type Html } from '@app/web-kit';

/** What to know of a service before one relies on it: paused, not on OneStory, nobody has said lately that it is right. */
export function ServiceTags({ service, today }: { service: ServiceRow; today: string }): Html {
  return (
    <>
      {service.state === 'paused' ? <><Tag text="Paused" colour="orange" />{' '}</> : null}
      {service.state === 'delisted' ? <><Tag text="No longer listed" colour="grey" />{' '}</> : null}
      {service.state === 'draft' ? <><Tag text="Draft" colour="grey" />{' '}</> : null}
      {isUnverified(service.verifiedOn, today) ? <Tag text="Unverified" colour="yellow" /> : null}
    </>
  );
}

const MONTH = 30.44 * 86_400_000;

/** On which day somebody last said that the entry is right, and how long ago where that is long. */
export function verifiedWords({ verifiedOn }: Pick<ServiceRow, 'verifiedOn'>, today: string): string {
  if (verifiedOn === null) return 'Nobody has said that this is right';
  const months = Math.floor((Date.parse(today) - Date.parse(verifiedOn)) / MONTH);
  return `Said to be right on ${formatDate(verifiedOn)}${isUnverified(verifiedOn, today) ? `, ${plural(months, 'month')} ago. Ask them before you rely on it` : ''}`;
}

/** Why nobody can be referred there through OneStory; null where one can. */
export function noReferralsWords(service: ServiceRow): string | null {
  if (service.takesReferrals) return null;
  if (service.state === 'paused') return service.stateReason ? `Takes no referrals for now: ${service.stateReason}` : 'Takes no referrals for now';
  if (service.state !== 'listed') return 'Is not listed, so nobody can be referred to it';
  return `${service.organisation} does not work with OneStory, so nobody can be referred to it here. Use the phone or the address below`;
}
