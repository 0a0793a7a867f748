import type { Correctable, Correction } from '@app/corrections';
import { formatDate } from '@app/web-kit';
import { HOW_WORDS } from '../../sharing/views/words';

export const KIND_WORDS: Record<Correctable, string> = { ContactNote: 'a note', Need: 'a need in the plan', Goal: 'a goal in the plan', CareAction: 'a step in the plan', PlanStatement: 'a part of the plan' };
export const ANSWERED_WORDS: Record<Exclude<Correction['state'], 'asked'>, string> = { corrected: 'Corrected', not_corrected: 'Not corrected' };

/** When and how it was said, and whether anybody else was there. @param name null to the person themselves */
export const saidHowWords = (c: Correction, name: string | null): string => {
  const how = c.how === 'online' ? (name ? 'on their own page' : 'on my own page') : `${HOW_WORDS[c.how].toLowerCase()}, written down by ${c.saidByName}`;
  return `${formatDate(c.createdAt)}, ${how}. ${c.spokeAlone ? 'Alone.' : `Not alone${c.present ? `: ${c.present} was there` : ''}.`}`;
};
export const notAnsweredWords = ({ answerBy }: Correction): string => `Not answered yet. Whoever wrote it answers by ${formatDate(answerBy)}.`;
export const saysWrongWords = (name: string | null): string => (name ? `${name} says this is wrong` : 'I say this is wrong');

/** The same for paper, where it stands below the line that it is about. */
export const saidWrongLines = (c: Correction, name: string | null): string[] => [
  `${saysWrongWords(name)}: “${c.statement}” ${saidHowWords(c, name)}`,
  c.state === 'asked' ? notAnsweredWords(c) : `${ANSWERED_WORDS[c.state]}: ${c.answer ?? ''} ${[c.answeredByName, c.answeredAt && formatDate(c.answeredAt)].filter(Boolean).join(', ')}`,
];
