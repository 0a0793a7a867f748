import type { Sector } from '@app/organisations';
import { DIRECT_CARE, type Category } from '@app/persons';

export const PRESETS = ['direct', 'support', 'home', 'visit'] as const;
export type Preset = (typeof PRESETS)[number];

/**
 * What a kind of service usually needs to see. A preset only ticks boxes of the form: what is stored are the categories
 * (design.md §3.3), and nobody passes on what their own organisation has not.
 */
export const PRESET: Record<Preset, { words: string; categories: readonly Category[] }> = {
  direct: { words: 'gives care directly', categories: DIRECT_CARE },
  support: { words: 'supports day to day', categories: ['identity', 'about_me', 'circle', 'plan', 'contacts'] },
  home: { words: 'works on the home', categories: ['identity', 'housing'] },
  visit: { words: 'drives, brings or visits', categories: ['identity', 'about_me'] },
};

const BY_SECTOR: Partial<Record<Sector, Preset>> = { vcse: 'support', advocacy: 'support', council_housing: 'home', housing_association: 'home', other: 'visit' };

/** Where the form begins for an organisation of this sector. */
export const presetFor = (sector: Sector): Preset => BY_SECTOR[sector] ?? 'direct';
