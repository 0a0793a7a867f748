import { Id, Ids, LocalDate, OneOf, Text } from '@app/kernel';

/** Only named workers open the record: those whom a relationship names, and of the teams and organisations those chosen here. */
export class RestrictRecord {
  /** memberships, of those offered */
  @Ids({ label: 'who keeps opening it' }) keeps?: string[];
  @Text({ required: true, max: 300, label: 'why' }) because: string;
  @LocalDate({ required: true, past: false, label: 'when we look again' }) reviewOn: string;
}

export class LiftRestriction {
  @Text({ required: true, max: 300, label: 'why it can be opened as before' }) whyLifted: string;
}

export const OPENING_REASONS = ['working_with', 'standing_in', 'got_in_touch', 'worried', 'checking', 'other'] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];

/** Why somebody who may open a restricted record does so now. */
export class OpenRestricted {
  @OneOf(OPENING_REASONS, { required: true, label: 'why you open it' }) because: OpeningReason;
  @Text({ max: 300, label: 'in a few words' }) words?: string | null;
  /** the page to which one was on the way */
  @Text({ max: 500, label: 'the page' }) returnTo?: string | null;
}

/** A colleague who opens the record when those who could have left. */
export class NameColleague {
  @Id({ required: true, label: 'the colleague' }) membershipId: string;
}
