import type { Alert } from '@app/contacts';
import { SENSITIVE, type AboutMe } from '@app/persons';

type Item = Pick<AboutMe, 'audience' | 'visibleToPerson' | 'category'>;

// What may lie where whoever is dangerous, or in danger, finds it.
const HARMLESS: readonly string[] = ['infection', 'environment', 'information'];

/** May it lie on a table, where everybody reads it who comes in? */
export const forEverybody = ({ audience, visibleToPerson, category }: Item): boolean => audience === 'circle' && visibleToPerson && !SENSITIVE.some((one) => one === category);

export const mayLieAbout = (alert: Item & Pick<Alert, 'kind'>): boolean => forEverybody(alert) && HARMLESS.includes(alert.kind);
