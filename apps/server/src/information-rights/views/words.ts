import type { AccessPart, Pause, Withheld } from '@app/information-rights';
import { formatDate } from '@app/web-kit';

export const WITHHELD_WORDS: Record<Withheld, string> = {
  third_party: 'It is about somebody else, who has not agreed', serious_harm: 'It would do serious harm to somebody’s health', social_work: 'It would harm social work with them or somebody else', legal_privilege: 'It is legal advice',
};
/** The same in the copy, where the words would have stood; `hidden_mark` in the database writes it. */
export const HIDDEN_WORDS: Record<Withheld, string> = { third_party: 'about somebody else', serious_harm: 'serious harm', social_work: 'social work', legal_privilege: 'legal advice' };
export const PAUSE_WORDS: Record<Pause, string> = { identity: 'Proof of who they are', clarification: 'What exactly they want' };

type Clock = Pick<AccessPart, 'state' | 'dueOn' | 'pausedOn' | 'releasedAt'>;
export const isLate = ({ state, dueOn, pausedOn }: Clock, today: string): boolean => state === 'open' && pausedOn === null && dueOn < today;

/** Where one organisation's part stands, in words. */
export function clockWords({ state, dueOn, pausedOn, releasedAt }: Clock): string {
  if (state === 'released') return releasedAt ? `Given out on ${formatDate(releasedAt)}` : 'Given out';
  return pausedOn ? `Waits for the person since ${formatDate(pausedOn)}` : `To be answered by ${formatDate(dueOn)}`;
}
