import { Email, Flag, Ids, Limit, ManyOf, OneOf, Search, Sort, Text, WholeNumber, type Role } from '@app/kernel';
import { STAFF_TYPES, type StaffType } from './identity.entity';

/** The roles that an administrator may give to a colleague. */
export const COLLEAGUE_ROLES = ['practitioner', 'team_manager', 'org_admin', 'ig_lead', 'place_manager', 'emergency_viewer', 'advocate'] as const satisfies readonly Role[];
/** Runs the service for everybody: given at the command line only. */
const NOT_GIVEN_HERE = 'system_admin';
export const mayBeGiven = (roles: readonly Role[]): boolean => !roles.includes(NOT_GIVEN_HERE);
const ROLES = [...COLLEAGUE_ROLES, NOT_GIVEN_HERE] as const;

export type ColleagueRole = (typeof COLLEAGUE_ROLES)[number];

export class InviteColleague {
  @Text({ max: 100, required: true, label: 'the name' }) name: string;
  @Email({ required: true, label: 'the e-mail address' }) email: string;
  @Text({ max: 100, required: true, label: 'the job title' }) jobTitle: string;
  @ManyOf(ROLES, { required: true, label: 'what they may do' }) roles: (typeof ROLES)[number][];
  @Ids({ label: 'a team' }) teamIds: string[];
  @OneOf(STAFF_TYPES, { required: true, label: 'how they work here' }) staffType: StaffType;
  @Flag({ label: 'trained as key worker' }) keyWorkerTrained: boolean;
  /** casework agreed with their manager; a usual case is 2 points. Absent leaves it, null clears it */
  @WholeNumber({ min: 1, max: 200, label: 'the points agreed' }) capacityPoints?: number | null;
}

export class ChangeColleague {
  @Text({ max: 100, required: true, label: 'the job title' }) jobTitle: string;
  @ManyOf(ROLES, { required: true, label: 'what they may do' }) roles: (typeof ROLES)[number][];
  @Ids({ label: 'a team' }) teamIds: string[];
  @Flag({ label: 'trained as key worker' }) keyWorkerTrained: boolean;
  /** casework agreed with their manager; a usual case is 2 points. Absent leaves it, null clears it */
  @WholeNumber({ min: 1, max: 200, label: 'the points agreed' }) capacityPoints?: number | null;
}

export class ListColleagues {
  @Search() search?: string | null;
  @Sort(['name', '-name']) sort: 'name' | '-name';
  @Limit() limit: number;
  @Text({ max: 1000 }) cursor?: string | null;
}
