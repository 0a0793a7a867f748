import { STAFF_TYPES, STAFF_WORDS } from '@app/identity';
import { Button, Csrf, errorFor, Input, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { ColleagueFields } from './colleague-fields';
import type { ColleagueChoices } from '../colleague.desk';
import { administrator, sights } from './sample';

interface InvitationPageProps extends ColleagueChoices {
  ctx: PageContext;
  form: FormState;
}

export function InvitationPage({ ctx, form, teams, sights }: InvitationPageProps): Html {
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
        <ColleagueFields form={form} teams={teams} sights={sights} now={{ jobTitle: '', roles: ['practitioner'], teamIds: [], keyWorkerTrained: false, capacityPoints: null }} />
        <Button text="Invite" type="submit" />
      </form>
    </Page>
  );
}

const teams = [{ id: 't', name: 'Tenancy support' }, { id: 'i', name: 'Income' }];
const wrong = FormState.again({
  status: 422, message: '', values: { name: '', email: 'steph', roles: [] },
  faults: [
    { pointer: '/name', code: 'required', message: 'Enter the name' },
    { pointer: '/email', code: 'email', message: 'The e-mail address must be like name@example.org' },
    { pointer: '/roles', code: 'required', message: 'Choose what they may do' },
  ],
});

export const states: PageStates = {
  full: () => <InvitationPage ctx={administrator} form={FormState.empty} teams={teams} sights={sights} />,
  bare: () => <InvitationPage ctx={administrator} form={FormState.empty} teams={[]} sights={sights} />,
  errors: () => <InvitationPage ctx={administrator} form={wrong} teams={teams} sights={sights} />,
};
