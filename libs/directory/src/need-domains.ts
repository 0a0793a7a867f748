/** What a need is about, and what a service helps with (domain.md §5). Order is the order on forms. */
export const NEED_DOMAINS = [
  'body', 'mind', 'daily_living', 'home', 'money', 'people_loneliness', 'work_meaning', 'spiritual_cultural', 'safety', 'transport_environment', 'carer',
] as const;
export type NeedDomain = (typeof NEED_DOMAINS)[number];

export const NEED_DOMAIN_WORDS: Record<NeedDomain, string> = {
  body: 'body and health', mind: 'mind and mood', daily_living: 'daily living', home: 'home', money: 'money', people_loneliness: 'people and loneliness',
  work_meaning: 'work and meaning', spiritual_cultural: 'faith and culture', safety: 'safety', transport_environment: 'getting about', carer: 'family carers',
};

export const needsInWords = (needs: readonly string[]): string =>
  NEED_DOMAINS.filter((need) => needs.includes(need)).map((need) => NEED_DOMAIN_WORDS[need]).join(', ');
