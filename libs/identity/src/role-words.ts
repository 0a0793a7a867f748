import type { ColleagueRole } from './colleague.commands';
import type { DbsLevel, StaffType } from './identity.entity';

/** What each role may do, in the words in which it is given. */
export const ROLE_WORDS: Record<ColleagueRole, { text: string; hint: string }> = {
  practitioner: { text: 'Works with people', hint: 'Opens and writes the records of people whom your organisation supports' },
  team_manager: { text: 'Leads a team', hint: 'The same, and hands out work in their teams' },
  org_admin: { text: 'Looks after people and access', hint: 'Invites, changes and ends colleagues. Opens no records by this alone' },
  ig_lead: { text: 'Leads information governance', hint: 'Sees who looked at whose record. Opens no records by this alone' },
  place_manager: { text: 'Sees figures of the place', hint: 'Counts only, nobody’s record' },
  emergency_viewer: { text: 'May look in an emergency', hint: 'With a reason, for a few hours, and it is always checked afterwards' },
  advocate: { text: 'Speaks for people', hint: 'Opens what the person lets an advocate see' },
};

export const STAFF_WORDS: Record<StaffType, string> = { employed: 'Employed', volunteer: 'Volunteer', student: 'Student or on placement' };

export const DBS_WORDS: Record<DbsLevel, string> = {
  none: 'None is needed for what they do', basic: 'Basic', standard: 'Standard', enhanced: 'Enhanced', enhanced_barred: 'Enhanced with the barred lists',
};

export const rolesInWords = (roles: readonly string[]): string => roles.map((role) => ROLE_WORDS[role as ColleagueRole]?.text ?? role).join(', ');
