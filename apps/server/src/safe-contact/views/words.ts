import type { Channel, SafeRule } from '@app/sharing';

export const CHANNEL_WORDS: Record<Channel, string> = { phone: 'By phone', text: 'By text message', email: 'By e-mail', post: 'By post', visit: 'By a visit' };
/** Who is asked for, in each way. */
export const WHO_WORDS: Record<Channel, string> = { phone: 'Who answers', text: 'Who reads it', email: 'Who reads it', post: 'Who opens it', visit: 'Who opens the door' };
const NEVER: Record<Channel, string> = { phone: 'Do not ring', text: 'Do not text', email: 'Do not write by e-mail', post: 'Send no post', visit: 'Do not visit' };
const CARE: Record<Channel, string> = { phone: 'Ring', text: 'Text', email: 'Write by e-mail', post: 'Write by post', visit: 'Visit' };

/** A rule in one sentence, for somebody about to use that way. The code word stands on the page of rules and nowhere else. */
export function ruleWords({ channel, allowed, whoAnswers, times, voicemail, codeWord }: SafeRule): string {
  if (!allowed) return `${NEVER[channel]}${whoAnswers ? `: ${whoAnswers}` : ''}`;
  const how = [times, whoAnswers && `${WHO_WORDS[channel].toLowerCase()}: ${whoAnswers}`, voicemail === null ? null : voicemail ? 'you may leave a message' : 'leave no message', codeWord && 'there is a code word'];
  return `${CARE[channel]} ${how.some(Boolean) ? `only so: ${how.filter(Boolean).join('; ')}` : 'safely'}`;
}

/** Does the rule ask for care? One that only says that it is safe does not. */
export const asksForCare = ({ allowed, whoAnswers, times, voicemail, codeWord }: SafeRule): boolean => !allowed || [whoAnswers, times, codeWord].some(Boolean) || voicemail === false;
