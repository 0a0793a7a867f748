import { rolesInWords, type ColleagueRow } from '@app/identity';
import { Button, Csrf, InsetText, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { ColleagueFields } from './colleague-fields';
import type { ColleagueModel } from '../colleague.desk';
import { administrator, ivy, sights } from './sample';
import { VolunteerFields } from './volunteer-fields';
import { WhatTheySee } from './what-each-sees';

interface ColleaguePageProps extends ColleagueModel {
  ctx: PageContext;
  form: FormState;
}

export function ColleaguePage({ ctx, form, colleague, teams, sights, sight, supervisors }: ColleaguePageProps): Html {
  const { id, name, email, version } = colleague;
  const saved = form.current as ColleagueRow | undefined;
  return (
    <Page ctx={ctx} title={name} errors={form.errors} back={{ href: '/people-and-access', text: 'Back to people and access' }}>
      <h1 class="nhsuk-heading-l">{name}</h1>
      <p>{email}</p>
      <WhatTheySee sight={sight} />
      {saved ? <InsetText html={<><p>Saved by somebody else: {saved.jobTitle}; {rolesInWords(saved.roles)}.</p><p>Below is what you chose. Save it to replace theirs, or go back to leave theirs.</p></>} /> : null}
      <form method="post" action={`/people-and-access/${id}`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={version} />
        <ColleagueFields form={form} teams={teams} sights={sights} now={{ ...colleague, teamIds: colleague.teams.map((team) => team.id) }} />
        {colleague.staffType === 'volunteer' ? <VolunteerFields form={form} supervisors={supervisors.filter((one) => one.id !== id)} now={colleague} /> : null}
        <Button text="Save" type="submit" />
      </form>
      {colleague.state === 'invited' ? (
        <form method="post" action={`/people-and-access/${id}/invite-again`} novalidate>
          <Csrf ctx={ctx} />
          <Button text="Make a new link" type="submit" variant="secondary" />
        </form>
      ) : null}
      <p><a class="nhsuk-link" href={`/people-and-access/${id}/end`}>End the access of {name}</a></p>
    </Page>
  );
}

const teams = [{ id: 't', name: 'Tenancy support' }, { id: 'i', name: 'Income' }];
const stale = FormState.again({ status: 409, message: 'Someone changed this while you were writing', faults: [], values: { jobTitle: 'Head of office', roles: 'org_admin' }, current: ivy });
const [sight] = sights;

export const states: PageStates = {
  full: () => <ColleaguePage ctx={administrator} form={FormState.empty} colleague={{ ...ivy, state: 'invited', teams: [{ id: 't', name: 'Tenancy support' }] }} teams={teams} sights={sights} sight={sight} supervisors={[{ id: 'b', name: 'Steph Rowe' }]} />,
  bare: () => <ColleaguePage ctx={administrator} form={FormState.empty} colleague={{ ...ivy, staffType: 'volunteer' }} teams={[]} sights={sights} sight={{ ...sight, volunteer: true }} supervisors={[{ id: 'b', name: 'Steph Rowe' }]} />,
  errors: () => <ColleaguePage ctx={administrator} form={stale} colleague={ivy} teams={teams} sights={sights} sight={sight} supervisors={[{ id: 'b', name: 'Steph Rowe' }]} />,
};
