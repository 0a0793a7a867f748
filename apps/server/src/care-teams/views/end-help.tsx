import { END_BECAUSE, type CircleMember } from '@app/care-teams';
import type { Identity } from '@app/overviews';
import { Button, Csrf, errorFor, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import { memberName } from './circle';
import { bareMember, delphine } from './sample';

interface EndHelpPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  member: CircleMember;
  today: string;
}

const ENDS: Record<(typeof END_BECAUSE)[number], { text: string; hint: { text: string } }> = {
  finished: { text: 'It is finished', hint: { text: 'For ten working days they still open what they wrote themselves and can write a closing note. They see nothing of others' } },
  person_said_no: { text: 'The person said no', hint: { text: 'They can no longer open the record when this is saved' } },
  safety: { text: 'For safety', hint: { text: 'They can no longer open the record when this is saved' } },
};

/** Ends the help of one member, and with it what they may see. */
export function EndHelpPage({ ctx, form, identity: about, member, today }: EndHelpPageProps): Html {
  const at = `/people/${about.person.personId}/circle`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="End the help" today={today} errors={form.errors} back={{ href: at, text: 'Back to people and services' }}>
      <h1 class="nhsuk-heading-l">End the help of {memberName(member)}?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <p>{member.organisation}: {member.does}. Their own notes stay with their organisation.</p>
      {member.leads
        ? <WarningCallout heading="They are the key worker" headingLevel={2} html={<p>Hand over to somebody else first, then end the help: whoever leads stays in the circle. <a class="nhsuk-link" href={`/people/${about.person.personId}#next`}>Go to the key worker</a></p>} />
        : (
          <form class="os-quick" method="post" action={`${at}/${member.id}/end`} novalidate>
            <Csrf ctx={ctx} />
            <input type="hidden" name="_version" value={String(member.rowVersion)} />
            <Textarea id="reason" name="reason" label={{ text: 'Why does it end?', size: 's' }} rows="2" hint={member.discreet ? 'Those named read this' : 'The circle reads this, and the person unless it ends for safety'} value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
            <Radios idPrefix="because" name="because" small value={form.text('because', 'finished')} errorMessage={errorFor(form.errors, 'because')}
              fieldset={{ legend: { text: 'What kind of end is it?', size: 's' } }} items={END_BECAUSE.map((value) => ({ value, ...ENDS[value] }))} />
            <Button text="End the help" type="submit" variant="warning" />
          </form>
        )}
    </PersonShell>
  );
}

const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { reason: 'She moved' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <EndHelpPage ctx={keyWorker} form={FormState.empty} identity={identity} member={delphine} today={TODAY} />,
  bare: () => <EndHelpPage ctx={keyWorker} form={FormState.empty} identity={identity} member={bareMember} today={TODAY} />,
  leads: () => <EndHelpPage ctx={keyWorker} form={FormState.empty} identity={identity} member={{ ...delphine, leads: true }} today={TODAY} />,
  errors: () => <EndHelpPage ctx={keyWorker} form={refused({ reason: '' }, missing('reason', 'Enter why it ends'))} identity={identity} member={delphine} today={TODAY} />,
  clash: () => <EndHelpPage ctx={keyWorker} form={clash} identity={identity} member={delphine} today={TODAY} />,
};
