import type { AboutMeEntry, Category, OrganisationCode } from '../types';

/** Text written over several lines, read as one paragraph. */
export const prose = (text: TemplateStringsArray): string => text.join('').replace(/\s+/g, ' ').trim();

type Said = (text: TemplateStringsArray) => AboutMeEntry;

/** About Me in the person's own words, last confirmed so many days ago. */
export const self = (confirmedDaysAgo: number): Said => (text) => ({ text: prose(text), voice: 'self', confirmedDaysAgo });
export const carer = (confirmedDaysAgo: number): Said => (text) => ({ text: prose(text), voice: 'carer', confirmedDaysAgo });
export const professional = (confirmedDaysAgo: number): Said => (text) => ({ text: prose(text), voice: 'professional', confirmedDaysAgo });

/** Who reads a note: everybody in the circle who has its category, and the person. */
export const forCircle = (category: Category) => ({ audience: 'circle', visibleToPerson: true, category }) as const;

/** The writer's own organisation. */
export const forOurselves = (category: Category) => ({ audience: 'internal', visibleToPerson: false, category }) as const;

/** These organisations, and the person. */
export const forThese = (category: Category, ...namedOrganisations: OrganisationCode[]) =>
  ({ audience: 'named', namedOrganisations, visibleToPerson: true, category }) as const;

/** What somebody who treats or looks after a person directly needs; nothing sensitive. */
export const directCare: Category[] = [
  'identity', 'about_me', 'circle', 'plan', 'health', 'social_care', 'housing', 'contacts', 'documents',
];

/** What somebody who keeps a person company, or gets them about, needs. */
export const companionship: Category[] = ['identity', 'about_me', 'circle', 'plan', 'contacts'];

export const houseOnly: Category[] = ['identity', 'housing'];
