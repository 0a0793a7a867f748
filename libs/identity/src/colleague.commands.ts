import { Email, Flag, Id, Ids, Limit, LocalDate, ManyOf, OneOf, Search, Sort, Text, WholeNumber, type Role } from '@app/kernel';
import { DBS_LEVELS, STAFF_TYPES, type DbsLevel, type StaffType } from './identity.entity';

/** The roles that an administrator may give to a colleague. */
export const COLLEAGUE_ROLES = ['practitioner', 'team_manager', 'org_admin', 'ig_lead', 'place_manager', 'emergency_viewer', 'advocate'] as const satisfies readonly Role[];
/** Runs the service for everybody: given at the command line only. */
const NOT_GIVEN_HERE = 'system_admin';
export const mayBeGiven = (roles: readonly Role[]): boolean => !roles.includes(NOT_GIVEN_HERE);
const ROLES = [...COLLEAGUE_ROLES, NOT_GIVEN_HERE] as const;

export type ColleagueRole = (typeof COLLEAGUE_ROLES)[number];

/** Who answers for somebody, which check was made, and until when they work here: a volunteer has all of it. Absent leaves it, null clears it. */
class HowTheyWork {
  @Id({ label: 'who answers for them' }) supervisorId?: string | null;
  @OneOf(DBS_LEVELS, { label: 'the DBS check' }) dbsLevel?: DbsLevel | null;
  @LocalDate({ label: 'the day of the DBS check', past: true }) dbsOn?: string | null;
  /** their last day here */
  @LocalDate({ label: 'the last day', past: false }) endsOn?: string | null;
}

export class InviteColleague extends HowTheyWork {
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

export class ChangeColleague extends HowTheyWork {
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
