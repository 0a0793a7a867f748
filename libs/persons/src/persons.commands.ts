import { Flag, LocalDate, LongText, OneOf, PersonStays, Text } from '@app/kernel';
import { AGE_GROUPS, type AgeGroup } from './items.entity';
import { NhsNumber } from './nhs-number.field';

export const NO_NHS_NUMBER_BECAUSE = ['not_known_yet', 'new_arrival', 'visitor', 'declined', 'other'] as const;

const REFERENCE = { max: 40, label: 'your own reference' };

/** Somebody whom a search did not find. For health and social care the NHS number, or why there is none; others have a reference of their own. */
export class RegisterPerson {
  @Text({ max: 100, required: true, label: 'given name' }) given: string;
  @Text({ max: 100, required: true, label: 'family name' }) family: string;
  @Text({ max: 100, label: 'preferred name' }) preferred?: string;
  @LocalDate({ label: 'date of birth', past: true }) birthDate?: string;
  @Flag() birthDateEstimated?: boolean;
  @NhsNumber() nhsNumber?: string;
  @OneOf(NO_NHS_NUMBER_BECAUSE, { label: 'why there is no NHS number' }) nhsNumberAbsentBecause?: string;
  @Text(REFERENCE) ownReference?: string;
  @LongText({ max: 400, label: 'address' }) address?: string;
  @Text({ max: 10, label: 'postcode' }) postcode?: string;
  @Text({ max: 30, label: 'phone number' }) phone?: string;
}

/** What the caller's organisation calls the person in its own books; left empty, it has none. */
export class GiveReference {
  @Text(REFERENCE) reference?: string;
  @PersonStays() personId?: string;
}

export class AddRelative {
  @Text({ max: 200, required: true, label: 'name' }) name: string;
  @Text({ max: 100, required: true, label: 'relationship' }) relation: string;
  @Text({ max: 30, label: 'phone number' }) phone?: string;
  @Flag() mainCarer?: boolean;
  @Flag() emergencyContact?: boolean;
  @Flag() livesWith?: boolean;
}

/** The same as somebody writes it down who helps. */
export class WriteRelative extends AddRelative {
  /** of a child it says that nobody counts on them */
  @LocalDate({ label: 'date of birth', past: true }) birthDate?: string;
  /** where nobody knows the date of birth */
  @OneOf(AGE_GROUPS, { label: 'whether they are under 18' }) ageGroup?: AgeGroup | null;
  /** of a child: a young carer has a right to an assessment of their own (Children and Families Act 2014, section 96) */
  @LocalDate({ label: 'the day on which an assessment was offered', past: true }) assessmentOfferedOn?: string;
  @LongText({ max: 500, label: 'what they must not be told' }) mustNotBeTold?: string;
  @PersonStays() personId?: string;
}
