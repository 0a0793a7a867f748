import { STAFF_TYPES, STAFF_WORDS } from '@app/identity';
import { Button, Csrf, Details, errorFor, Input, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { ColleagueFields } from './colleague-fields';
import type { ColleagueChoices } from '../colleague.desk';
import { administrator, sights } from './sample';
import { VolunteerFields } from './volunteer-fields';

interface InvitationPageProps extends ColleagueChoices {
  ctx: PageContext;
  form: FormState;
}

export function InvitationPage({ ctx, form, teams, sights, supervisors }: InvitationPageProps): Html {
  return (
    <Page ctx={ctx} title="Invite a colleague" errors={form.errors} back={{ href: '/people-and-access', text: 'Back to people and access' }}>
      <h1 class="nhsuk-heading-l">Invite a colleague</h1>
      <p>They get a link with which they set a password. It works once, for 7 days.</p>
      <form method="post" action="/people-and-access/invite" novalidate>
        <Csrf ctx={ctx} />
        <Input id="name" name="name" label="Full name" value={form.text('name')} autocomplete="off" classes="nhsuk-u-width-two-thirds" errorMessage={errorFor(form.errors, 'name')} />
        <Input id="email" name="email" type="email" label="Work e-mail address" value={form.text('email')} autocomplete="off" spellcheck={false} classes="nhsuk-u-width-two-thirds" errorMessage={errorFor(form.errors, 'email')} />
        <Radios idPrefix="staffType" name="staffType" value={form.text('staffType', 'employed')} errorMessage={errorFor(form.errors, 'staffType')}
          fieldset={{ legend: { text: 'How do they work here?', size: 'm' } }} items={STAFF_TYPES.map((value) => ({ value, text: STAFF_WORDS[value] }))} />
        <Details id="volunteer" summary="For a volunteer: who answers for them, their check, their last day" open={form.text('staffType') === 'volunteer'} html={<VolunteerFields form={form} supervisors={supervisors} now={NOTHING} />} />
        <ColleagueFields form={form} teams={teams} sights={sights} now={{ jobTitle: '', roles: ['practitioner'], teamIds: [], keyWorkerTrained: false, capacityPoints: null }} />
        <Button text="Invite" type="submit" />
      </form>
    </Page>
  );
}

const NOTHING = { supervisor: null, dbsLevel: null, dbsOn: null, endsOn: null };

const supervisors = [{ id: 'a', name: 'Ivy Chan' }];
const teams = [{ id: 't', name: 'Tenancy support' }, { id: 'i', name: 'Income' }];
const wrong = FormState.again({
  status: 422, message: '', values: { name: '', email: 'steph', roles: [], staffType: 'volunteer', endsOn: { day: '40', month: '1', year: '2027' } },
  faults: [
    { pointer: '/name', code: 'required', message: 'Enter the name' },
    { pointer: '/email', code: 'email', message: 'The e-mail address must be like name@example.org' },
    { pointer: '/supervisorId', code: 'required', message: 'Choose who answers for this volunteer' },
    { pointer: '/endsOn', code: 'date.invalid', message: 'The last day must be a real date' },
    { pointer: '/roles', code: 'required', message: 'Choose what they may do' },
  ],
});

export const states: PageStates = {
  full: () => <InvitationPage ctx={administrator} form={FormState.empty} teams={teams} sights={sights} supervisors={supervisors} />,
  bare: () => <InvitationPage ctx={administrator} form={FormState.empty} teams={[]} sights={sights} supervisors={supervisors} />,
  errors: () => <InvitationPage ctx={administrator} form={wrong} teams={teams} sights={sights} supervisors={supervisors} />,
};
