import type { Keeper } from '@app/sharing';
import { Button, Checkboxes, Csrf, DateInput, errorFor, formatDate, Input, Section, SummaryList, summaryRow, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { RestrictionModel } from '../restriction.desk';
import { open, shut } from './sample';

interface RestrictionPageProps extends RestrictionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const whoWords = ({ name, jobTitle, organisation }: Keeper): string => `${name}, ${jobTitle}, ${organisation}`;

const Names = ({ people }: { people: readonly Keeper[] }): Html => <ul class="nhsuk-list nhsuk-list--bullet">{people.map((one) => <li>{whoWords(one)}</li>)}</ul>;

/** Who keeps opening the record, and who no longer does: said before it is done. */
function Who({ form, stands: { round, restricted } }: RestrictionPageProps): Html {
  const named = round.filter((one) => one.byName);
  const others = round.filter((one) => !one.byName);
  return (
    <>
      <Section id="named" title="They go on opening it">
        {named.length === 0 ? <p>You, and the key worker.</p> : <Names people={named} />}
        <p>They help by name; so do you and the key worker, and whoever helps of whom only a few may know. To close it to one of them, end their help.</p>
      </Section>
      {others.length === 0 ? <p>Nobody else opens it as one of a team or of an organisation.</p> : (
        <Checkboxes idPrefix="keeps" name="keeps" small values={form.list('keeps', others.filter(({ keeps }) => keeps).map(({ membershipId }) => membershipId))} errorMessage={errorFor(form.errors, 'keeps')} fieldset={{ legend: { text: restricted ? 'Who else opens it, of the teams and organisations that help?' : 'They open it as one of a team or an organisation. Who goes on?', size: 's' } }}
          hint="Whoever is not ticked does not open it from their next click, and finds it in no list. They are not told"
          items={others.map((one) => ({ value: one.membershipId, text: whoWords(one) }))} />
      )}
    </>
  );
}

function Lift({ form, at, ctx, version }: { form: FormState; at: string; ctx: PageContext; version: number }): Html {
  return (
    <Section id="lift" title="Let everybody who helps open it again">
      <form class="os-quick" method="post" action={`${at}/lift`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <Input id="whyLifted" name="whyLifted" label="Why can it be opened as before?" value={form.text('whyLifted')} errorMessage={errorFor(form.errors, 'whyLifted')} />
        <Button text="Lift the restriction" type="submit" variant="secondary" />
      </form>
    </Section>
  );
}

/** Who opens a record: everybody whose team or organisation helps, or named workers only. */
export function RestrictionPage(props: RestrictionPageProps): Html {
  const { ctx, identity: about, stands, today } = props;
  // What was refused of the one form says nothing of the other.
  const lifting = errorFor(props.form.errors, 'whyLifted') !== undefined;
  const form = lifting ? FormState.empty : props.form;
  const { restricted, now, version, may, round } = stands;
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/restriction`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Who opens this record" today={today} errors={props.form.errors} back={{ href: `/people/${person.personId}/protection`, text: 'Back to who may know where they are' }}>
      <h1 class="nhsuk-heading-l">{restricted ? 'Only named workers open this record' : `Who opens the record of ${name}?`}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      {restricted ? <SummaryList rows={[summaryRow('Why', now?.because, 'Not written here: it came so from another system'), summaryRow('Since', now && `${formatDate(now.since)}, by ${now.by}`, 'Not recorded'), summaryRow('We look again', now && formatDate(now.reviewOn), 'No day set')]} /> : null}
      {may ? (
        <>
          {restricted ? null : <p>For somebody whom it would harm if a colleague of a helper looked. What the restriction closes opens again when it is lifted; nothing that was written is lost. Whoever opens the record says first why. It is never opened in an emergency, and nobody stands in for the key worker by a list.</p>}
          <form class="os-quick" method="post" action={at} novalidate>
            <Csrf ctx={ctx} />
            <input type="hidden" name="_version" value={form.versionOf(version)} />
            <Who {...props} form={form} />
            <Input id="because" name="because" label="Why?" hint="Those who open the record read this" value={form.text('because', now?.because)} errorMessage={errorFor(form.errors, 'because')} />
            <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn', now?.reviewOn)} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When do we look again?', size: 's' } }} hint="Nothing ends by itself on that day" />
            <Button text={restricted ? 'Save who opens it' : 'Restrict the record'} type="submit" />
          </form>
          {restricted ? <Lift form={lifting ? props.form : FormState.empty} at={at} ctx={ctx} version={version} /> : null}
        </>
      ) : (
        <>
          <Section id="named" title="Who opens it"><Names people={round.filter(({ byName, keeps }) => !restricted || byName || keeps)} /></Section>
          <p>The key worker’s organisation, or the one that registered {name}, decides about this. Ask the key worker.</p>
        </>
      )}
    </PersonShell>
  );
}

const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { because: 'Somebody looks for her', keeps: [] }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <RestrictionPage ctx={keyWorker} form={FormState.empty} identity={identity} stands={shut} today={TODAY} />,
  bare: () => <RestrictionPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} stands={{ ...open, round: [] }} today={TODAY} />,
  choices: () => <RestrictionPage ctx={keyWorker} form={FormState.empty} identity={identity} stands={open} today={TODAY} />,
  others: () => <RestrictionPage ctx={keyWorker} form={FormState.empty} identity={identity} stands={{ ...shut, may: false }} today={TODAY} />,
  errors: () => <RestrictionPage ctx={keyWorker} form={refused({ keeps: [] }, missing('because', 'Enter why'), missing('reviewOn', 'Enter when we look again'))} identity={identity} stands={open} today={TODAY} />,
  unsaid: () => <RestrictionPage ctx={keyWorker} form={refused({ whyLifted: '' }, missing('whyLifted', 'Enter why it can be opened as before'))} identity={identity} stands={shut} today={TODAY} />,
  clash: () => <RestrictionPage ctx={keyWorker} form={clash} identity={identity} stands={shut} today={TODAY} />,
};
