import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const ABOUT_ME_HEADINGS = [
  'matters_most', 'important_people', 'how_to_communicate', 'wellness', 'please_do', 'please_do_not', 'how_to_support', 'also_worth_knowing',
] as const;
export type AboutMeHeading = (typeof ABOUT_ME_HEADINGS)[number];
export const TOLD_BY = ['self', 'carer', 'professional'] as const;
export type Voice = (typeof TOLD_BY)[number];

/** An address, a phone number, an e-mail address or the practice: a protected one is sealed to those named (safety.md §2). */
@ItemTable('contact_point')
@Check('contact_point_kind_check', 'kind')
@Check('contact_point_protected_check', 'protected')
export class ContactPoint extends PersonItem {
  @Column('text') kind: 'address' | 'phone' | 'email' | 'practice';
  @Column('text', { nullable: true }) use: string | null;
  @Column('text') value: string;
  @Column('text', { array: true, default: () => `'{}'` }) lines: string[];
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('boolean', { default: false }) protected: boolean;
  @Column('text', { nullable: true }) protectedBecause: string | null;
  /** when somebody asks whether it still must be: nothing ends on it */
  @Column('date', { nullable: true }) protectedReviewOn: string | null;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
}

/** What one organisation calls the person in its own books, like `AW-0231`: its own affair. Whoever may not use NHS numbers knows people by it. */
@ItemTable('own_reference')
@Check('own_reference_own_check', 'audience')
@Index('own_reference_key', ['personId', 'ownerOrganisationId'], { unique: true, where: 'sealed_to is null' })
export class OwnReference extends PersonItem {
  /** null once it was taken back */
  @Column('text', { nullable: true }) reference: string | null;
}

/** What the person wants everyone to know, by the headings of PRSB About Me v1.2. Its words are never changed: others stand in their place, and it ends. */
@ItemTable('about_me')
@Check('about_me_heading_check', 'heading')
@Check('about_me_voice_check', 'voice')
@Check('about_me_state_check', 'state')
@Check('about_me_ended_check', 'ended_because')
@Check('about_me_answers_check', 'answers_id')
@Check('about_me_own_check', 'own')
@ForeignKey('about_me', ['personId', 'answersId'], ['personId', 'id'], { name: 'about_me_answers_fkey', deferrable: 'INITIALLY DEFERRED' })
export class AboutMe extends PersonItem {
  @Column('text') heading: AboutMeHeading;
  @Column('text') text: string;
  @Column('text') voice: Voice;
  @Column('text', { nullable: true }) language: string | null;
  @Column('date') lastConfirmedOn: string;
  /** `suggested`: other words by a helper for what the person wrote themselves, until they answer */
  @Column('text', { default: 'said' }) state: 'said' | 'suggested' | 'ended';
  /** in whose place it stands, or is suggested to stand */
  @Column('uuid', { nullable: true }) answersId: string | null;
  /** written by the person themselves, on their own page */
  @Column('boolean', { default: false }) own: boolean;
  @Column('text', { nullable: true }) writtenByName: string | null;
  /** to whom they last said that it is still true */
  @Column('text', { nullable: true }) confirmedByName: string | null;
  /** how often somebody asked for it once more although it was known */
  @Column('integer', { default: 0 }) toldAgain: number;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedBecause: 'replaced' | 'taken_away' | 'used' | 'not_used' | null;
}

export const AGE_GROUPS = ['child', 'grown_up'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** Family, friends, carers. Being a relative gives no access by itself. */
@ItemTable('related_person')
@Check('related_person_representative_state_check', 'representative_state')
@Check('related_person_age_group_check', 'age_group')
export class RelatedPerson extends PersonItem {
  @Column('text') name: string;
  @Column('text') relation: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('date', { nullable: true }) birthDate: string | null;
  /** where nobody knows the date of birth */
  @Column('text', { nullable: true }) ageGroup: AgeGroup | null;
  /** of a child, the local calendar day on which a young carer’s assessment was offered */
  @Column('date', { nullable: true }) assessmentOfferedOn: string | null;
  @Column('boolean', { default: false }) mainCarer: boolean;
  @Column('boolean', { default: false }) emergencyContact: boolean;
  @Column('boolean', { default: false }) livesWith: boolean;
  @Column('text', { array: true, default: () => `'{}'` }) mayBeTold: string[];
  @Column('text', { nullable: true }) mustNotBeTold: string | null;
  @Column('text', { nullable: true }) representative: string | null;
  @Column('text', { nullable: true }) representativeState: string | null;
  @Column('uuid', { nullable: true }) userId: string | null;
  @Column('text', { nullable: true }) sourceReference: string | null;
}
