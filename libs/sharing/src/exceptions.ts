import { CATEGORIES, type Category } from '@app/persons';

/** What an organisation is not to see, as people say it. */
export const EXCEPTIONS = ['no_health', 'no_home_or_money', 'own_only', 'nothing'] as const;
export type Exception = (typeof EXCEPTIONS)[number];
/** On the form besides: nothing out of the ordinary, and what was refused before in words that the form has not. */
export const EXCEPTION_CHOICES = ['usual', ...EXCEPTIONS, 'as_before'] as const;
export type ExceptionChoice = (typeof EXCEPTION_CHOICES)[number];

/** The categories that each refuses. Without name and date of birth there is no door left, and whoever writes does not find the person. */
export const REFUSES: Record<Exception, readonly Category[]> = {
  no_health: ['health', 'mental_health', 'sexual_health', 'drug_alcohol'],
  no_home_or_money: ['housing', 'money'],
  own_only: CATEGORIES.filter((category) => category !== 'identity'),
  nothing: CATEGORIES,
};

export const sameCategories = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((one) => others.includes(one));

/** The words for what was refused; null when it was refused in others. */
export const exceptionOf = (categories: readonly string[]): Exception | null => EXCEPTIONS.find((one) => sameCategories(categories, REFUSES[one])) ?? null;
