import type { Outcome, Unusual, UnusualAccess } from '@app/oversight';

/** Why it stands here. */
export const WHY_HERE: Record<Unusual, string> = {
  no_involvement: 'No part in it', after_end: 'After their part had ended', same_surname: 'Same surname', same_address: 'Same address', self_or_relative: 'Their own, a relative’s, or kept from them',
  night_burst: 'Many people outside working hours', export_spike: 'Much taken away', refused_tries: 'Many refused tries',
};

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** The same in a sentence, with the number. */
export function whyHere({ rule, number, colleague }: Pick<UnusualAccess, 'rule' | 'number' | 'colleague'>): string {
  switch (rule) {
    case 'no_involvement': return `${colleague} opened the record ${times(number)} and had no part in this person’s care: named nowhere, in no team of the circle, and wrote nothing within a day.`;
    case 'after_end': return `${colleague} opened the record ${times(number)} after their part in it had ended.`;
    case 'same_surname': return `${colleague} opened the record of somebody with the same surname. That may be chance.`;
    case 'same_address': return `${colleague} opened the record of somebody at the address where they live themselves.`;
    case 'self_or_relative': return `${colleague} opened or tried to open, ${times(number)}, a record that is their own, a relative’s, or kept from them.`;
    case 'night_burst': return `${colleague} opened the records of ${number} people within one hour at night or at a weekend.`;
    case 'export_spike': return `${colleague} took lists away: ${number} files, or lines in them, within one hour.`;
    case 'refused_tries': return `${colleague} was refused ${times(number)} within one hour.`;
  }
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  explained: 'There was a good reason', training: 'They did not know better: talked with, trained', breach: 'They should not have looked', false_alarm: 'The rule was wrong here',
};
