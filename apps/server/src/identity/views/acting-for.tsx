import { Button, Csrf, errorFor, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { administrator } from './sample';

interface ActingForPageProps {
  ctx: PageContext;
  form: FormState;
  choices: readonly { id: string; organisationName: string; jobTitle: string }[];
  current: string;
}

/** For whom somebody with two employers acts: what they see and write is that organisation's. */
export function ActingForPage({ ctx, form, choices, current }: ActingForPageProps): Html {
  return (
    <Page ctx={ctx} title="Change organisation" errors={form.errors} back={{ href: '/', text: 'Back' }}>
      <form method="post" action="/acting-for" novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="membershipId" name="membershipId" value={form.text('membershipId', current)} errorMessage={errorFor(form.errors, 'membershipId')}
          fieldset={{ legend: { text: 'For whom do you act now?', isPageHeading: true, size: 'l' } }}
          hint="What you see and what you write belongs to this organisation."
          items={choices.map((choice) => ({ value: choice.id, text: choice.organisationName, hint: choice.jobTitle }))} />
        <Button text="Go on" type="submit" />
      </form>
    </Page>
  );
}

const choices = [
  { id: 'a', organisationName: 'Brackenbridge Primary Care Network', jobTitle: 'Care coordinator' },
  { id: 'b', organisationName: 'Age Well Marlshire', jobTitle: 'Volunteer' },
];

const unchosen = FormState.again({
  status: 422, message: '', values: { membershipId: '' }, faults: [{ pointer: '/membershipId', code: 'required', message: 'Choose an organisation' }],
});

export const states: PageStates = {
  full: () => <ActingForPage ctx={administrator} form={FormState.empty} choices={choices} current="a" />,
  bare: () => <ActingForPage ctx={administrator} form={FormState.empty} choices={choices.slice(0, 1)} current="a" />,
  errors: () => <ActingForPage ctx={administrator} form={unchosen} choices={choices} current="a" />,
};
