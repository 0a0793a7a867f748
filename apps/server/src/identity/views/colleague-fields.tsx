import { ROLE_WORDS } from '@app/identity';
import { Checkboxes, errorFor, Input, type Html } from '@app/web-kit';
import type { FormState } from '../../http/form-state';
import type { Sight } from '../what-each-sees';
import { WhatEachSees } from './what-each-sees';

interface ColleagueFieldsProps {
  form: FormState;
  teams: readonly { id: string; name: string }[];
  sights: readonly Sight[];
  now: { jobTitle: string; roles: readonly string[]; teamIds: readonly string[]; keyWorkerTrained: boolean; capacityPoints: number | null };
}

/** The fields that an invitation and a change have in common. */
export function ColleagueFields({ form, teams, sights, now }: ColleagueFieldsProps): Html {
  return (
    <>
      <Input id="jobTitle" name="jobTitle" label="Job title" value={form.text('jobTitle', now.jobTitle)} classes="nhsuk-u-width-two-thirds" errorMessage={errorFor(form.errors, 'jobTitle')} />
      <Checkboxes idPrefix="roles" name="roles" values={form.list('roles', now.roles)} errorMessage={errorFor(form.errors, 'roles')}
        fieldset={{ legend: { text: 'What may they do?', size: 'm' } }}
        items={Object.entries(ROLE_WORDS).map(([value, { text, hint }]) => ({ value, text, hint }))} />
      <WhatEachSees sights={sights} />
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
