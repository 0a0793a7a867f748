import { currentContext } from '@app/kernel';
import { isHealthOrSocialCare, type Sector } from '@app/organisations';

/** Whether the caller's organisation may be shown, look for and write an NHS number: health and social care only (safety.md §4). */
export function mayKnowNhsNumbers(): boolean {
  const { sector } = currentContext().actor;
  return sector !== null && isHealthOrSocialCare(sector as Sector);
}
