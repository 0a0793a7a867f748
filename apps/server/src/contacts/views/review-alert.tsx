import { Alert } from '@app/contacts';
import type { Identity } from '@app/overviews';
import { Button, Csrf, DateInput, errorFor, InsetText, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import { WritingFor } from './audience-fields';
import { missing, refused } from './sample';

interface ReviewAlertPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  alert: Alert;
  today: string;
}

/** A concern that an import raised: does it stand, for whom, and what is to be done? */
export function ReviewAlertPage({ ctx, form, identity: about, alert, today }: ReviewAlertPageProps): Html {
  const at = `/people/${about.person.personId}/alerts`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Is this still so?" today={today} errors={form.errors} back={{ href: at, text: 'Back to the alerts' }}>
      <h1 class="nhsuk-heading-l">Is this still so?</h1>
      <InsetText html={<p>{alert.text}</p>} />
      {alert.state === 'raised' ? <ReviewForm ctx={ctx} form={form} alert={alert} at={`${at}/${alert.id}/review`} /> : <p>Somebody has looked at this already.</p>}
    </PersonShell>
  );
}

const ReviewForm = ({ ctx, form, alert, at }: Pick<ReviewAlertPageProps, 'ctx' | 'form' | 'alert'> & { at: string }): Html => (
  <form class="os-quick" method="post" action={at} novalidate>
    <Csrf ctx={ctx} />
    <input type="hidden" name="_version" value={form.versionOf(alert.rowVersion)} />
    <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'Does it stand?', size: 's' } }} items={[
      { value: 'circle', text: 'Yes, the circle has to know of it' }, { value: 'internal', text: 'Yes, for my organisation only' }, { value: 'ended', text: 'No, it is over' },
    ]} />
    <Textarea id="whatToDo" name="whatToDo" label={{ text: 'What to do, if it stands', size: 's' }} rows="2" value={form.text('whatToDo')} errorMessage={errorFor(form.errors, 'whatToDo')} />
    <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'and when it is looked at again', size: 's' } }} />
    <WritingFor ctx={ctx} />
    <Button text="Save" type="submit" />
  </form>
);

const raised = Object.assign(new Alert(), identity.alerts[0], { state: 'raised' as const });
const wrong = refused({ outcome: 'circle' }, missing('whatToDo', 'Enter what to do'), missing('reviewOn', 'Enter when we look at it again'));

export const states: PageStates = {
  full: () => <ReviewAlertPage ctx={keyWorker} form={FormState.empty} identity={identity} alert={raised} today={TODAY} />,
  errors: () => <ReviewAlertPage ctx={keyWorker} form={wrong} identity={identity} alert={raised} today={TODAY} />,
  done: () => <ReviewAlertPage ctx={keyWorker} form={FormState.empty} identity={identity} alert={Object.assign(new Alert(), raised, { state: 'active' as const })} today={TODAY} />,
};
