import { ALERT_KINDS, type Alert, type AlertKind } from '@app/contacts';
import {
  Button, Csrf, DateInput, EmptyState, errorFor, formatDate, Hidden, Radios, Section, Tag, Textarea, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, closing, identity, keyWorker, TODAY } from '../../person/views/sample';
import { ALERT_WORDS } from '../../person/views/words';
import type { ToWrite } from '../note.desk';
import { AudienceFields, WritingFor } from './audience-fields';
import { missing, organisations, people, preview, refused } from './sample';
import { WhoWillSee } from './who-will-see';

interface AlertsPageProps extends ToWrite {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** The alerts that stand, what to do about each, and a form to raise one. */
export function AlertsPage(props: AlertsPageProps): Html {
  const { ctx, form, identity: about, today } = props;
  return (
    <PersonShell ctx={ctx} identity={about} tab="alerts" title="Alerts" today={today} errors={form.errors}>
      <h1 class="nhsuk-heading-l">Alerts</h1>
      {about.alerts.length > 0 ? <Standing alerts={about.alerts} today={today} at={about.windDownUntil ? null : `/people/${about.person.personId}/alerts`} own={props.ownOrganisationId} />
        : about.windDownUntil ? <EmptyState title="No alert of yours stands"><p>Others may hold more: ask the key worker before you visit.</p></EmptyState>
          : <EmptyState title="No alert stands"><p>Raise one below when somebody who visits needs to know of it.</p></EmptyState>}
      {about.windDownUntil ? null : <Section id="raise" title="Raise an alert"><RaiseForm {...props} /></Section>}
    </PersonShell>
  );
}

const Standing = ({ alerts, today, at, own }: { alerts: readonly Alert[]; today: string; at: string | null; own: string | null }): Html => (
  <ul class="os-list">
    {alerts.map((alert) => (
      <li>
        <p class="nhsuk-u-margin-bottom-1"><Tag text={ALERT_WORDS[alert.kind]} colour="red" /> <strong>{alert.text}</strong>{alert.state === 'raised' ? <> <Tag text="Imported, nobody has looked at it" colour="yellow" /></> : null}{alert.sealedTo ? <> <Tag text="Only for people who are named" colour="purple" /></> : null}</p>
        <p class="nhsuk-u-margin-bottom-1">What to do: {alert.whatToDo}</p>
        {at && alert.state === 'raised' ? <p class="nhsuk-u-margin-bottom-1"><a class="nhsuk-link" href={`${at}/${alert.id}/review`}>Say whether it is still so<Hidden>: {alert.text}</Hidden></a></p> : null}
        {at && alert.state !== 'raised' && alert.ownerOrganisationId === own ? <p class="nhsuk-u-margin-bottom-1 os-noprint"><a class="nhsuk-link" href={`${at.replace(/alerts$/, 'audience/Alert')}/${alert.id}`}>Who may see this<Hidden>: {alert.text}</Hidden></a></p> : null}
        <p class="nhsuk-u-margin-bottom-0">Looked at again on {formatDate(alert.reviewOn)}{alert.reviewOn < today ? ', which is over' : null}</p>
      </li>
    ))}
  </ul>
);

function RaiseForm({ ctx, form, identity: { person }, organisations: others, people, preview: shown }: AlertsPageProps): Html {
  const at = `/people/${person.personId}/alerts`;
  return (
    <form class="os-quick" method="post" action={at} novalidate data-readers={`/api/people/${person.personId}/readers?category=identity`}>
      <Csrf ctx={ctx} />
      <Radios idPrefix="kind" name="kind" small value={form.text('kind')} errorMessage={errorFor(form.errors, 'kind')} fieldset={{ legend: { text: 'What is it about?', size: 's' } }}
        items={ALERT_KINDS.map((kind: AlertKind) => ({ value: kind, text: ALERT_WORDS[kind] }))} />
      <Textarea id="text" name="text" label={{ text: 'The concern, in words that name it', size: 's' }} rows="2" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
      <Textarea id="whatToDo" name="whatToDo" label={{ text: 'What to do', size: 's' }} rows="2" value={form.text('whatToDo')} errorMessage={errorFor(form.errors, 'whatToDo')} />
      <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')}
        fieldset={{ legend: { text: 'When is it looked at again?', size: 's' } }} />
      <AudienceFields ctx={ctx} form={form} name={person.preferred ?? person.given} organisations={others} people={people} />
      <WhoWillSee preview={shown} />
      <WritingFor ctx={ctx} />
      <div class="os-actions">
        <Button text="Raise alert" type="submit" />
        <Button text="Check who will see this" type="submit" variant="secondary" attributes={{ formaction: `${at}/check`, 'data-readers-check': true }} />
      </div>
    </form>
  );
}

export const states: PageStates = {
  full: () => <AlertsPage ctx={keyWorker} form={FormState.empty} identity={identity} organisations={organisations} people={people} preview={preview} ownOrganisationId={identity.person.registeredBy} today={TODAY} />,
  empty: () => <AlertsPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} organisations={[]} people={[]} preview={null} ownOrganisationId={null} today={TODAY} />,
  closing: () => <AlertsPage ctx={keyWorker} form={FormState.empty} identity={closing} organisations={[]} people={[]} preview={null} ownOrganisationId={null} today={TODAY} />,
  errors: () => (
    <AlertsPage ctx={keyWorker} identity={identity} organisations={organisations} people={people} preview={null} ownOrganisationId={null} today={TODAY}
      form={refused({ reviewOn: { day: '1', month: '', year: '2027' } }, missing('kind', 'Choose the concern'), missing('text', 'Enter the concern in words'),
        missing('reviewOn/month', 'When we look at it again must include a month'), missing('audience', 'Choose who may see it'))} />
  ),
};
