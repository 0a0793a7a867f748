import { EXCEPTIONS, Objection, OBJECTION_OUTCOMES, type ObjectionOutcome } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, formatDate, formatDateTime, Input, Radios, Section, Select, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { ObjectionModel } from '../objection.desk';
import { OBJECTION_WORDS } from './objection-words';
import { objecting } from './sample';
import { askAgainWords, EXCEPTION_WORDS } from './words';

interface ObjectionPageProps extends ObjectionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const OUTCOMES: Record<ObjectionOutcome, string> = { upheld: 'Upheld: it stays as it is', partly_upheld: 'Upheld in part', not_upheld: 'Not upheld: it ends' };

/** One objection: what was said, what follows, what was decided and why, and what comes next. */
export function ObjectionPage(props: ObjectionPageProps): Html {
  const { ctx, form, identity: about, objection: o, organisation, mayChange, mayDecide, today } = props;
  const name = about.person.preferred ?? about.person.given;
  const sharing = `/people/${about.person.personId}/sharing`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Objection" today={today} errors={form.errors} back={{ href: sharing, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">{name} objects</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody went on with this meanwhile" headingLevel={2} html={<p>How it stands now is below. What you wrote is kept and not saved yet.</p>} />}
      <p>Read by the organisation that was told and by the key worker’s. Tell nobody else, and do not tell the organisation itself.</p>
      <SummaryList rows={[
        summaryRow('Organisation', organisation, ''),
        summaryRow('May see', EXCEPTION_WORDS[o.level], ''),
        summaryRow('In their own words', o.said, ''),
        summaryRow('Written down', `${o.authorName}, ${formatDateTime(o.createdAt)}`, ''),
        summaryRow('How it stands', OBJECTION_WORDS[o.state], ''),
        summaryRow('Explained', o.explained && `${o.explained} (${o.explainedBy ?? ''})`, 'What follows from it has not been explained yet'),
        summaryRow('Decided', o.decidedAt && `${o.decidedBy ?? ''}, with the Caldicott guardian ${o.guardian ?? ''}, ${formatDate(o.decidedAt)}`, 'Not decided yet'),
        summaryRow('Reasons', o.reasons, 'None yet'),
        summaryRow('Looked at again', o.reviewOn && askAgainWords(o.reviewOn, today), 'No day is set'),
      ]} />
      <Next {...props} at={`${sharing}/objections/${o.id}`} isMine={mayChange || mayDecide} />
    </PersonShell>
  );
}

function Next({ at, isMine, ...props }: ObjectionPageProps & { at: string; isMine: boolean }): Html {
  const { objection: { next }, mayChange, mayDecide } = props;
  if (next.length === 0) return <p>It is over. They may object again at any time.</p>;
  if (!isMine) return <p>The organisation that wrote it down goes on with it.</p>;
  return (
    <>
      {next.includes('explained') && mayChange ? <Explain {...props} at={at} /> : null}
      {next.includes('upheld') ? (mayDecide ? <Decide {...props} at={at} /> : <p>A manager of your organisation decides it, with the Caldicott guardian, and not whoever wrote it down.</p>) : null}
      {mayChange ? <Withdraw {...props} at={at} /> : null}
    </>
  );
}

type StepProps = ObjectionPageProps & { at: string };
const Version = ({ ctx, objection }: StepProps): Html => <><Csrf ctx={ctx} /><input type="hidden" name="_version" value={String(objection.rowVersion)} /></>;

function Explain(props: StepProps): Html {
  const { form, at } = props;
  return (
    <Section id="explain" title="Say what follows from it">
      <form class="os-quick" method="post" action={`${at}/explanation`} novalidate>
        <Version {...props} />
        <Textarea id="explained" name="explained" label={{ text: 'What did you explain?', size: 's' }} hint="For example what the organisation can no longer do for them, and that it keeps its own record" rows="3" value={form.text('explained')} errorMessage={errorFor(form.errors, 'explained')} />
        <Button text="Save what you explained" type="submit" />
      </form>
    </Section>
  );
}

