export const SECTORS = [
  'nhs_primary', 'nhs_community', 'nhs_acute', 'ambulance', 'mental_health', 'council_social_care', 'council_housing',
  'housing_association', 'vcse', 'care_provider', 'advocacy', 'other',
] as const;
export type Sector = (typeof SECTORS)[number];

const WORDS: Record<Sector, string> = {
  nhs_primary: 'GP practice or primary care',
  nhs_community: 'NHS community services',
  nhs_acute: 'Hospital',
  ambulance: 'Ambulance service',
  mental_health: 'NHS mental health services',
  council_social_care: 'Council social care',
  council_housing: 'Council housing',
  housing_association: 'Housing association',
  vcse: 'Charity or voluntary organisation',
  care_provider: 'Care provider',
  advocacy: 'Advocacy service',
  other: 'Other organisation',
};

/** What a sector is called on a page. */
export const sectorWords = (sector: Sector): string => WORDS[sector];

const HEALTH_OR_SOCIAL_CARE: readonly Sector[] = ['nhs_primary', 'nhs_community', 'nhs_acute', 'ambulance', 'mental_health', 'council_social_care'];

/** Whether workers of this sector may be shown an NHS number; others see their own reference (screens.md, the identity banner). */
export const isHealthOrSocialCare = (sector: Sector): boolean => HEALTH_OR_SOCIAL_CARE.includes(sector);
