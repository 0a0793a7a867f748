import { NEED_DOMAIN_WORDS } from '@app/directory';
import { categoriesInWords } from '@app/persons';
import type { MakeReferral } from '@app/referrals';
import { Button, Csrf, formatDate, InsetText, SummaryList, summaryRow, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import type { NewReferralModel } from '../new-referral.desk';
import { chosen } from './sample';
import { AGREED_WORDS, aloneWords, byWhatWords, URGENCY_WORDS } from './words';

interface CheckReferralPageProps extends NewReferralModel {
  ctx: PageContext;
  command: MakeReferral;
  today: string;
}

/** What was typed, once more, as hidden fields. */
const Again = ({ command }: { command: MakeReferral }): Html => (
  <>
    {Object.entries(command).flatMap(([name, value]: [string, unknown]) => (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => {
      if (one === true) return <input type="hidden" name={name} value="on" />;
      if (typeof one !== 'string') return null;
      if (name === 'agreedOn' || name === 'lookAgainOn') return one.split('-').reverse().map((part, n) => <input type="hidden" name={`${name}[${['day', 'month', 'year'][n] ?? ''}]`} value={part} />);
      return <input type="hidden" name={name} value={one} />;
    }))}
  </>
);

/** Everything that will go, to be read once more; nothing is sent yet. */
export function CheckReferralPage({ ctx, command, chosen: asked, identity: about, today }: CheckReferralPageProps): Html {
  const at = `/people/${about.person.personId}/referrals`;
  const facts = (asked?.summary.facts ?? []).filter(({ key }) => command.facts?.includes(key));
  const worker = asked?.workers.find(({ membershipId }) => membershipId === command.membershipId);
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Check before you send" today={today} back={{ href: `${at}/new?service=${command.serviceId}`, text: 'Start again' }}>
      <h1 class="nhsuk-heading-l">Check before you send</h1>
      {asked?.existing ? <InsetText html={<p>A referral to this service is open already. <a class="nhsuk-link" href={`/referrals/${asked.existing}`}>Open it</a>.</p>} /> : null}
      <SummaryList rows={[
        summaryRow('To', asked ? `${asked.service.name}, ${asked.service.organisation}${worker ? `: ${worker.name}` : ''}` : null, 'Nobody'),
        summaryRow('About', NEED_DOMAIN_WORDS[command.needDomain], ''),
        summaryRow('What is needed', command.needText, ''),
        summaryRow('Why now', command.whyNow, ''),
        summaryRow('Answer wanted', URGENCY_WORDS[command.urgency ?? 'routine'], ''),
        ...facts.map(({ label, text }) => summaryRow(`Goes along: ${label.toLowerCase()}`, text, '')),
        facts.length === 0 ? summaryRow('Goes along', null, 'Nothing by which the person could be known') : null,
        summaryRow('Opens when they accept', categoriesInWords(['identity', ...(command.opens ?? [])]), ''),
        command.agreedHow && (command.authority ?? 'explicit') === 'explicit'
          ? summaryRow('Agreed', `${AGREED_WORDS[command.agreedHow]}, ${formatDate(command.agreedOn ?? today)}. ${aloneWords(command.spokeAlone)}`, '')
          : summaryRow('Without their yes', byWhatWords({ authority: command.authority ?? 'explicit', note: command.authorityNote ?? null, reviewOn: command.lookAgainOn ?? null }), ''),
        summaryRow('Who else may know', command.audience === 'internal' ? 'My organisation and the service' : 'The circle', ''),
      ]} />
      <form method="post" action={at} novalidate>
        <Csrf ctx={ctx} />
        <Again command={command} />
        <div class="os-actions">
          <Button text="Send referral" type="submit" />
          <Button text="Change something" type="submit" variant="secondary" attributes={{ formaction: `${at}/change` }} />
        </div>
      </form>
    </PersonShell>
  );
}

const command: MakeReferral = {
  serviceId: chosen.service.id, needDomain: 'home', needText: 'The north bedroom is damp.', whyNow: 'It is cold.', urgency: 'soon', facts: ['name', 'age'], opens: ['housing'], agreedHow: 'in_person', agreedOn: '2026-12-01',
  spokeAlone: true, audience: 'circle', membershipId: chosen.workers[0]?.membershipId ?? null,
};

export const states: PageStates = {
  full: () => <CheckReferralPage ctx={keyWorker} identity={identity} command={command} query={{ limit: 20 }} need={null} found={null} chosen={chosen} today={TODAY} />,
  bare: () => <CheckReferralPage ctx={keyWorker} identity={identity} query={{ limit: 20 }} need={null} found={null} chosen={{ ...chosen, existing: '0190aaaa-0000-7000-8000-0000000000f1' }} today={TODAY}
    command={{ serviceId: chosen.service.id, needDomain: 'home', needText: 'Damp', whyNow: 'Cold', agreedHow: 'by_phone', audience: 'internal' }} />,
  withoutYes: () => <CheckReferralPage ctx={keyWorker} identity={identity} query={{ limit: 20 }} need={null} found={null} chosen={chosen} today={TODAY}
    command={{ serviceId: chosen.service.id, needDomain: 'home', needText: 'Damp', whyNow: 'Cold', authority: 'best_interests', authorityNote: 'Dr Osei and her sister, about repairs', lookAgainOn: '2027-02-01' }} />,
};
