import { Id, Limit, OneOf, Text } from '@app/kernel';
import { QUEUE_PARTS, QUEUES, type Queue, type QueuePart } from '@app/referrals';
import { FindServices } from '../directory/directory.commands';

/** Which referrals: those that came to us, or those that we sent. */
export class ReadReferrals {
  @OneOf(QUEUES, { label: 'received or sent' }) queue?: Queue | null;
  /** only those that wait for an answer, or whose answer is late */
  @OneOf(QUEUE_PARTS, { label: 'which of them' }) only?: QueuePart | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}

/** Where one is on the way to a referral: looking for a service, or saying what is asked of it. */
export class ChooseService extends FindServices {
  @Id({ label: 'the need' }) forNeed?: string | null;
  @Id({ label: 'service' }) service?: string | null;
  @Id({ label: 'the referral that was declined' }) redirectedFrom?: string | null;
}
