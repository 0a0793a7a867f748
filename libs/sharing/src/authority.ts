import { Invalid, LocalDate, localDay, OneOf, Text, type FieldFault } from '@app/kernel';
import { SaidYes } from './sharing.commands';

/** By what something may be told in confidence (common law), person by person: apart from the lawful basis in an organisation's agreement, which nobody chooses here (safety.md, section 3). */
export const AUTHORITIES = ['implied_direct_care', 'explicit', 'best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Those that hold without a yes of the person: each is said in words that somebody else can follow. */
const WITHOUT_YES: readonly Authority[] = ['best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency'];

const WHAT: Partial<Record<Authority, string>> = {
  best_interests: 'Enter who decided in their best interests, and about what they cannot decide', statutory_duty: 'Enter which duty it is, and of what law', public_interest: 'Enter whom serious harm would come to, and which',
  court_order: 'Enter which court ordered what, and when', emergency: 'Enter what could not wait',
};

/** By what somebody may be told, when they are let in. */
export class SaysByWhat extends SaidYes {
  @OneOf(AUTHORITIES, { label: 'by what they may be told' }) authority?: Authority | null;
  @LocalDate({ past: true, label: 'the day they were told' }) toldOn?: string | null;
  @Text({ max: 300, label: 'which it is' }) authorityNote?: string | null;
  @LocalDate({ past: false, label: 'when it is looked at again' }) lookAgainOn?: string | null;
}

/** By what another organisation may be told from now on, instead of what stood. */
export class ChangeAuthority {
  @OneOf(AUTHORITIES, { required: true, label: 'by what they may be told' }) authority: Authority;
  @LocalDate({ past: true, label: 'the day they were told' }) toldOn?: string | null;
  @Text({ max: 300, label: 'which it is' }) authorityNote?: string | null;
  @LocalDate({ past: false, label: 'when it is looked at again' }) lookAgainOn?: string | null;
  @Text({ required: true, max: 300, label: 'why you change it' }) because: string;
}

/** What a decision rests on. */
export interface Ground {
  readonly authority: Authority;
  readonly toldOn: string | null;
  readonly note: string | null;
  readonly reviewOn: string | null;
}

/**
 * What was chosen, checked; null where nothing was, and the usual one holds.
 * @throws Invalid with everything that the chosen one asks for besides
 */
export function groundOf({ authority, toldOn, authorityNote, lookAgainOn }: Pick<SaysByWhat, 'authority' | 'toldOn' | 'authorityNote' | 'lookAgainOn'>): Ground | null {
  if (!authority) return toldOn ? { authority: 'implied_direct_care', toldOn, note: null, reviewOn: null } : null;
  const faults: FieldFault[] = [];
  const what = WHAT[authority];
  if (what && !authorityNote) faults.push({ pointer: '/authorityNote', code: 'required', message: what });
  if (authority === 'best_interests' && !lookAgainOn) faults.push({ pointer: '/lookAgainOn', code: 'required', message: 'Enter when it is looked at again: somebody can become able to decide' });
  if (faults.length > 0) throw new Invalid(faults);
  return { authority, toldOn: toldOn ?? (authority === 'explicit' ? localDay(new Date()) : null), note: what ? authorityNote ?? null : null, reviewOn: authority === 'best_interests' ? lookAgainOn ?? null : null };
}

/** Holds without a yes of the person. */
export const holdsWithoutYes = (ground: Ground | null): ground is Ground => ground !== null && WITHOUT_YES.includes(ground.authority);
