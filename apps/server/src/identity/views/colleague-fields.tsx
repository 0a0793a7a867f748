import type { ColleagueRole, StaffType } from '@app/identity';
import { Checkboxes, errorFor, Input, type Html } from '@app/web-kit';
import type { FormState } from '../../http/form-state';

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

export const rolesInWords = (roles: readonly string[]): string => roles.map((role) => ROLE_WORDS[role as ColleagueRole]?.text ?? role).join(', ');

interface ColleagueFieldsProps {
  form: FormState;
  teams: readonly { id: string; name: string }[];
  now: { jobTitle: string; roles: readonly string[]; teamIds: readonly string[]; keyWorkerTrained: boolean; capacityPoints: number | null };
}

/** The fields that an invitation and a change have in common. */
export function ColleagueFields({ form, teams, now }: ColleagueFieldsProps): Html {
  return (
    <>
      <Input id="jobTitle" name="jobTitle" label="Job title" value={form.text('jobTitle', now.jobTitle)} classes="nhsuk-u-width-two-thirds" errorMessage={errorFor(form.errors, 'jobTitle')} />
      <Checkboxes idPrefix="roles" name="roles" values={form.list('roles', now.roles)} errorMessage={errorFor(form.errors, 'roles')}
        fieldset={{ legend: { text: 'What may they do?', size: 'm' } }}
        items={Object.entries(ROLE_WORDS).map(([value, { text, hint }]) => ({ value, text, hint }))} />
      {teams.length === 0 ? null : (
        <Checkboxes idPrefix="teamIds" name="teamIds" values={form.list('teamIds', now.teamIds)} errorMessage={errorFor(form.errors, 'teamIds')}
          fieldset={{ legend: { text: 'In which teams are they?', size: 'm' } }} items={teams.map((team) => ({ value: team.id, text: team.name }))} />
      )}
      <Checkboxes idPrefix="keyWorkerTrained" name="keyWorkerTrained" values={form.list('keyWorkerTrained', now.keyWorkerTrained ? ['on'] : [])}
        fieldset={{ legend: { text: 'Key worker', size: 'm' } }} items={[{ value: 'on', text: 'Has been trained as a key worker' }]} />
      <Input id="capacityPoints" name="capacityPoints" label="How much casework is agreed with their manager? (optional)" hint="In points: a light case is 1, a usual one 2, a complex one 3" inputmode="numeric"
        classes="nhsuk-input--width-3" value={form.text('capacityPoints', now.capacityPoints === null ? '' : String(now.capacityPoints))} errorMessage={errorFor(form.errors, 'capacityPoints')} />
    </>
  );
}
