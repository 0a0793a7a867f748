import type { AskedOfUs } from '@app/information-rights';
import type { Identity } from '@app/overviews';
import type { Html, PageContext, PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker } from '../../person/views/sample';
import { AskedBefore, RequestFields } from './request-fields';
import { asked as sample, TODAY } from './sample';

interface AskForCopyPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  asked: readonly AskedOfUs[];
  today: string;
}

/** "I want a copy of what you hold about me", written down by whoever they told. */
export function AskForCopyPage({ ctx, form, identity: about, asked, today }: AskForCopyPageProps): Html {
  const name = about.person.preferred ?? about.person.given;
  const at = `/people/${about.person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Asks for a copy" today={today} errors={form.errors} back={{ href: `${at}/sharing`, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">{name} asks for a copy of what is held</h1>
      <p>Anybody may ask, in any words. Those who look after information answer within a month; you need not look for anything yourself.</p>
      <AskedBefore asked={asked} today={today} />
      <RequestFields ctx={ctx} form={form} at={`${at}/subject-access`} name={name} today={today} />
    </PersonShell>
  );
}

export const wrong = refused({ words: 'All of it' }, missing('askedOn', 'Enter the day on which they asked'), missing('how', 'Choose how they asked'), missing('whom', 'Choose whom they ask'), missing('spokeAlone', 'Choose whether they spoke alone'));

export const states: PageStates = {
  full: () => <AskForCopyPage ctx={keyWorker} form={FormState.empty} identity={identity} asked={sample} today="2027-01-10" />,
  bare: () => <AskForCopyPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} asked={[]} today={TODAY} />,
  errors: () => <AskForCopyPage ctx={keyWorker} form={wrong} identity={identity} asked={[]} today={TODAY} />,
};
