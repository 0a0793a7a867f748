import { CareAction, type ActionState } from '@app/care-plans';
import { Button, Csrf, errorFor, formatDate, orSay, Radios, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ActionModel } from '../action.desk';
import { fullPlan } from './sample';
import { ACTION_STATE_WORDS, doerWords, MOVE_WORDS } from './words';

interface ActionPageProps extends ActionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

function MoveForm({ ctx, form, action, identity: { person } }: ActionPageProps): Html {
  return (
    <form class="os-quick" method="post" action={`/people/${person.personId}/plan/actions/${action.itemId}`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={form.versionOf(action.rowVersion)} />
      <Radios idPrefix="to" name="to" value={form.text('to')} errorMessage={errorFor(form.errors, 'to')} fieldset={{ legend: { text: 'How far has it got?', size: 's' } }}
        items={action.next.map((state: ActionState) => ({ value: state, text: MOVE_WORDS[state] }))} />
      <Textarea id="reason" name="reason" label={{ text: 'Why (needed when it is stuck, ends or begins again)', size: 's' }} rows="2" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
      <Button text="Save" type="submit" />
    </form>
  );
}

/** One step of the plan, and how far it has got: told by those who do it or who wrote the plan. */
export function ActionPage(props: ActionPageProps): Html {
  const { ctx, form, action, organisations, mayMove, identity, today } = props;
  const name = identity.person.preferred ?? identity.person.given;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="A step of the plan" today={today} errors={form.errors} back={{ href: `/people/${identity.person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">{action.what}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody told of this meanwhile" headingLevel={2} text="How it stands now is below. What you chose is not saved yet." />}
      <SummaryList rows={[
        summaryRow('Who does it', doerWords(action, organisations, name), 'Nobody yet'),
        summaryRow('By when', action.dueOn && formatDate(action.dueOn), 'No day agreed'),
        summaryRow('Days and times', action.daysTimes, 'Not agreed'),
        summaryRow('How it stands', <>{ACTION_STATE_WORDS[action.state]}{action.stateReason ? `: ${action.stateReason}` : null}</>, ''),
      ]} />
      {!mayMove ? <p>Those who do this step, or who wrote the plan, tell how far it has got.</p>
        : action.next.length === 0 ? <p>{orSay(null, 'This step has ended. A new one can be put into the plan.')}</p> : <MoveForm {...props} />}
    </PersonShell>
  );
}

const action = fullPlan.content.goals[0]?.actions[0] ?? new CareAction();
const ended = Object.assign(new CareAction(), action, { state: 'cancelled', stateReason: 'She goes by taxi now' });
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { to: 'done', reason: '' }, faults: [], current: action });

export const states: PageStates = {
  full: () => <ActionPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} action={action} organisations={fullPlan.organisations} mayMove today={TODAY} />,
  bare: () => <ActionPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} action={action} organisations={fullPlan.organisations} mayMove={false} today={TODAY} />,
  ended: () => <ActionPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} action={ended} organisations={fullPlan.organisations} mayMove today={TODAY} />,
  errors: () => <ActionPage ctx={keyWorker} form={refused({ to: 'blocked', reason: '' }, missing('reason', 'Enter why'))} identity={sampleIdentity} action={action} organisations={fullPlan.organisations} mayMove today={TODAY} />,
  clash: () => <ActionPage ctx={keyWorker} form={clash} identity={sampleIdentity} action={action} organisations={fullPlan.organisations} mayMove today={TODAY} />,
};
