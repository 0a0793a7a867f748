import type { DemonstrationStaff, OrganisationCode, StaffRole, TeamCode } from '../types';

type More = Partial<Omit<DemonstrationStaff, 'name' | 'memberships'>> & { roles?: StaffRole[] };

/** first.last@code.demo.test, which everyone has but the nine whose accounts are printed for trying the product. */
export const addressOf = (name: string, organisation: OrganisationCode): string =>
  `${name.replace(/^(Dr|Sister) /, '').toLowerCase().replace(/ /g, '.')}@${organisation.toLowerCase()}.demo.test`;

/** Somebody with one employer; a practitioner unless `more` says otherwise. */
export function employed(
  organisation: OrganisationCode,
  name: string,
  jobTitle: string,
  phone: string,
  teams: TeamCode[] = [],
  { roles = ['practitioner'], ...more }: More = {},
): DemonstrationStaff {
  return {
    name,
    email: addressOf(name, organisation),
    phone,
    kind: 'employed',
    keyWorkerTrained: false,
    memberships: [{ organisation, teams, roles, jobTitle }],
    ...more,
  };
}

export const keyWorkerTrained = { keyWorkerTrained: true } as const;
