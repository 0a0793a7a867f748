import { CLOSE_REASONS, NEED_ENDINGS, TOLD_HOW, type NeedEnding, type ToldHow, type UnmetNeed } from '@app/cases';
import { fullName } from '@app/persons';
import { Button, Csrf, EmptyState, errorFor, Hidden, Input, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { Careful } from '../../safe-contact/views/careful';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { ClosingModel } from '../key-worker.desk';
import { closed, led } from './sample';
import { CLOSE_WORDS } from './words';

interface ClosePageProps {
  ctx: PageContext;
  form: FormState;
  today: string;
  data: ClosingModel;
}

const TOLD_WORDS: Record<ToldHow, { text: string; hint?: string }> = {
  on_their_page: { text: 'They read it on their page', hint: 'And with them a family carer who may. Only where that is safe' },
  told_by_us: { text: 'Somebody tells them, in person or by phone', hint: 'It is not put on their page' },
  not_told: { text: 'They are not told', hint: 'It is not safe, or they cannot be reached' },
};
const ENDING_WORDS: Record<NeedEnding, string> = { still_unmet: 'It is still unmet, and somebody knows', resolved: 'It is met', not_wanted: 'They do not want it' };
const REFUSED = ['case.open', 'contact.unsafe', 'person.died'];

/** What the person hears, and how. */
const Leaving = ({ form, name }: { form: FormState; name: string }): Html => (
  <>
    <Radios idPrefix="toldHow" name="toldHow" value={form.text('toldHow')} errorMessage={errorFor(form.errors, 'toldHow')} fieldset={{ legend: { text: `How does ${name} hear of it?`, size: 's' } }}
      hint="Leave this empty where they died" items={TOLD_HOW.map((one) => ({ value: one, ...TOLD_WORDS[one] }))} />
    <Textarea id="leavingMessage" name="leavingMessage" label={`What do you say to ${name}?`} hint="What was done, who to ring now, and how to come back. It is kept in the record" rows="4" value={form.text('leavingMessage')}
      errorMessage={errorFor(form.errors, 'leavingMessage')} />
  </>
);

/** What lies under other needs is not left in silence: what becomes of each, and who knows. */
const Underlying = ({ form, needs, name }: { form: FormState; needs: readonly UnmetNeed[]; name: string }): Html => (
  <>
    <h2 class="nhsuk-heading-s" id="needs">What lies under {name}’s needs and is not met</h2>
    <p>Leave these empty where they died.</p>
    {needs.map(({ id, text }, n) => {
      const row = form.rows('needs').find((one) => one.text('need') === id) ?? FormState.empty;
      return (
        <>
          <input type="hidden" name={`needs[${n}][need]`} value={id} />
          <Radios idPrefix={`needs-${n}-ending`} name={`needs[${n}][ending]`} small value={row.text('ending')} errorMessage={errorFor(form.errors, `needs-${n}-ending`)}
            fieldset={{ legend: { text, size: 's' } }} hint="What becomes of it?" items={NEED_ENDINGS.map((one) => ({ value: one, text: ENDING_WORDS[one] }))} />
          <Input id={`needs-${n}-whoKnows`} name={`needs[${n}][whoKnows]`} label={{ html: <>If it is still unmet, who knows of it?<Hidden>: {text}</Hidden></> }} value={row.text('whoKnows')} errorMessage={errorFor(form.errors, `needs-${n}-whoKnows`)} />
        </>
      );
    })}
  </>
);

/** Closes a case, and says what that ends. */
export function ClosePage({ ctx, form, today, data: { identity, mayDecide, needs, case: { id, state } } }: ClosePageProps): Html {
  const at = `/cases/${id}`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Close the case" today={today} errors={form.errors} back={{ href: `${at}/key-worker`, text: 'Back to the key worker' }}>
      <h1 class="nhsuk-heading-l">Close the case of {fullName(identity.person)}</h1>
      {form.code && REFUSED.includes(form.code) ? <WarningCallout heading="The case stays open" headingLevel={2} text={form.errors[0]?.text ?? ''} /> : null}
      {mayDecide && state !== 'closed' ? (
        <form class="os-quick" method="post" action={`${at}/close`} novalidate>
          <Csrf ctx={ctx} />
          <p>Nobody is key worker from then on. Those of the circle are told that it is closed, and have ten working days for their closing note; they read their own then, and no more. Whoever may open the record afterwards reads why.</p>
          <Radios idPrefix="because" name="because" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} fieldset={{ legend: { text: 'Why is the case closed?', size: 's' } }}
            items={CLOSE_REASONS.map((one) => ({ value: one, text: CLOSE_WORDS[one] }))} />
          <Textarea id="words" name="words" label="In a few words (optional)" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
          {needs.length > 0 ? <Underlying form={form} needs={needs} name={identity.person.preferred ?? identity.person.given} /> : null}
          <Careful identity={identity} channels={['phone', 'email', 'post', 'visit']} />
          <Leaving form={form} name={identity.person.preferred ?? identity.person.given} />
          <Button text="Close the case" type="submit" variant="warning" preventDoubleClick />
        </form>
      ) : <EmptyState title="There is no case to close here"><p><a class="nhsuk-link" href={`${at}/key-worker`}>See how the case stands</a>.</p></EmptyState>}
    </PersonShell>
  );
}

const open: ClosingModel = { ...led, needs: [{ id: '0190aaaa-0000-7000-8000-0000000000f1', text: 'The fear of falling' }, { id: '0190aaaa-0000-7000-8000-0000000000f2', text: 'A damp bedroom' }] };
const kept = FormState.again({ status: 409, message: 'An alert about safety is open. Ask your team manager to speak with everybody round the person and to close the case', code: 'case.open', values: { because: 'lost_contact' }, faults: [] });

const unsafe = FormState.again({ status: 409, message: 'It is not safe to leave this for them to read. Tell them yourself, or ask their key worker how to reach them', code: 'contact.unsafe', values: { because: 'goals_met', toldHow: 'on_their_page', leavingMessage: 'Goodbye, and thank you' }, faults: [] });

export const states: PageStates = {
  full: () => <ClosePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={open} />,
  empty: () => <ClosePage ctx={keyWorker} form={FormState.empty} today={TODAY} data={{ ...closed, needs: [] }} />,
  errors: () => <ClosePage ctx={keyWorker} form={refused({ words: 'Back to work', needs: [{ need: open.needs[0]?.id, ending: 'still_unmet', whoKnows: '' }, { need: open.needs[1]?.id }] }, missing('because', 'Choose why the case is closed'), missing('needs/0/whoKnows', 'Enter who knows of “The fear of falling”'), missing('needs/1/ending', 'Choose what becomes of “A damp bedroom”'))} today={TODAY} data={open} />,
  unsafe: () => <ClosePage ctx={keyWorker} form={unsafe} today={TODAY} data={open} />,
  kept: () => <ClosePage ctx={keyWorker} form={kept} today={TODAY} data={open} />,
};
