import type { SafeRule, SafeRules } from '@app/sharing';

/** A rule about reaching the person, as JSON has it. */
export interface SafeRuleItem {
  readonly id: string;
  readonly channel: string;
  readonly safe: boolean;
  readonly whoAnswers: string | null;
  readonly times: string | null;
  readonly voicemail: boolean | null;
  readonly codeWord: string | null;
  readonly recordedBy: string;
  readonly since: Date;
  readonly until: Date | null;
  /** the only people who know of it; null when everybody does who works with the person */
  readonly knownTo: readonly string[] | null;
}

export interface SafeContactItem {
  /** sent back as If-Match with the rule that comes next */
  readonly version: number;
  readonly holds: readonly SafeRuleItem[];
  readonly ended: readonly SafeRuleItem[];
}

export const safeRuleItem = ({ id, channel, allowed, whoAnswers, times, voicemail, codeWord, recordedBy, since, until, knownTo }: SafeRule): SafeRuleItem =>
  ({ id, channel, safe: allowed, whoAnswers, times, voicemail, codeWord, recordedBy, since, until, knownTo });

export const safeContactItem = ({ version, live, ended }: SafeRules): SafeContactItem => ({ version, holds: live.map(safeRuleItem), ended: ended.map(safeRuleItem) });
