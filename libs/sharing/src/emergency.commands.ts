import { field, Flag, LocalDate, OneOf, Reason, Text } from '@app/kernel';
import { NhsNumber } from '@app/persons';
import { EMERGENCIES, EMERGENCY_OUTCOMES, type Emergency, type EmergencyOutcome } from './emergency-opening.entity';

export const MOST_HOURS = 8;

/** For how many whole hours: nobody needs more than a shift. Faults: `until.range`. */
const Hours = (): PropertyDecorator => field(() => ({
  required: true,
  read: (sent) => (typeof sent === 'string' && /^\d{1,2}$/.test(sent.trim()) ? Number(sent) : sent),
  check: (value) => (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MOST_HOURS ? [] : [{ code: 'until.range', message: `Choose for how long, from 1 to ${MOST_HOURS} hours` }]),
  schema: { type: 'integer', minimum: 1, maximum: MOST_HOURS },
}));

/** Whom, by what only somebody who stands beside them knows, and why. */
export class OpenInEmergency {
  @NhsNumber() nhsNumber?: string;
  @Text({ max: 100, label: 'the family name' }) family?: string | null;
  @LocalDate({ past: true, label: 'the date of birth' }) birthDate?: string | null;
  @Text({ max: 10, label: 'the postcode' }) postcode?: string | null;
  @OneOf(EMERGENCIES, { required: true, label: 'what the emergency is' }) because: Emergency;
  @Reason({ label: 'what has happened' }) reason: string;
  @Hours() hours: number;
}

export class ReviewEmergency {
  @OneOf(EMERGENCY_OUTCOMES, { required: true, label: 'what you found' }) outcome: EmergencyOutcome;
  @Reason({ required: false, label: 'what you found out' }) words?: string | null;
}

/** Whether every practitioner of the organisation may. */
export class LetPractitionersOpen {
  @Flag({ label: 'every practitioner' }) everybody: boolean;
}
