import { councilAndHousingStaff } from './staff-by-sector/councils-and-housing';
import { healthStaff } from './staff-by-sector/health';
import { voluntaryAndCareStaff } from './staff-by-sector/voluntary-and-care';
import type { DemonstrationMembership, DemonstrationStaff, Email } from './types';

/** Everyone who works in the place. Their password is the applier's business, not data. */
export const staff: DemonstrationStaff[] = [...healthStaff, ...councilAndHousingStaff, ...voluntaryAndCareStaff];

/** Throws for an address that nobody in the place has. */
export function staffOf(email: Email): DemonstrationStaff {
  const found = staff.find((member) => member.email === email);
  if (!found) throw new Error(`Nobody in the demonstration place has the address ${email}`);
  return found;
}

/** The membership that somebody acts under: the one for `organisation`, else the first. */
export function membershipOf(email: Email, organisation?: DemonstrationMembership['organisation']): DemonstrationMembership {
  const { memberships } = staffOf(email);
  if (!organisation) return memberships[0];
  const found = memberships.find((membership) => membership.organisation === organisation);
  if (!found) throw new Error(`${email} is not a member of ${organisation}`);
  return found;
}
