import type { Role } from '@app/kernel';

/** What an item is about; the sensitive ones are withheld unless named (domain.md §4). */
export const categories = [
  'identity', 'about_me', 'circle', 'plan', 'health', 'mental_health', 'sexual_health', 'drug_alcohol', 'social_care', 'housing',
  'money', 'safeguarding', 'offences', 'immigration', 'faith_ethnicity', 'gender_history', 'domestic_abuse', 'contacts', 'documents',
] as const;
export type Category = (typeof categories)[number];

/** An e-mail address: of a member of staff, or of a person or family carer who signs in. */
export type Email = string;

export type OrganisationCode =
  | 'WEIRSIDE-MP' | 'BRACKEN-PCN' | 'MARL-VALLEY' | 'MARL-GENERAL' | 'MARLSHIRE-MHT' | 'MARL-AMBULANCE' | 'MARL-OOH' | 'ST-ELWYNS'
  | 'MARLSHIRE-CC' | 'BRACKENBRIDGE-DC' | 'FERNLEA' | 'AGE-WELL' | 'CARERS-LANTERN' | 'WARM-HEARTH' | 'SALTMARSH' | 'TALK-AGAIN'
  | 'TANDEM' | 'COMMON-GROUND' | 'NEW-LEAF' | 'HAVEN-ROW' | 'KESTREL' | 'ROWAN-COURT' | 'MILLBROOK' | 'SPEAK-WITH' | 'MARL-BSL';

export type TeamCode =
  | 'NORTHGATE-WEIRSIDE-INT' | 'WEIRSIDE-PRACTICE' | 'PCN-COORDINATION' | 'DISTRICT-NURSING' | 'COMMUNITY-THERAPY' | 'RAPID-RESPONSE'
  | 'WARD-7' | 'TRANSFER-HUB' | 'EMERGENCY-DEPARTMENT' | 'COMMUNITY-MENTAL-HEALTH' | 'AMBULANCE-CREWS' | 'OUT-OF-HOURS-GP'
  | 'HOSPICE-AT-HOME' | 'ADULT-CARE' | 'CARERS-ASSESSMENT' | 'SAFEGUARDING' | 'EMERGENCY-DUTY' | 'INFORMATION-GOVERNANCE'
  | 'HOUSING-OPTIONS' | 'ADAPTATIONS' | 'ENVIRONMENTAL-HEALTH' | 'TENANCY-SUPPORT' | 'INCOME' | 'HOME-CARE' | 'NURSING-HOME'
  | 'SUPPORTED-LIVING' | 'INTERPRETER-BOOKING';

export type Sector =
  | 'nhs_primary' | 'nhs_community' | 'nhs_acute' | 'ambulance' | 'mental_health' | 'council_social_care' | 'council_housing'
  | 'housing_association' | 'vcse' | 'care_provider' | 'advocacy' | 'other';

/** The roles that a member of staff may hold. */
export type StaffRole = Exclude<Role, 'person' | 'carer' | 'system_admin'>;
