import { Case } from '@app/cases';
import { HANDOVER_REASONS, HANDOVER_STEPS, type HandoverPlan, type LedCase } from '@app/key-workers';
import { fullName, Person } from '@app/persons';
import { Button, Checkboxes, Csrf, DateInput, Details, EmptyState, errorFor, formatDate, Hidden, InsetText, Page, plural, Radios, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { keyWorker } from '../../person/views/sample';
import type { Choice } from '../key-worker.desk';
import { isAsked, type HandOverAllModel, type HandOverRow } from '../hand-over-all.desk';
import { ChooseWorker } from './choose-worker';
import { askedOfOther, led, over } from './sample';
import { choiceHint, HANDOVER_WORDS, STEP_WORDS } from './words';

interface HandOverAllPageProps extends HandOverAllModel {
  ctx: PageContext;
  form: FormState;
}

const LIST = 'handovers';

/** Why nobody can be asked to take this one over here; null when somebody can. */
const whyNot = ({ model }: HandOverRow): string | null => (isAsked(model) ? `${model.asked?.name ?? 'Somebody'} is asked already` : model.choices.length === 0 ? 'nobody else of the circle can be the key worker' : null);

/** Is there more to say than that the one who is recommended is asked: nobody is, something is refused, or another was chosen? */
const needsWords = ({ errors }: FormState, { at, typed }: HandOverRow, first: Choice | undefined): boolean =>
  !first || typed.text('membershipId', first.membershipId) !== first.membershipId || typed.text('words') !== '' || errors.some(({ field }) => field.startsWith(`${LIST}-${at}-`));

function One({ form, row }: { form: FormState; row: HandOverRow }): Html {
  const { at, typed, model: { case: { id, complexity }, identity: { person }, choices } } = row;
  const name = fullName(person);
  const first = choices.find((one) => one.recommended);
  return (
    <Section id={`case-${id}`} title={`${name}, ${person.birthDate ? `born ${formatDate(person.birthDate)}` : 'date of birth not recorded'}`}>
      <input type="hidden" name={`${LIST}[${at}][caseId]`} value={id} />
      {complexity === 'usual' ? null : <p>A {complexity} case.</p>}
      <Checkboxes idPrefix={`${LIST}-${at}-chosen`} name={`${LIST}[${at}][chosen]`} small values={typed.list('chosen', form.isFilled ? [] : ['on'])} items={[{ value: 'on', text: `Hand over ${name} now` }]} />
      {first ? <p>Recommended: {first.name} ({choiceHint({ ...first, recommended: false })}).</p> : <p>Nobody is recommended: choose who is asked.</p>}
      <Details summary={{ html: <>{first ? 'Ask somebody else, or say more' : 'Choose who is asked'}<Hidden> ({name})</Hidden></> }} open={needsWords(form, row, first)}
        html={<ChooseWorker form={typed} errors={form.errors} choices={choices} legend={`Who takes over ${name}?`} row={{ list: LIST, at }} />} />
    </Section>
  );
}

const Left = ({ left, out, more }: { left: readonly LedCase[]; out: readonly HandOverRow[]; more: number }): Html | null => (left.length + out.length + more === 0 ? null : (
  <InsetText html={<>
    <p>Not in this list:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {left.map(({ caseId, name, restricted }) => <li><a class="nhsuk-link" href={`/cases/${caseId}/key-worker/handover`}>{name}</a>: {restricted ? 'only named workers open the record, so it is agreed with the person by itself' : 'whoever opened the case decides'}</li>)}
      {out.map((row) => <li><a class="nhsuk-link" href={`/cases/${row.model.case.id}/key-worker`}>{fullName(row.model.identity.person)}</a>: {whyNot(row)}</li>)}
      {more > 0 ? <li>{plural(more, 'more person', 'more people')}: hand these over first, and come back</li> : null}
    </ul>
  </>} />
));

function HandOverForm({ ctx, form, plan: { userId, name }, rows }: HandOverAllPageProps): Html {
  return (
    <form method="post" action={`/workers/${userId}/hand-over`} novalidate>
      <Csrf ctx={ctx} />
      <Radios idPrefix="reason" name="reason" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} fieldset={{ legend: { text: 'Why are they handed over?', size: 's' } }} items={HANDOVER_REASONS.map((one) => ({ value: one, text: HANDOVER_WORDS[one] }))} />
      <DateInput id="personToldOn" namePrefix="personToldOn" values={form.date('personToldOn')} errorMessage={errorFor(form.errors, 'personToldOn')} fieldset={{ legend: { text: 'By which day were all of them told?', size: 's' } }} hint="They hear it from somebody they know, before it happens. Untick whoever has not been told" />
      <Checkboxes idPrefix="done" name="done" small values={form.list('done')} errorMessage={errorFor(form.errors, 'done')} fieldset={{ legend: { text: 'What is done for all of them?', size: 's' } }} items={HANDOVER_STEPS.map((one) => ({ value: one, text: STEP_WORDS[one] }))} />
      <p id={LIST}>Whoever is recommended is chosen for each, counting those above. {name} stays key worker of each until the other says yes. If one cannot be asked, nobody is.</p>
      {rows.map((row) => <One form={form} row={row} />)}
      <Button text="Ask all who are ticked" type="submit" preventDoubleClick />
    </form>
  );
}

