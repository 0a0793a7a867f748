import { CareAction, type CarePlan, type Doer } from '@app/care-plans';
import { Button, Csrf, DateInput, EmptyState, errorFor, Input, Select, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { UpdateModel } from '../draft.desk';
import { bareModel, updateModel } from './sample';
import { doerWords } from './words';

interface SmallUpdatePageProps extends UpdateModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const actionsOf = ({ content }: CarePlan): CareAction[] => [...content.goals.flatMap(({ actions }) => actions), ...content.otherActions].filter((action) => action.isLive);
const choice = ({ id, kind, name, organisation }: Doer, person: string): { value: string; text: string } => ({ value: id, text: kind === 'person' ? person : [name, organisation].filter(Boolean).join(', ') });

function StepRow({ action, n, form, doers, plan, identity: { person } }: SmallUpdatePageProps & { action: CareAction; n: number }): Html {
  const at = `actions[${n}]`;
  const id = `actions-${n}`;
  const name = person.preferred ?? person.given;
  const row = form.rows('actions')[n] ?? FormState.empty;
  const choices = doers.map((doer) => choice(doer, name));
  const as = { value: action.doer ?? '', text: doerWords(action, plan.organisations, name) ?? 'Choose who does it' };
  return (
    <fieldset class="nhsuk-fieldset os-row">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{action.what}</legend>
      <input type="hidden" name={`${at}[item]`} value={action.itemId} />
      <div class="os-fields">
        <Select id={`${id}-doer`} name={`${at}[doer]`} label="Who does it" value={row.text('doer', action.doer ?? '')} errorMessage={errorFor(form.errors, `${id}-doer`)} items={choices.some(({ value }) => value === as.value) ? choices : [as, ...choices]} />
        <Input id={`${id}-daysTimes`} name={`${at}[daysTimes]`} label="Days and times" value={row.text('daysTimes', action.daysTimes ?? '')} errorMessage={errorFor(form.errors, `${id}-daysTimes`)} />
      </div>
      <DateInput id={`${id}-dueOn`} namePrefix={`${at}[dueOn]`} values={row.date('dueOn', action.dueOn)} errorMessage={errorFor(form.errors, `${id}-dueOn`)} fieldset={{ legend: { text: 'By when', size: 's' } }} />
    </fieldset>
  );
}

function UpdateForm(props: SmallUpdatePageProps): Html {
  const { ctx, form, plan, identity: { person } } = props;
  const text = (section: string): { text: string; contact: string | null } | undefined => plan.content.statements.find((row) => row.section === section);
  const wrong = text('if_it_goes_wrong');
  return (
    <form class="os-quick os-draft" method="post" action={`/people/${person.personId}/plan/small-update`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={form.versionOf(plan.version?.rowVersion ?? 0)} />
      <Input id="changeSummary" name="changeSummary" label={{ text: 'What has changed? (optional)', size: 's' }} hint="For example: Idris has a new number" value={form.text('changeSummary')} errorMessage={errorFor(form.errors, 'changeSummary')} />
      {text('who_to_ring') ? <Textarea id="whoToRing" name="whoToRing" label={{ text: 'Who to ring', size: 's' }} rows="2" value={form.text('whoToRing', text('who_to_ring')?.text ?? '')} errorMessage={errorFor(form.errors, 'whoToRing')} /> : null}
      {wrong ? <Input id="ifItGoesWrongContact" name="ifItGoesWrongContact" label={{ text: 'Whom to ring first if it goes wrong', size: 's' }} value={form.text('ifItGoesWrongContact', wrong.contact ?? '')} errorMessage={errorFor(form.errors, 'ifItGoesWrongContact')} /> : null}
      {actionsOf(plan).map((action, n) => <StepRow {...props} action={action} n={n} />)}
      <Button text="Publish the small update" type="submit" preventDoubleClick />
    </form>
  );
}

/** A number, a day, who does what, a date: published at once, with the agreement that there is. */
export function SmallUpdatePage(props: SmallUpdatePageProps): Html {
  const { ctx, form, identity, plan, today } = props;
  const at = `/people/${identity.person.personId}/plan`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Small update" today={today} errors={form.errors} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">Small update of the plan</h1>
      <p>Phone numbers, days, dates and who does what can change without a new agreement. Goals, needs and what matters need a <a class="nhsuk-link" href={`${at}/draft`}>new version</a>.</p>
      {form.current === undefined ? null : <WarningCallout heading="Somebody published a change meanwhile" headingLevel={2} text="The plan has moved on. What you typed is kept below and is not published yet: check it against the plan." />}
      {plan.version ? <UpdateForm {...props} /> : <EmptyState title="There is no plan yet"><p><a class="nhsuk-link" href={`${at}/draft`}>Start the plan</a>.</p></EmptyState>}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SmallUpdatePage ctx={keyWorker} form={FormState.empty} today={TODAY} {...updateModel} />,
  empty: () => <SmallUpdatePage ctx={keyWorker} form={FormState.empty} today={TODAY} {...updateModel} plan={bareModel.plan} />,
  errors: () => <SmallUpdatePage ctx={keyWorker} form={refused({ whoToRing: '', actions: [{ doer: '' }] }, missing('whoToRing', 'Enter who to ring'))} today={TODAY} {...updateModel} />,
  clash: () => <SmallUpdatePage ctx={keyWorker} form={FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { whoToRing: 'Jo, 01632 960100' }, faults: [], current: {} })} today={TODAY} {...updateModel} />,
};
