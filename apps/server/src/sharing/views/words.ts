import type { Authority, Capacity, ExceptionChoice, Given, SharingConversation, TalkedHow } from '@app/sharing';
import { askAgain } from '@app/sharing';
import { formatDate } from '@app/web-kit';

export const HOW_WORDS: Record<TalkedHow | 'online', string> = { online: 'On their own page', face_to_face: 'Face to face', phone: 'By phone', video: 'By video', paper: 'On paper' };
export const CAPACITY_WORDS: Record<Capacity, string> = { can_decide: 'They can decide this', with_support: 'They could decide this with support', best_interests: 'It was decided in their best interests' };
export const EXCEPTION_WORDS: Record<ExceptionChoice, string> = {
  usual: 'What is usual for them', no_health: 'Nothing about health', no_home_or_money: 'Nothing about home or money', own_only: 'Only what they write themselves', nothing: 'Nothing at all', as_before: 'As it was decided before',
};

/** By what somebody may be told, as one chooses it. */
export const AUTHORITY_CHOICES: Record<Authority, { text: string; hint?: { text: string } }> = {
  implied_direct_care: { text: 'They help directly', hint: { text: 'And the person would expect that they know it' } }, explicit: { text: 'The person said yes' }, best_interests: { text: 'They cannot decide this, and it is in their best interests' },
  statutory_duty: { text: 'A duty by law' }, public_interest: { text: 'Somebody would come to serious harm otherwise' }, court_order: { text: 'A court’s order' }, emergency: { text: 'An emergency that cannot wait' },
};
/** The same as one reads it of a decision. */
export const AUTHORITY_WORDS: Record<string, string> = {
  implied_direct_care: 'Helps directly, the person may expect it', explicit: 'The person said yes', best_interests: 'Decided in their best interests', statutory_duty: 'A duty by law', public_interest: 'Serious harm or the public interest',
  court_order: 'A court’s order', emergency: 'An emergency',
};
/** What a decision rests on, and whether the person knows of it. */
export const givenWords = ({ authority, toldOn }: Pick<Given, 'authority' | 'toldOn'>): string => `${AUTHORITY_WORDS[authority] ?? authority}; ${toldOn ? `told on ${formatDate(toldOn)}` : 'not told yet'}`;

/** What was said: an exception shows in no word of it. */
export const ANSWER_WORDS: Record<SharingConversation['answer'], string> = {
  yes: 'Yes: people who help me directly may know what they need',
  ask: 'Ask me each time, before anybody else is added',
  stop: 'Stop sharing',
};

const NEAR = { later: '', month: ', within a month', week: ', within a week', tomorrow: ', tomorrow', due: ', now due' } as const;

/** The day on which we ask again; nothing ends on it. */
export const askAgainWords = (reviewOn: string, today: string): string => `${formatDate(reviewOn)}${NEAR[askAgain(reviewOn, today)]}. Nothing ends by itself`;

/** Who decided, and how: one sentence; `mine` as the person reads it. Null where nothing was to be decided. */
export function capacityWords({ capacity, support, decidedBy, lookAgainOn }: SharingConversation, mine = false): string | null {
  if (capacity === null) return null;
  if (capacity === 'with_support') return `${mine ? 'I decided this with support' : CAPACITY_WORDS.with_support}: ${support ?? ''}`;
  if (capacity === 'best_interests') return `${mine ? 'It was decided in my best interests' : CAPACITY_WORDS.best_interests}, by ${decidedBy ?? ''}. Looked at again on ${lookAgainOn ? formatDate(lookAgainOn) : 'a day to be set'}`;
  return mine ? 'I decided this' : CAPACITY_WORDS.can_decide;
}
