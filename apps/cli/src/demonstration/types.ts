import type { Category, Email, OrganisationCode, Sector, StaffRole, TeamCode } from './codes';

export * from './codes';

/**
 * The demonstration place as data: Brackenbridge, Marlshire, which is invented. Days are relative to the day of
 * seeding (`daysAgo`, `inDays`), so that the place is as fresh next year as today; only birth dates are fixed.
 * Everything is referred to by a code or an e-mail address, never by an id.
 */

export interface DemonstrationTeam {
  code: TeamCode;
  name: string;
  dutyPhone: string;
  hours: string;
  /** Whom to ring when the team is closed, in words and a number. */
  outOfHours?: string;
  /** A team of several employers: the employers beside the host, and when it meets. */
  integrated?: { members: OrganisationCode[]; meets: string };
}

export interface DemonstrationOrganisation {
  code: OrganisationCode;
  name: string;
  sector: Sector;
  about: string;
  phone: string;
  outOfHoursPhone?: string;
  /** Who in the organisation a relationship opens: the named worker, the named team, or everyone (design.md §3.1). */
  accessScope: 'named' | 'team' | 'organisation';
  /** To know that this organisation helps is itself sensitive: hidden in every circle except from those named. */
  discreetByDefault: boolean;
  teams: DemonstrationTeam[];
}

export interface DemonstrationMembership {
  organisation: OrganisationCode;
  /** Teams of this organisation, or an integrated team that it is a member of. */
  teams: TeamCode[];
  roles: StaffRole[];
  jobTitle: string;
}

export interface DemonstrationStaff {
  name: string;
  email: Email;
  phone: string;
  kind: 'employed' | 'volunteer';
  keyWorkerTrained: boolean;
  /** Who answers for a volunteer; every volunteer has one. */
  supervisor?: Email;
  /** Which DBS check a volunteer has, and in how many days their time ends. */
  volunteer?: { check: 'none' | 'basic' | 'enhanced'; days: number };
  workingPattern?: string;
  memberships: [DemonstrationMembership, ...DemonstrationMembership[]];
}

export interface SafeContact {
  whoAnswers: string;
  times: string;
  voicemail: boolean;
  text: boolean;
  post: boolean;
  codeWord?: string;
}

export interface DemonstrationPhone {
  kind: 'mobile' | 'landline';
  value: string;
  safeContact?: SafeContact;
}

export interface AboutMeEntry {
  text: string;
  voice: 'self' | 'carer' | 'professional';
  confirmedDaysAgo: number;
}

/** The headings of About Me (PRSB About Me v1.2); a heading that nobody has answered yet is left out. */
export const aboutMeHeadings = [
  'mattersMost', 'importantPeople', 'howToCommunicate', 'wellness', 'pleaseDo', 'pleaseDoNot', 'howToSupport', 'alsoWorthKnowing',
] as const;
export type AboutMeHeading = (typeof aboutMeHeadings)[number];
export type AboutMe = Partial<Record<AboutMeHeading, AboutMeEntry>>;

export interface DemonstrationRelative {
  name: string;
  relationship: string;
  mainCarer?: boolean;
  emergencyContact?: boolean;
  livesWith?: boolean;
  /** The person looks after this relative, not the other way round. */
  personCaresFor?: boolean;
  /** Under 18 and helping to care: is never counted as cover and never a first contact. */
  youngCarer?: boolean;
  /** 'YYYY-MM-DD'; given where age matters: nobody under 18 is cover or first contact. */
  birthDate?: string;
  phone?: string;
  mayBeTold: Category[];
  mustNotBeTold?: string;
  /** A lasting power of attorney and how far it has been checked. */
  lpa?: { kind: 'health_and_welfare' | 'property_and_affairs'; state: 'claimed' | 'seen' | 'verified' | 'suspended' };
  /** Signs in as a family carer and sees what `mayBeTold` says. */
  account?: Email;
}

export interface DemonstrationAlert {
  category: 'risk_to_self' | 'risk_to_others' | 'safeguarding' | 'infection' | 'environment' | 'information';
  text: string;
  whatToDo: string;
  raisedBy: Email;
  audience: 'internal' | 'circle' | 'named';
  namedOrganisations?: OrganisationCode[];
  /** For these people only; to everyone else the alert does not exist. */
  sealedTo?: Email[];
  reviewInDays: number;
  visibleToPerson: boolean;
}

export type CaseStatus = 'triage' | 'awaiting_key_worker' | 'active' | 'monitoring' | 'on_hold' | 'closed';

