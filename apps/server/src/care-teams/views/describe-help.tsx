import type { CircleMember } from '@app/care-teams';
import type { Identity } from '@app/overviews';
import { Button, Csrf, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import { memberName } from './circle';
import { HelpFields } from './help-fields';
import { bareMember, delphine } from './sample';

interface DescribeHelpPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  member: CircleMember;
  today: string;
}

/** Says anew what one member of the circle does; what they may see stays as it is. */
export function DescribeHelpPage({ ctx, form, identity: about, member, today }: DescribeHelpPageProps): Html {
  const at = `/people/${about.person.personId}/circle`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Change what they do" today={today} errors={form.errors} back={{ href: at, text: 'Back to people and services' }}>
      <h1 class="nhsuk-heading-l">What does {memberName(member)} do?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text={`It says now: ${saidOf(member)} What you wrote is kept below and is not saved yet.`} />}
      <p>{member.organisation}. {member.discreet ? 'Those named read this.' : 'The circle and the person read this.'} What they may see stays as it is.</p>
      <form class="os-quick" method="post" action={`${at}/${member.id}/help`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(member.rowVersion)} />
        <HelpFields form={form} stands={member} />
        <Button text="Save" type="submit" />
      </form>
    </PersonShell>
  );
}

const saidOf = ({ does, doesNotDo, daysTimes }: CircleMember): string => [does, doesNotDo ? `Does not do: ${doesNotDo}` : null, daysTimes].filter(Boolean).map((words) => `“${words}”.`).join(' ');

const typed = { does: 'Brings her home as well', daysTimes: 'Fridays' };
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: typed, faults: [], current: {} });

export const states: PageStates = {
  full: () => <DescribeHelpPage ctx={keyWorker} form={FormState.empty} identity={identity} member={delphine} today={TODAY} />,
  bare: () => <DescribeHelpPage ctx={keyWorker} form={FormState.empty} identity={identity} member={bareMember} today={TODAY} />,
  errors: () => <DescribeHelpPage ctx={keyWorker} form={refused({ ...typed, does: '' }, missing('does', 'Enter what they do'))} identity={identity} member={delphine} today={TODAY} />,
  clash: () => <DescribeHelpPage ctx={keyWorker} form={clash} identity={identity} member={delphine} today={TODAY} />,
};
