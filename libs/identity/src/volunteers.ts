import { daysBetween, endOfDay, localDay, type FieldFault, type Role } from '@app/kernel';
import type { ChangeColleague, InviteColleague } from './colleague.commands';
import type { DbsLevel, StaffType } from './identity.entity';

/** How somebody works in an organisation, as it would stand. */
export interface Terms {
  readonly staffType: StaffType;
  readonly roles: readonly Role[];
  readonly keyWorkerTrained: boolean;
  readonly supervisorId: string | null;
  readonly dbsLevel: DbsLevel | null;
  readonly dbsOn: string | null;
  /** their last day; null where none was agreed */
  readonly endsOn: string | null;
}

type Said = Pick<Terms, 'supervisorId' | 'dbsLevel' | 'dbsOn' | 'endsOn'> & { readonly staffType: StaffType };
/** What stands before anything is said of somebody new. */
export const NEW = { supervisorId: null, dbsLevel: null, dbsOn: null, endsOn: null };

/** What the command says, and for what it does not say, what stood before. */
export function termsOf(command: InviteColleague | ChangeColleague, before: Said): Terms {
  const { roles, keyWorkerTrained, supervisorId = before.supervisorId, dbsLevel = before.dbsLevel, dbsOn = before.dbsOn, endsOn = before.endsOn } = command;
  return { staffType: before.staffType, roles, keyWorkerTrained, supervisorId, dbsLevel, dbsOn, endsOn };
}

/** The instant at which the last day is over; null where there is none. */
export const endOf = ({ endsOn }: Terms): Date | null => (endsOn === null ? null : endOfDay(endsOn));

/** A volunteer's time is agreed anew at least so often. */
const MOST_DAYS = 731;

/** What a volunteer lacks, and what one is never given (safety.md section 8). Empty for everybody else. */
export function volunteerFaults(terms: Terms, now = new Date()): FieldFault[] {
  if (terms.staffType !== 'volunteer') return [];
  const faults: FieldFault[] = [];
  const want = (pointer: string, code: string, message: string): unknown => faults.push({ pointer, code, message });
  if (terms.roles.includes('team_manager')) want('/roles', 'volunteer.leads', 'A volunteer does not lead a team');
  if (terms.keyWorkerTrained) want('/keyWorkerTrained', 'volunteer.leads', 'A volunteer is never a key worker: leave this empty');
  if (!terms.supervisorId) want('/supervisorId', 'required', 'Choose who answers for this volunteer');
  if (!terms.dbsLevel) want('/dbsLevel', 'required', 'Choose which DBS check was made');
  if (!terms.dbsOn) want('/dbsOn', 'required', 'Enter the day of the DBS check');
  if (!terms.endsOn) want('/endsOn', 'required', 'Enter the last day of this volunteer: it can be put off later');
  else if (terms.endsOn > localDay(new Date(now.getTime() + MOST_DAYS * 86_400_000))) want('/endsOn', 'volunteer.tooLong', 'The last day must be within two years: it can be put off later');
  return faults;
}

export const CHECK_YEARS = 3;
export const WARN_DAYS = 30;
export type Wanting = { readonly what: 'ends'; readonly days: number } | { readonly what: 'supervisor' | 'check' | 'old-check' | 'end' };


/** What of a colleague wants looking at, the most urgent first. @param today a local calendar day */
export function wantingOf({ staffType, supervisor, dbsLevel, dbsOn, endsOn }: Omit<Said, 'supervisorId'> & { readonly supervisor: object | null }, today: string): Wanting[] {
  const wanting: Wanting[] = [];
  if (endsOn !== null && daysBetween(today, endsOn) <= WARN_DAYS) wanting.push({ what: 'ends', days: daysBetween(today, endsOn) });
  if (staffType !== 'volunteer') return wanting;
  if (!supervisor) wanting.push({ what: 'supervisor' });
  if (!dbsLevel || !dbsOn) wanting.push({ what: 'check' });
  else if (dbsLevel !== 'none' && `${Number(dbsOn.slice(0, 4)) + CHECK_YEARS}${dbsOn.slice(4)}` <= today) wanting.push({ what: 'old-check' });
  if (endsOn === null) wanting.push({ what: 'end' });
  return wanting;
}
