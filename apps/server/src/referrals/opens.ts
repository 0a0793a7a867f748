import type { NeedDomain, ServiceRow } from '@app/directory';
import type { Category } from '@app/persons';

const BY_NEED: Partial<Record<NeedDomain, readonly Category[]>> = {
  home: ['housing'], money: ['money'], body: ['health', 'contacts'], mind: ['contacts'], daily_living: ['about_me', 'social_care', 'contacts'], people_loneliness: ['about_me', 'contacts'],
  transport_environment: ['about_me'], carer: ['about_me', 'contacts'],
};

/** What boxes are ticked to begin with: what the service needs for what it does. A person who agrees to less unticks them. */
export const opensFor = ({ needs }: Pick<ServiceRow, 'needs'>): Category[] => [...new Set(needs.flatMap((need) => BY_NEED[need] ?? []))];
