import { organisationOf } from './organisations';
import { theTwelve } from './people';
import { staffOf } from './staff';
import type { Email } from './types';

/** Of everybody in the place. It is printed at start and in the README: nothing here is secret. */
export const PASSWORD = 'tell it once';

export interface DemonstrationAccount {
  readonly email: Email;
  /** name, and what they do where: for the list that is printed */
  readonly who: string;
  readonly organisation: string | null;
  readonly role: string;
}

const WORKERS: Email[] = ['keyworker', 'nurse', 'voluntary', 'housing', 'income', 'manager', 'admin', 'ig'].map((name) => `${name}@demo.test`);

/** The ten to try the product with. */
export function accounts(): DemonstrationAccount[] {
  return [...WORKERS.map(worker), ...theTwelve.flatMap(({ account, given, family, relatives }) => [
    ...(account ? [outsider(account, `${given} ${family}`, 'reads her own record')] : []),
    ...relatives.flatMap((relative) => (relative.account ? [outsider(relative.account, relative.name, `${relative.relationship.toLowerCase()} of ${given} ${family}`)] : [])),
  ])];
}

function worker(email: Email): DemonstrationAccount {
  const { name, memberships: [{ organisation: code, jobTitle: role }] } = staffOf(email);
  const organisation = organisationOf(code).name;
  return { email, who: `${name}, ${role.charAt(0).toLowerCase()}${role.slice(1)}, ${organisation}`, organisation, role };
}

const outsider = (email: Email, name: string, role: string): DemonstrationAccount => ({ email, who: `${name}, ${role}`, organisation: null, role });
