import { Button, Csrf, errorFor, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { delphine } from '../../care-teams/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { SharingPageModel } from '../sharing.desk';
import { agreed, untold } from './sample';
import { TalkFields } from './talk-fields';

interface StopSharingPageProps extends SharingPageModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** What follows when the person wants it to stop, in plain words; then it does. */
export function StopSharingPage({ ctx, form, identity: about, agreed: { version }, today }: StopSharingPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/sharing`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Stop sharing" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">Does {name} want us to stop sharing?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody wrote down a conversation meanwhile" headingLevel={2} html={<p><a class="nhsuk-link" href={at}>Read what was said</a>. What you wrote is kept below and is not saved yet.</p>} />}
      <p>When this is saved, and at once:</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>No organisation that was let in opens the record any more. If yours was let in, that includes you and the key worker’s plan.</li>
        <li>The organisation that registered {name} still opens it. An advocate, and family with a page of their own, keep it until their own help is ended.</li>
        <li>Nothing is deleted. Each organisation keeps the record of its own work.</li>
        <li>Help itself does not end by this. Ring whoever comes to {name}, so that nobody waits at a door.</li>
        <li>Nobody is added again before {name} says yes to them.</li>
      </ul>
      <form class="os-quick" method="post" action={`${at}/stop`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <TalkFields form={form} />
        <Textarea id="words" name="words" label={{ text: 'In their own words (optional)', size: 's' }} rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Stop sharing" type="submit" variant="warning" />
      </form>
    </PersonShell>
  );
}

const model: SharingPageModel = { identity, members: [delphine], others: [], agreed, grounds: [], objections: [], talkAsked: null };
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { how: 'phone', spokeAlone: 'yes' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <StopSharingPage ctx={keyWorker} form={FormState.empty} {...model} today={TODAY} />,
  bare: () => <StopSharingPage ctx={keyWorker} form={FormState.empty} {...model} identity={bareIdentity} agreed={untold} today={TODAY} />,
  errors: () => <StopSharingPage ctx={keyWorker} form={refused({ words: 'No more' }, missing('how', 'Choose how you talked'), missing('spokeAlone', 'Choose whether they spoke alone'))} {...model} today={TODAY} />,
  clash: () => <StopSharingPage ctx={keyWorker} form={clash} {...model} today={TODAY} />,
};
