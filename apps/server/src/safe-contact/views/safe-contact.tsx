import { fullName } from '@app/persons';
import { CHANNELS, type Channel, type SafeRule } from '@app/sharing';
import { Button, Csrf, formatDate, orSay, Phone, Section, SummaryList, summaryRow, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, closing, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { SafeContactModel } from '../safe-contact.desk';
import { noRules, rules } from './sample';
import { CHANNEL_WORDS, ruleWords, WHO_WORDS } from './words';

interface SafeContactPageProps extends SafeContactModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Yes' : 'No');

function Rule({ rule, ctx, version, at, ends }: { rule: SafeRule; ctx: PageContext; version: number; at: string; ends: boolean }): Html {
  return (
    <div>
      <p><strong>{ruleWords(rule)}</strong></p>
      <SummaryList rows={[
        summaryRow(WHO_WORDS[rule.channel], rule.whoAnswers, 'Not said'),
        summaryRow('When', rule.times, 'Not said'),
        ...(rule.channel === 'phone' ? [summaryRow('Leave a message', yesNo(rule.voicemail), 'Not said: leave none')] : []),
        summaryRow('Code word', rule.codeWord, 'None'),
        summaryRow('Recorded', `${rule.recordedBy}, ${formatDate(rule.since)}`, ''),
        summaryRow('Who knows this', rule.knownTo?.join(', '), 'Everybody who works with them'),
      ]} />
      {ends ? (
        <form class="os-noprint" method="post" action={`${at}/${rule.id}/end`}>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={String(version)} />
          <Button text={`End this: ${CHANNEL_WORDS[rule.channel].toLowerCase()}`} type="submit" variant="secondary" />
        </form>
      ) : null}
    </div>
  );
}

function OneWay({ channel, identity: about, rules: { live, version }, ctx }: SafeContactPageProps & { channel: Channel }): Html {
  const at = `/people/${about.person.personId}/safe-contact`;
  const here = live.filter((rule) => rule.channel === channel);
  return (
    <Section id={channel} title={CHANNEL_WORDS[channel]}>
      {channel === 'phone' ? <p>{about.phone ? <Phone value={about.phone} /> : orSay(null, 'No phone number recorded')}</p> : null}
      {here.length === 0 ? <p>Nobody has said how. Ask before the first time.</p> : here.map((rule) => <Rule rule={rule} ctx={ctx} version={version} at={at} ends={about.windDownUntil === null} />)}
      {about.windDownUntil ? null : <p class="os-noprint"><a class="nhsuk-link" href={`${at}/new?channel=${channel}`}>{here.length === 0 ? 'Write down how' : 'Change it'}<span class="nhsuk-u-visually-hidden">: {CHANNEL_WORDS[channel].toLowerCase()}</span></a></p>}
    </Section>
  );
}

/** Who answers, when, what may be left, and the code word: read before anybody rings, writes or visits. */
export function SafeContactPage(props: SafeContactPageProps): Html {
  const { ctx, form, identity: about, rules: { ended }, today } = props;
  const { person } = about;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="How to reach them safely" today={today} errors={form.errors} back={{ href: at, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">How to reach {person.preferred ?? person.given} safely</h1>
      {form.errors.length === 0 ? null : <WarningCallout heading="It was not ended" headingLevel={2} text="Somebody changed what is below meanwhile. Read it again first." />}
      <p>Messages that the service sends obey this, and are not sent where somebody else may read them. Leave none of it on paper in the home.</p>
      {CHANNELS.map((channel) => <OneWay {...props} channel={channel} />)}
      {about.windDownUntil ? null : (
        <ul class="nhsuk-list os-noprint">
          <li><a class="nhsuk-link" href={`${at}/protection`}>Who may know where they are</a></li>
          <li><a class="nhsuk-link" href={`${at}/kept-out`}>People who must not open this record</a></li>
          <li><a class="nhsuk-link" href={`${at}/restriction`}>Who opens this record</a></li>
        </ul>
      )}
      {ended.length === 0 ? null : (
        <Section id="before" title="What held before">
          <ul class="nhsuk-list nhsuk-list--bullet">
            {ended.map((rule) => <li>{CHANNEL_WORDS[rule.channel]}: {ruleWords(rule)}. {formatDate(rule.since)} to {formatDate(rule.until ?? rule.since)}, recorded by {rule.recordedBy}</li>)}
          </ul>
        </Section>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SafeContactPage ctx={keyWorker} form={FormState.empty} identity={{ ...identity, safeContact: rules.live }} rules={rules} today={TODAY} />,
  bare: () => <SafeContactPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} rules={noRules} today={TODAY} />,
  closing: () => <SafeContactPage ctx={keyWorker} form={FormState.empty} identity={closing} rules={rules} today={TODAY} />,
  errors: () => <SafeContactPage ctx={keyWorker} form={FormState.again({ status: 409, message: 'Someone changed this while you were reading', values: {}, faults: [] })} identity={identity} rules={rules} today={TODAY} />,
};
