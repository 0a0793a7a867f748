import type { Keeper, RestrictedRecord } from '@app/sharing';
import { Button, Csrf, EmptyState, errorFor, formatDate, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { colleagues, record } from './sample';

interface RestrictedRecordPageProps {
  ctx: PageContext;
  form: FormState;
  record: RestrictedRecord;
  colleagues: readonly Keeper[];
}

/** When those who could open it have left, a lead names a colleague of theirs. */
export function RestrictedRecordPage({ ctx, form, record: { personId, name, birthDate }, colleagues: people }: RestrictedRecordPageProps): Html {
  const now = people.filter(({ byName, keeps }) => byName || keeps);
  const others = people.filter(({ byName, keeps }) => !byName && !keeps);
  return (
    <Page ctx={ctx} title={`Name a colleague – ${name}`} errors={form.errors} back={{ href: '/information-governance/restricted', text: 'Back to restricted records' }}>
      <h1 class="nhsuk-heading-l">Who else opens the record of {name}?</h1>
      <p>{birthDate ? `Born ${formatDate(birthDate)}. ` : ''}{now.length === 0 ? 'Nobody of your organisation opens it now.' : `Of your organisation open it now: ${now.map((one) => one.name).join(', ')}.`}</p>
      {others.length === 0 ? <EmptyState level={2} title="Nobody else can be named"><p>Only colleagues of a team that helps can be. Have somebody put into that team first.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`/information-governance/restricted/${personId}`} novalidate>
          <Csrf ctx={ctx} />
          <Radios idPrefix="membershipId" name="membershipId" small value={form.text('membershipId')} errorMessage={errorFor(form.errors, 'membershipId')} fieldset={{ legend: { text: 'Which colleague?', size: 's' } }} hint="For when somebody has left or is away. They open the record from now on"
            items={others.map((one) => ({ value: one.membershipId, text: `${one.name}, ${one.jobTitle}` }))} />
          <Button text="Let them open it" type="submit" />
        </form>
      )}
    </Page>
  );
}

const ctx: PageContext = { ...lead, path: '/information-governance/restricted', nav: 'governance' };

export const states: PageStates = {
  full: () => <RestrictedRecordPage ctx={ctx} form={FormState.empty} record={record} colleagues={colleagues} />,
  bare: () => <RestrictedRecordPage ctx={ctx} form={FormState.empty} record={{ ...record, birthDate: null, opens: 0 }} colleagues={[]} />,
  errors: () => <RestrictedRecordPage ctx={ctx} form={refused({}, missing('membershipId', 'Choose the colleague'))} record={record} colleagues={colleagues} />,
};
