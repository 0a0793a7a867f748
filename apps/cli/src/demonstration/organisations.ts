import { health, housing, voluntaryAndCare } from './organisations-by-sector';
import type { DemonstrationOrganisation, DemonstrationTeam, OrganisationCode, TeamCode } from './types';

export const organisations: DemonstrationOrganisation[] = [...health, ...housing, ...voluntaryAndCare];

/** Throws for a code that is not in the place. */
export function organisationOf(code: OrganisationCode): DemonstrationOrganisation {
  const found = organisations.find((organisation) => organisation.code === code);
  if (!found) throw new Error(`No organisation ${code} in the demonstration place`);
  return found;
}

/** The team and the organisation that owns it (the host, of an integrated team). Throws for an unknown code. */
export function teamOf(code: TeamCode): { team: DemonstrationTeam; owner: DemonstrationOrganisation } {
  for (const owner of organisations) {
    const team = owner.teams.find((candidate) => candidate.code === code);
    if (team) return { team, owner };
  }
  throw new Error(`No team ${code} in the demonstration place`);
}