/** Hands over what one key worker leads to others, in one act. */
export function HandOverAllPage(props: HandOverAllPageProps): Html {
  const { ctx, form, plan: { userId, name, left }, rows, more } = props;
  const open = rows.filter((row) => form.isFilled || whyNot(row) === null);
  const out = rows.filter((row) => !open.includes(row));
  return (
    <Page ctx={ctx} title={`Hand over the cases of ${name}`} wide errors={form.errors} back={{ href: `/workers/${userId}/hand-on`, text: `Back to what is ${name}’s` }}>
      <h1 class="nhsuk-heading-l">Hand over the cases of {name}</h1>
      <Left left={left} out={out} more={more} />
      {open.length > 0 ? <HandOverForm {...props} rows={open} /> : <EmptyState title="Nothing to hand over together now"><p>Others are asked already, or nobody else of the circle can be the key worker. <a class="nhsuk-link" href={`/workers/${userId}/hand-on`}>See what is {name}’s</a>.</p></EmptyState>}
    </Page>
  );
}

const one: LedCase = { personId: '0190aaaa-0000-7000-8000-00000000d001', caseId: led.case.id, name: 'Margery Plumtree-Oduya', phone: null, ringWithCare: false, restricted: false, mayDecide: true, cover: null, standIns: [] };
const plan: HandoverPlan = { userId: '0190aaaa-0000-7000-8000-00000000d003', name: 'Jo Whitcombe', cases: [one], left: [{ ...one, name: 'Lorna Pettifer', restricted: true }, { ...one, name: 'Derek Hallam', mayDecide: false }] };
const first: HandOverRow = { at: 0, typed: FormState.empty, model: led };
const second: HandOverRow = { ...first, at: 1, model: { ...over, case: Object.assign(new Case(), over.case, { id: '0190aaaa-0000-7000-8000-00000000f900', complexity: 'complex' }), identity: { ...over.identity, person: Object.assign(new Person(), over.identity.person, { given: 'Pat', birthDate: null }) } } };
const wrong = FormState.again({
  status: 422, message: '', values: { handovers: [{ caseId: led.case.id, chosen: 'on', membershipId: led.choices[1]?.membershipId }] },
  faults: [missing('reason', 'Choose why the cases are handed over'), missing('personToldOn', 'Enter the day on which all of them were told'), { pointer: '/handovers/0/because', code: 'required', message: 'Idris Vaughan would have more than was agreed. Choose why you ask them' }],
});

export const states: PageStates = {
  full: () => <HandOverAllPage ctx={keyWorker} form={FormState.empty} plan={plan} rows={[first, second]} more={3} />,
  bare: () => <HandOverAllPage ctx={keyWorker} form={FormState.empty} plan={{ ...plan, left: [] }} rows={[first]} more={0} />,
  empty: () => <HandOverAllPage ctx={keyWorker} form={FormState.empty} plan={plan} rows={[{ ...first, model: { ...askedOfOther, identity: led.identity } }]} more={0} />,
  errors: () => <HandOverAllPage ctx={keyWorker} form={wrong} plan={{ ...plan, left: [] }} rows={[{ ...first, typed: wrong.rows('handovers')[0] ?? FormState.empty }]} more={0} />,
};
