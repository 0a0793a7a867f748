/** What a piece of information is about; the only thing that sharing decisions store. Order is the order on forms. */
export const CATEGORIES = [
  'identity', 'about_me', 'circle', 'plan', 'contacts', 'health', 'mental_health', 'sexual_health', 'drug_alcohol', 'social_care', 'housing', 'money',
  'safeguarding', 'offences', 'immigration', 'faith_ethnicity', 'gender_history', 'domestic_abuse', 'documents', 'access_log',
] as const;
export type Category = (typeof CATEGORIES)[number];
/** What something written may tell about: "who looked" is the log of that name, and nobody writes in it. */
export const TOLD_ABOUT: readonly Category[] = CATEGORIES.filter((category) => category !== 'access_log');

export const CATEGORY_WORDS: Record<Category, string> = {
  identity: 'name and date of birth', about_me: 'about me', circle: 'who helps', plan: 'plan and goals', contacts: 'visits and calls', health: 'health',
  mental_health: 'mental health', sexual_health: 'sexual and reproductive health', drug_alcohol: 'alcohol and drugs', social_care: 'social care', housing: 'home',
  money: 'money', safeguarding: 'safeguarding', offences: 'offences and allegations', immigration: 'immigration', faith_ethnicity: 'faith and ethnicity',
  gender_history: 'gender history', domestic_abuse: 'domestic abuse', documents: 'documents', access_log: 'who looked',
};

/** What an organisation that helps directly has from the start. The others are withheld outside a named need (safety.md §3). */
export const DIRECT_CARE: readonly Category[] = ['identity', 'about_me', 'circle', 'plan', 'contacts', 'health', 'social_care', 'housing', 'money', 'documents'];
export const SENSITIVE: readonly Category[] = TOLD_ABOUT.filter((category) => !DIRECT_CARE.includes(category));

export const categoriesInWords = (categories: readonly string[]): string =>
  CATEGORIES.filter((category) => categories.includes(category)).map((category) => CATEGORY_WORDS[category]).join(', ');
