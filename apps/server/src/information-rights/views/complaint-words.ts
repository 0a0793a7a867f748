import type { Complaint, ComplaintOutcome, MyComplaint } from '@app/information-rights';
import { formatDate } from '@app/web-kit';

export const FOUND_WORDS: Record<ComplaintOutcome, string> = { upheld: 'They are right', partly_upheld: 'They are right in part', not_upheld: 'We found nothing wrong' };

type Standing = Pick<Complaint & MyComplaint, 'state' | 'acknowledgeBy' | 'acknowledgedOn' | 'answeredOn'>;
export const isUnacknowledged = ({ state, acknowledgeBy }: Standing, today: string): boolean => state === 'made' && acknowledgeBy < today;

export function complaintStands({ state, acknowledgeBy, acknowledgedOn, answeredOn }: Standing): string {
  if (answeredOn) return `Answered on ${formatDate(answeredOn)}`;
  return state === 'acknowledged' && acknowledgedOn ? `Acknowledged on ${formatDate(acknowledgedOn)}, to be answered without delay` : `To be acknowledged by ${formatDate(acknowledgeBy)}`;
}