function Decide(props: StepProps): Html {
  const { form, at } = props;
  return (
    <Section id="decide" title={props.objection.decidedAt ? 'Decide it again' : 'Decide it'}>
      <form class="os-quick" method="post" action={`${at}/decision`} novalidate>
        <Version {...props} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What was decided?', size: 's' } }} items={OBJECTION_OUTCOMES.map((value) => ({ value, text: OUTCOMES[value] }))} />
        <Select id="level" name="level" label="In part: what may they see from now on?" value={form.text('level')} errorMessage={errorFor(form.errors, 'level')} items={[{ value: '', text: 'Choose' }, ...EXCEPTIONS.map((value) => ({ value, text: EXCEPTION_WORDS[value] }))]} />
        <Textarea id="reasons" name="reasons" label={{ text: 'Why?', size: 's' }} hint="They are told this" rows="3" value={form.text('reasons')} errorMessage={errorFor(form.errors, 'reasons')} />
        <Input id="decidedBy" name="decidedBy" label="Who decided? Name and post" value={form.text('decidedBy')} errorMessage={errorFor(form.errors, 'decidedBy')} />
        <Input id="guardian" name="guardian" label="With which Caldicott guardian?" value={form.text('guardian')} errorMessage={errorFor(form.errors, 'guardian')} />
        <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When is it looked at again?', size: 's' } }} hint="Nothing ends by itself. Leave it empty if it is not upheld" />
        <Button text="Save the decision" type="submit" />
      </form>
    </Section>
  );
}

function Withdraw(props: StepProps): Html {
  const { form, at } = props;
  return (
    <Section id="withdraw" title="They take it back">
      <form class="os-quick" method="post" action={`${at}/withdrawal`} novalidate>
        <Version {...props} />
        <Textarea id="reason" name="reason" label={{ text: 'In their own words', size: 's' }} rows="2" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
        <Button text="It is taken back" type="submit" variant="secondary" />
      </form>
    </Section>
  );
}

const at = (changes: Partial<Objection>): Objection => Object.assign(new Objection(), objecting.objection, changes);
const explained: Partial<Objection> = { state: 'explained', explained: 'The lunch club will not know about her leg, and cannot bring her on bad days.', explainedBy: 'Jo Whitcombe' };
const upheld: Partial<Objection> = { ...explained, state: 'upheld', reasons: 'She understands what follows and it harms nobody.', decidedBy: 'Denise Marchetti, team manager', guardian: 'Dr Amal Osei', decidedAt: new Date('2026-12-03T10:00:00Z'), reviewOn: '2026-12-16' };
const model: ObjectionModel = { identity, ...objecting };
const page = (changes: Partial<ObjectionModel>, form = FormState.empty): Html => <ObjectionPage ctx={keyWorker} form={form} {...model} {...changes} today={TODAY} />;
const wrong = refused({ outcome: 'partly_upheld', reasons: 'x' }, missing('level', 'Choose what they may not see from now on: less than until now'), missing('reasons', 'The reasons must be said in a few words that somebody else can follow'), missing('decidedBy', 'Enter who decided'), missing('guardian', 'Enter the Caldicott guardian'), missing('reviewOn', 'Enter the day to look again'));

export const states: PageStates = {
  full: () => page({ objection: at(upheld), mayDecide: true }),
  bare: () => page({ identity: bareIdentity, mayChange: false }),
  applied: () => page({}),
  explained: () => page({ objection: at(explained) }),
  over: () => page({ objection: at({ ...explained, state: 'withdrawn' }) }),
  errors: () => page({ objection: at(explained), mayDecide: true }, wrong),
  clash: () => page({ objection: at(explained), mayDecide: true }, FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { reasons: 'Mine' }, faults: [], current: {} })),
};
