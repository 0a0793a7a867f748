import { POINT_OUTCOMES, promiseTo, type ReviewInvitee } from '@app/reviews';
import { Button, Csrf, DateInput, errorFor, Radios, Section, Sub, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, landlord, TODAY } from '../../person/views/sample';
import type { PointModel } from '../agenda.desk';
import { Said } from './answer-words';
import { doerWords, OUTCOME_WORDS, outcomeWords, pointWords } from './agenda-words';
import { aPoint, pointModel } from './agenda-sample';
import { KeepsItself, KeptBefore } from '../../typing/views/kept';

interface PointPageProps extends PointModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

function RecordForm({ ctx, form, point, review, invitees, notReading, organisation, at }: PointPageProps & { at: string }): Html {
  const asked = invitees.filter((one) => one.state === 'invited' && (one.kind === 'organisation' || one.kind === 'person'));
  const reads = (one: ReviewInvitee): boolean => !notReading.includes(one.organisationId ?? '');
  const strangers = asked.filter((one) => !reads(one));
  const doers = [...asked.filter(reads).map((one) => ({ value: one.organisationId ?? 'person', text: one.name })), { value: review.ownerOrganisationId, text: organisation }];
  return (
    <Section id="what-came" title="What came of it">
      <KeptBefore ctx={ctx} form={form} />
      <form class="os-quick" method="post" action={`${at}/points/${point.id}/outcome`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(point.rowVersion)} />
        <KeepsItself ctx={ctx} />
        <Textarea id="note" name="note" label={{ text: 'What was said (optional)', size: 's' }} rows="3" value={form.text('note', point.note ?? '')} errorMessage={errorFor(form.errors, 'note')} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome', point.outcome ?? '')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What came of it?', size: 's' } }} items={POINT_OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] }))} />
        <Textarea id="decided" name="decided" label={{ text: 'If something was decided, or is to be done: what?', size: 's' }} rows="2" value={form.text('decided', point.decided ?? '')} errorMessage={errorFor(form.errors, 'decided')} />
        <Radios idPrefix="doer" name="doer" small value={form.text('doer', point.doerKind === 'person' ? 'person' : (point.doerOrganisationId ?? ''))} errorMessage={errorFor(form.errors, 'doer')} fieldset={{ legend: { text: 'If something is to be done: who does it?', size: 's' } }} hint={`They say themselves whether they do, and by when${strangers.length > 0 ? '.' : ''}${strangers.map(({ name }) => ` ${name} may not read this point.`).join('')}${strangers.length > 0 ? ' Add a point of its own for what they are to do' : ''}`} items={doers} />
        <DateInput id="dueOn" namePrefix="dueOn" values={form.date('dueOn', point.dueOn)} errorMessage={errorFor(form.errors, 'dueOn')} fieldset={{ legend: { text: 'If something is to be done: by when?', size: 's' } }} />
        <DateInput id="deferredTo" namePrefix="deferredTo" values={form.date('deferredTo', point.deferredTo)} errorMessage={errorFor(form.errors, 'deferredTo')} fieldset={{ legend: { text: 'If it is looked at again later: when?', size: 's' } }} />
        <Button text="Save" type="submit" preventDoubleClick />
      </form>
    </Section>
  );
}

/** For the organisation for which something was put down: do they do it, and by when? */
function PromiseForm({ ctx, form, point, said, at }: PointPageProps & { at: string }): Html {
  return (
    <Section id="promise" title="Do you do this?">
      <form class="os-quick" method="post" action={`${at}/points/${point.id}/promise`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(promiseTo(point, said)?.rowVersion ?? 0)} />
        <input type="hidden" name="what" value={point.decided ?? ''} />
        <Radios idPrefix="answer" name="answer" small value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: 'Do you do this?', classes: 'nhsuk-u-visually-hidden' } }} items={[{ value: 'accepts', text: 'Yes, we do this' }, { value: 'declines', text: 'No' }]} />
        <DateInput id="onDate" namePrefix="onDate" values={form.date('onDate', point.dueOn)} errorMessage={errorFor(form.errors, 'onDate')} fieldset={{ legend: { text: 'If yes: by when?', size: 's' } }} />
        <Textarea id="text" name="text" label={{ text: 'If not: why not, or what do you need?', size: 's' }} rows="2" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
        <Button text="Save" type="submit" preventDoubleClick />
      </form>
    </Section>
  );
}

const DissentForm = ({ ctx, form, point, isOurs, at }: PointPageProps & { at: string }): Html => (
  <Section id="dissent" title="You do not agree?">
    <form class="os-quick" method="post" action={`${at}/points/${point.id}/dissent`} novalidate>
      <Csrf ctx={ctx} />
      <Textarea id={isOurs ? 'dissent-text' : 'text'} name="text" label={{ text: 'What do you not agree with?', size: 's' }} hint="It is kept under your name beside what is decided. Whoever reads the point reads it" rows="2" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
      <Button text="Keep it under my name" type="submit" variant="secondary" preventDoubleClick />
    </form>
  </Section>
);

/** One point of a review: what was said before and in it, what came of it, and what others say to that. */
export function PointPage(props: PointPageProps): Html {
  const { ctx, form, identity, review, point, said, toPromise, mayHold, isOurs, today } = props;
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const records = mayHold && (review.state === 'in_session' || review.state === 'writing_up');
  const answers = review.isOpen && ctx.user?.kind === 'staff' && (isOurs || props.isAsked);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={pointWords(point, said)} today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{pointWords(point, said)}</span>{point.question}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="How it stands now is below. What you wrote is kept and not saved yet." />}
      <SummaryList rows={[summaryRow('What came of it', outcomeWords(point) && <>{outcomeWords(point)}{doerWords(point, said) ? <Sub>{doerWords(point, said)}</Sub> : null}</>, 'Nothing yet'), summaryRow('What was said in the review', point.note, 'Nothing written down')]} />
      <Section id="said" title="What was said about it">{said.length === 0 ? <p>Nothing that you can see.</p> : <ul class="os-list">{said.map((seen) => <Said seen={seen} />)}</ul>}</Section>
      {records ? <RecordForm {...props} at={at} /> : null}
      {isOurs && !records && (answers || (ctx.user?.kind === 'staff' && toPromise.includes(point))) ? <PromiseForm {...props} at={at} /> : null}
      {answers && !records ? <DissentForm {...props} at={at} /> : null}
    </PersonShell>
  );
}

const page = (traits: Partial<PointPageProps>): Html => <PointPage ctx={keyWorker} form={FormState.empty} {...pointModel} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => page({}),
  strangers: () => page({ notReading: pointModel.invitees.flatMap((one) => one.organisationId ?? []).slice(0, 2) }),
  partner: () => page({ ctx: landlord, mayHold: false, isOurs: true, isAsked: true, point: aPoint({ outcome: 'action', decided: 'Bring her to the rehearsals', doerKind: 'organisation', doerName: 'Age Well Brackenbridge', dueOn: '2026-12-20' }) }),
  bare: () => page({ identity: bareIdentity, mayHold: false, said: [] }),
  errors: () => page({ form: refused({ outcome: 'action', note: '' }, missing('decided', 'Enter what is to be done'), missing('doer', 'Choose who does it'), missing('dueOn', 'Enter by when')) }),
  clash: () => page({ form: FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { note: 'Mine' }, faults: [], current: {} }) }),
};
