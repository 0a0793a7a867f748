import { CHANNELS, type Channel } from '@app/sharing';
import { Button, Csrf, errorFor, Input, Radios, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { NewRuleModel } from '../safe-contact.desk';
import { MayKnow } from './may-know';
import { noRules, round, rules } from './sample';
import { CHANNEL_WORDS } from './words';

interface NewRulePageProps extends NewRuleModel {
  ctx: PageContext;
  form: FormState;
  /** the way that is already chosen */
  channel: Channel | null;
  today: string;
}

/** One way to reach the person, and how it is safe: as they said it. */
export function NewRulePage({ ctx, form, channel, identity: about, rules: { version, live }, round: people, today }: NewRulePageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/safe-contact`;
  const before = live.find((rule) => rule.channel === channel && rule.knownTo === null);
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="How is it safe?" today={today} errors={form.errors} back={{ href: at, text: `Back to how to reach ${name} safely` }}>
      <h1 class="nhsuk-heading-l">How is it safe to reach {name}?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody wrote something down meanwhile" headingLevel={2} html={<p><a class="nhsuk-link" href={at}>Read what holds now</a>. What you wrote is kept below and is not saved yet.</p>} />}
      <p>Ask when they are alone. What you write takes the place of what was said about the same way; the older words are kept.</p>
      <form class="os-quick" method="post" action={at} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <Radios idPrefix="channel" name="channel" small value={form.text('channel', channel ?? '')} errorMessage={errorFor(form.errors, 'channel')} fieldset={{ legend: { text: 'Which way?', size: 's' } }} items={CHANNELS.map((value) => ({ value, text: CHANNEL_WORDS[value] }))} />
        <Radios idPrefix="safe" name="safe" small value={form.text('safe', before ? (before.allowed ? 'yes' : 'no') : '')} errorMessage={errorFor(form.errors, 'safe')} fieldset={{ legend: { text: 'Is it safe?', size: 's' } }}
          items={[{ value: 'yes', text: 'Yes, as written below' }, { value: 'no', text: 'No, never' }]} />
        <Input id="whoAnswers" name="whoAnswers" label="Who answers, reads it or opens the door? (optional)" hint="Where somebody is named, nothing is sent that waits to be read" value={form.text('whoAnswers', before?.whoAnswers ?? '')} errorMessage={errorFor(form.errors, 'whoAnswers')} />
        <Input id="times" name="times" label="When? (optional)" value={form.text('times', before?.times ?? '')} errorMessage={errorFor(form.errors, 'times')} />
        <Radios idPrefix="voicemail" name="voicemail" small value={form.text('voicemail', before?.voicemail === null || !before ? '' : before.voicemail ? 'yes' : 'no')} errorMessage={errorFor(form.errors, 'voicemail')}
          fieldset={{ legend: { text: 'May one leave a message on the phone? (only for the phone)', size: 's' } }} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        <Input id="codeWord" name="codeWord" label="Code word (optional)" hint="What you say, or they say, to show that it is safe to talk" value={form.text('codeWord', before?.codeWord ?? '')} errorMessage={errorFor(form.errors, 'codeWord')} autocomplete="off" />
        <MayKnow form={form} round={people} legend="Who may know this? (optional)"
          hint="Tick nobody, and everybody reads it who works with them. Tick names, and only they and you do: everybody else still sees the number as before, so keep that from them too" />
        <Button text="Save" type="submit" />
      </form>
    </PersonShell>
  );
}

const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { channel: 'phone', safe: 'no', whoAnswers: 'Her son' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <NewRulePage ctx={keyWorker} form={FormState.empty} channel="phone" identity={identity} rules={rules} round={round} today={TODAY} />,
  bare: () => <NewRulePage ctx={keyWorker} form={FormState.empty} channel={null} identity={bareIdentity} rules={noRules} round={[]} today={TODAY} />,
  errors: () => <NewRulePage ctx={keyWorker} form={refused({ whoAnswers: 'Her son' }, missing('channel', 'Choose the way'), missing('safe', 'Choose whether it is safe'))} channel={null} identity={identity} rules={rules} round={round} today={TODAY} />,
  clash: () => <NewRulePage ctx={keyWorker} form={clash} channel="phone" identity={identity} rules={rules} round={round} today={TODAY} />,
};
