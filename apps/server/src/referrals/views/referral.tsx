import { categoriesInWords } from '@app/persons';
import { JOINED, type SeenReferral } from '@app/referrals';
import { Button, Csrf, formatDate, InsetText, Page, Phone, Section, SummaryList, summaryRow, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { TODAY } from '../../person/views/sample';
import { isForgotten, whichFor } from '../referral-item';
import { ACT_WORDS, ACTS, mayAct, STEP_WORDS, stepsNow } from './acts';
import { received, receiver, sent } from './sample';
import { AgeWords, AGREED_WORDS, aloneWords, byWhatWords, DECLINE_WORDS, END_WORDS, OUTCOME_WORDS, StateTag, URGENCY_WORDS, whoWords } from './words';

interface ReferralPageProps {
  ctx: PageContext;
  form: FormState;
  seen: SeenReferral;
  /** the local calendar day */
  today: string;
}

/** The receiver helps now. */
const AT_WORK: readonly SeenReferral['referral']['state'][] = ['accepted', 'waiting', 'in_progress'];

/** What the receiver has before they say yes, and it is all that they have. */
export function ReferralSummary({ seen }: { seen: SeenReferral }): Html {
  const { referral } = seen;
  if (isForgotten(seen)) return <p>What this referral said is no longer shown here, because it was not accepted.</p>;
  return (
    <SummaryList rows={[
      summaryRow('What is needed', referral.needText, ''),
      summaryRow('Why now', referral.whyNow, ''),
      ...referral.summary.map(({ label, text }) => summaryRow(label, text, '')),
      referral.agreedHow ? summaryRow('Agreed', `${AGREED_WORDS[referral.agreedHow]}, ${formatDate(referral.agreedOn)}. ${aloneWords(referral.spokeAlone)}`, '')
        : summaryRow('Without their yes', byWhatWords({ authority: referral.authority, ...whichFor(seen) }), ''),
      summaryRow(...opensIn(seen), ''),
    ]} />
  );
}

// What the receiver sees afterwards is decided anew each day: of that a referral says what was agreed, and no more.
function opensIn({ referral, side }: SeenReferral): [label: string, words: string] {
  const categories = categoriesInWords(referral.opens);
  return JOINED.includes(referral.state) ? ['Agreed to be shown', categories] : ['If accepted', `${side === 'receiver' ? 'You' : 'They'} would see: ${categories}`];
}

function History({ seen }: { seen: SeenReferral }): Html {
  const { referral, names, side } = seen;
  const [asker, answerer] = side === 'receiver' ? ['Your', 'Their'] : ['Their', 'Your'];
  return (
    <SummaryList rows={[
      summaryRow('From', <>{referral.senderName}, {names.from}{referral.senderPhone ?? names.fromPhone ? <>, <Phone value={referral.senderPhone ?? names.fromPhone ?? ''} /></> : null}</>, ''),
      summaryRow('To', `${referral.serviceName}, ${names.to}`, ''),
      summaryRow('Answer wanted', `${URGENCY_WORDS[referral.urgency]}${referral.answerBy ? `: by ${formatDate(referral.answerBy)}` : ''}`, ''),
      referral.question ? summaryRow(`${asker} question`, referral.question, '') : null,
      referral.answer && !isForgotten(seen) ? summaryRow(`${answerer} answer`, referral.answer, '') : null,
      referral.receiverName ? summaryRow(referral.state === 'info_requested' ? 'Asked by' : 'Answered by', `${referral.receiverName}, ${names.to}`, '') : null,
      referral.promiseDate ? summaryRow('Help promised by', formatDate(referral.promiseDate), '') : null,
      referral.declineReason ? summaryRow('Why they said no', `${DECLINE_WORDS[referral.declineReason]}${referral.stateReason ? `. ${referral.stateReason}` : ''}`, '') : null,
      names.redirectService ? summaryRow('They suggest', names.redirectService, '') : null,
      referral.outcome ? summaryRow('How it turned out', `${OUTCOME_WORDS[referral.outcome]}${referral.outcomeWords ? `: “${referral.outcomeWords}”` : ''}`, '') : null,
      referral.endReason ? summaryRow('Why it ended', `${END_WORDS[referral.endReason]}${referral.stateReason ? `. ${referral.stateReason}` : ''}`, '') : null,
    ]} />
  );
}

/** A no comes back to whoever referred: what to do with it. */
function BackWithYou({ seen: { referral, names, side } }: { seen: SeenReferral }): Html | null {
  if (side !== 'sender' || referral.state !== 'declined' || referral.settledAt) return null;
  const again = referral.redirectServiceId ? `/people/${referral.personId}/referrals/new?service=${referral.redirectServiceId}&redirectedFrom=${referral.id}` : `/people/${referral.personId}/referrals/new?need=${referral.needDomain}&redirectedFrom=${referral.id}`;
  return (
    <InsetText html={<>
      <p>This is back with you until somebody has accepted it.</p>
      <p><a class="nhsuk-link" href={again}>{names.redirectService ? `Refer to ${names.redirectService}` : 'Find another service'}</a></p>
    </>} />
  );
}

function Acts({ ctx, seen }: { ctx: PageContext; seen: SeenReferral }): Html | null {
  const acts = ACTS.filter((act) => mayAct(seen, act));
  const steps = stepsNow(seen);
  const { id, rowVersion } = seen.referral;
  if (acts.length + steps.length === 0) return null;
  const [first, ...rest] = acts.sort((one, other) => Number(other === 'acceptance' || other === 'completion') - Number(one === 'acceptance' || one === 'completion'));
  return (
    <>
      <div class="os-actions os-noprint">
        {first ? <Button text={ACT_WORDS[first].title} href={`/referrals/${id}/${first}`} /> : null}
        {rest.map((act) => <Button text={ACT_WORDS[act].title} href={`/referrals/${id}/${act}`} variant="secondary" />)}
      </div>
      {steps.map((step) => (
        <form class="os-noprint" method="post" action={`/referrals/${id}/${step}`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={String(rowVersion)} />
          <Button text={STEP_WORDS[step].button} type="submit" variant="secondary" />
        </form>
      ))}
    </>
  );
}

/** One referral: what it asks, what became of it, and what one can do now. */
export function ReferralPage({ ctx, form, seen, today }: ReferralPageProps): Html {
  const { referral, names, side } = seen;
  return (
    <Page ctx={ctx} title={`Referral, ${whoWords(seen)}`} errors={form.errors} back={{ href: side === 'receiver' ? '/referrals' : '/referrals?queue=sent', text: side === 'receiver' ? 'Referrals received' : 'Referrals sent' }}>
      <h1 class="nhsuk-heading-l nhsuk-u-margin-bottom-2">{whoWords(seen)}: {referral.serviceName}</h1>
      <p><StateTag state={referral.state} /> <AgeWords seen={seen} today={today} /></p>
      {names.person ? <p><a class="nhsuk-link" href={`/people/${referral.personId}`}>Open {names.person}</a></p> : null}
      {names.person && side === 'receiver' && AT_WORK.includes(referral.state) ? <p><a class="nhsuk-link" href={`/people/${referral.personId}/first-day`}>What to know on the first day</a></p> : null}
      <BackWithYou seen={seen} />
      <Acts ctx={ctx} seen={seen} />
      <Section id="asked" title="What is asked"><ReferralSummary seen={seen} /></Section>
      <Section id="history" title="What became of it"><History seen={seen} /></Section>
    </Page>
  );
}

const page = (seen: SeenReferral, form = FormState.empty): Html => <ReferralPage ctx={receiver} form={form} seen={seen} today={TODAY} />;

export const states: PageStates = {
  full: () => page({ ...received({ state: 'in_progress', receiverName: 'Rory Ellis', promiseDate: '2026-12-20', question: 'Which floor?', answer: 'The first.' }), names: { ...sent().names } }),
  bare: () => page(received({ summary: [], spokeAlone: null })),
  withoutYes: () => page(sent({ agreedHow: null, authority: 'public_interest', authorityNote: 'She has left the gas on twice' })),
  declined: () => page({ ...sent({ state: 'declined', declineReason: 'out_of_area', stateReason: 'We stop at the river', redirectServiceId: '0190aaaa-0000-7000-8000-0000000000e9' }), names: { ...sent().names, redirectService: 'Warm homes across the river' } }),
  forgotten: () => page(received({ state: 'withdrawn', endReason: 'person_changed_mind' })),
  completed: () => page(sent({ state: 'completed', outcome: 'achieved', outcomeWords: 'I can breathe in there again' })),
  errors: () => page(received(), FormState.again({ status: 409, message: 'This referral has been accepted already', values: { _: '1' }, faults: [] })),
};
