import type { ServiceRow } from '@app/directory';
import { DECLINE_REASONS, END_REASONS, OUTCOMES, WITHDRAW_REASONS, type SeenReferral } from '@app/referrals';
import { categoriesInWords } from '@app/persons';
import { Button, Checkboxes, Csrf, DateInput, errorFor, InsetText, Page, Radios, Section, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { warmHomes } from '../../directory/views/sample';
import { FormState } from '../../http';
import { missing, refused } from '../../contacts/views/sample';
import { TODAY } from '../../person/views/sample';
import { ACT_WORDS, mayAct, type Act } from './acts';
import { ReferralSummary } from './referral';
import { received, receiver, sent } from './sample';
import { DECLINE_WORDS, END_WORDS, OUTCOME_WORDS, STATE_WORDS, whoWords } from './words';

interface ReferralActPageProps {
  ctx: PageContext;
  form: FormState;
  act: Act;
  seen: SeenReferral;
  /** other services for the same need */
  others: readonly ServiceRow[];
  today: string;
}

const choices = <K extends string>(values: readonly K[], words: Record<K, string>) => values.map((value) => ({ value, text: words[value] }));
const Words = ({ form, name, label }: { form: FormState; name: string; label: string }): Html => <Textarea id={name} name={name} label={{ text: label, size: 's' }} rows="3" value={form.text(name)} errorMessage={errorFor(form.errors, name)} />;
const Choice = ({ form, name, legend, items }: { form: FormState; name: string; legend: string; items: { value: string; text: string }[] }): Html => (
  <Radios idPrefix={name} name={name} small value={form.text(name)} errorMessage={errorFor(form.errors, name)} fieldset={{ legend: { text: legend, size: 's' } }} items={items} />
);

function Fields({ form, act, seen, others }: ReferralActPageProps): Html {
  switch (act) {
    case 'information-request': return <Words form={form} name="question" label="What do you need to know?" />;
    case 'information': return <><InsetText html={<p>They ask: {seen.referral.question ?? ''}</p>} /><Words form={form} name="answer" label="Your answer" /></>;
    case 'acceptance': return (
      <>
        <InsetText html={<p>You join the circle, and see: {categoriesInWords(seen.referral.opens)}. Nothing more was agreed.</p>} />
        <DateInput id="promiseDate" namePrefix="promiseDate" values={form.date('promiseDate')} errorMessage={errorFor(form.errors, 'promiseDate')} fieldset={{ legend: { text: 'By which day will the help begin?', size: 's' } }}
          hint="They are told this day" />
        <Checkboxes idPrefix="waits" name="waits" small values={form.list('waits')} items={[{ value: 'on', text: 'They go on our waiting list first' }]} />
      </>
    );
    case 'decline': return (
      <>
        <Choice form={form} name="reason" legend="Why?" items={choices(DECLINE_REASONS, DECLINE_WORDS)} />
        <Select id="redirectServiceId" name="redirectServiceId" label="Who could help instead? (optional)" value={form.text('redirectServiceId')} errorMessage={errorFor(form.errors, 'redirectServiceId')}
          items={[{ value: '', text: 'I do not know' }, ...others.map(({ id, name, organisation }) => ({ value: id, text: `${name}, ${organisation}` }))]} />
        <Words form={form} name="words" label="What to say to whoever referred (optional)" />
      </>
    );
    case 'completion': return <><Choice form={form} name="outcome" legend="How did it turn out, as they say themselves?" items={choices(OUTCOMES, OUTCOME_WORDS)} /><Words form={form} name="outcomeWords" label="In their own words (optional)" /></>;
    case 'early-end': return <><Choice form={form} name="reason" legend="Why did it end?" items={choices(END_REASONS, END_WORDS)} /><Words form={form} name="words" label="In words (optional)" /></>;
    case 'withdrawal': return <><Choice form={form} name="reason" legend="Why?" items={choices(WITHDRAW_REASONS, END_WORDS)} /><Words form={form} name="words" label="In words (optional)" /></>;
  }
}

/** One act on a referral, on a page of its own: one question, on a phone. */
export function ReferralActPage(props: ReferralActPageProps): Html {
  const { ctx, form, act, seen } = props;
  const at = `/referrals/${seen.referral.id}`;
  const { title, button } = ACT_WORDS[act];
  return (
    <Page ctx={ctx} title={`${title}, ${whoWords(seen)}`} errors={form.errors} back={{ href: at, text: 'Back to the referral' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{whoWords(seen)}, {seen.referral.serviceName}</p>
      {mayAct(seen, act) ? (
        <form class="os-quick" method="post" action={`${at}/${act}`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(seen.referral.rowVersion)} />
          <Fields {...props} />
          <Button text={button} type="submit" />
        </form>
      ) : <InsetText html={<p>This cannot be done now. The referral stands at: {STATE_WORDS[seen.referral.state].toLowerCase()}. <a class="nhsuk-link" href={at}>Open it</a>.</p>} />}
      {act === 'acceptance' || act === 'decline' ? <Section id="asked" title="What is asked"><ReferralSummary seen={seen} /></Section> : null}
    </Page>
  );
}

const page = (act: Act, seen: SeenReferral, form = FormState.empty): Html => <ReferralActPage ctx={receiver} form={form} act={act} seen={seen} others={[warmHomes]} today={TODAY} />;

export const states: PageStates = {
  full: () => page('acceptance', received()),
  bare: () => page('information-request', received({ summary: [] })),
  decline: () => page('decline', received()),
  answer: () => page('information', sent({ state: 'info_requested', question: 'Which floor?' })),
  completion: () => page('completion', received({ state: 'in_progress' })),
  end: () => page('early-end', received({ state: 'in_progress' })),
  withdrawal: () => page('withdrawal', sent()),
  tooLate: () => page('acceptance', received({ state: 'withdrawn' })),
  errors: () => page('acceptance', received(), refused({ promiseDate: { day: '31', month: '2', year: '2027' } }, missing('promiseDate', 'The day by which the help begins must be a real date'))),
  declineErrors: () => page('decline', received(), refused({ words: 'x' }, missing('reason', 'Choose the reason'))),
};