export interface DemonstrationCase {
  openedDaysAgo: number;
  reason: string;
  openedBy: OrganisationCode;
  team?: TeamCode;
  status: CaseStatus;
  contactEveryDays: number;
  /** Nobody only while the case waits for its key worker. */
  keyWorker: Email | null;
  /** For whom the key worker acts, where they have two memberships. */
  keyWorkerFor?: OrganisationCode;
  whoToRingNow?: string;
  /** Days until the next review, negative when overdue; null when none is set. */
  nextReviewInDays: number | null;
  onHoldBecause?: string;
  closed?: { daysAgo: number; reason: string };
}

/**
 * One organisation's part in a circle. Which of its people it lets in follows the organisation's `accessScope`:
 * `named` always has a worker, `team` always a team, and for a restricted person everybody has a worker.
 */
export interface DemonstrationCircleMember {
  organisation: OrganisationCode;
  team?: TeamCode;
  worker?: Email;
  does: string;
  doesNotDo?: string;
  daysTimes?: string;
  categories: Category[];
  /** Present only for those named: absent from everyone else's view of the circle. */
  discreet?: { namedTo: Email[] };
  joinedDaysAgo: number;
  /** Set when the membership has ended: the person withdrew it, or the help was done. */
  left?: { daysAgo: number; because: string };
}

export interface DemonstrationExclusion {
  user: Email;
  because: string;
  sealedTo?: Email[];
}

export interface DemonstrationObjection {
  organisation: OrganisationCode;
  categories: Category[];
  sealed?: boolean;
}

export interface DemonstrationNote {
  by: Email;
  /** For whom the writer acts, where the writer has two memberships. */
  actingFor?: OrganisationCode;
  daysAgo: number;
  /** 'HH:MM', Europe/London. */
  at: string;
  kind: 'visit' | 'phone' | 'video' | 'message' | 'meeting' | 'letter';
  /** A two-way conversation with the person, one with a relative, or an attempt that reached nobody. */
  about: 'person' | 'relative' | 'attempt';
  aboutName?: string;
  text: string;
  audience: 'internal' | 'circle' | 'named';
  namedOrganisations?: OrganisationCode[];
  visibleToPerson: boolean;
  category: Category;
  sealedTo?: Email[];
}

/** The conversation in which the person said what may be shared with whom, and who else was in the room. */
export interface SharingConversation {
  by: Email;
  daysAgo: number;
  alone: boolean;
  present: string[];
  said: string;
  /** What of it was written down as agreed; the words are those that the whole circle may read. */
  agreed?: { answer: 'yes' | 'ask'; how: 'face_to_face' | 'phone'; words: string };
}

export interface DemonstrationPerson {
  /** Unique in the place; for the twelve the name of their file. */
  key: string;
  /** Ten digits without spaces. */
  nhsNumber: string | null;
  noNhsNumberBecause?: 'not_known_yet' | 'new_arrival' | 'visitor' | 'declined' | 'other';
  /** The number that is issued later in the story. */
  laterNhsNumber?: string;
  /** A number of an earlier identity: restricted, never shown and never a search hit. */
  supersededNhsNumber?: string;
  given: string;
  family: string;
  preferredName?: string;
  pronouns?: string;
  /** 'YYYY-MM-DD'. */
  birthDate: string | null;
  birthDateEstimated?: boolean;
  gender?: string;
  languages: { language: string; interpreterNeeded: boolean }[];
  communicationNeeds?: string;
  ethnicity?: string;
  deceasedOn?: { daysAgo: number };
  /** A move out of the place, past (negative days) or planned. */
  moving?: { inDays: number; to: string; temporary: boolean };
  registeredBy: OrganisationCode;
  /** `protected` names the only staff who may see where the person lives. */
  address: { lines: string[]; postcode: string; protected?: Email[] };
  phones: DemonstrationPhone[];
  gpPractice: OrganisationCode;
  /** Opens to named users only: everybody in the circle is then a named worker. */
  restricted?: boolean;
  /** why it is restricted, as the key worker wrote it down */
  restriction?: { because: string; reviewInDays: number };
  aboutMe: AboutMe;
  relatives: DemonstrationRelative[];
  alerts: DemonstrationAlert[];
  case?: DemonstrationCase;
  circle: DemonstrationCircleMember[];
  exclusions: DemonstrationExclusion[];
  objections: DemonstrationObjection[];
  notes: DemonstrationNote[];
  spokeAlone?: SharingConversation;
  /** The person signs in and reads their own record. */
  account?: Email;
}
