import type { Identity } from '@app/overviews';
import type { RelatedPerson } from '@app/persons';
import { Button, Checkboxes, Csrf, DateInput, errorFor, Input, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { relative as sampleRelative } from './sample';

interface RelativePageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  /** as they stand; null for somebody who is not written down yet */
  relative: RelatedPerson | null;
  today: string;
}

const TICKS = [
  ['livesWith', 'Lives with them'], ['mainCarer', 'Is their main carer'], ['emergencyContact', 'Is rung in an emergency'],
] as const;

/** Who belongs to the person, as somebody writes it down who helps; to be written down opens nothing to them. */
export function RelativePage({ ctx, form, identity, relative, today }: RelativePageProps): Html {
  const { person } = identity;
  const name = person.preferred ?? person.given ?? 'The person';
  const at = `/people/${person.personId}/family`;
  const title = relative ? `What is known of ${relative.name}` : 'Add somebody of the family, or a friend';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} errors={form.errors} back={{ href: `/people/${person.personId}/circle`, text: 'Back to people and services' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {form.current === undefined || !relative ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text={`It says now: ${relative.name}, ${relative.relation}${relative.phone ? `, ${relative.phone}` : ''}. What you wrote is kept below and is not saved yet.`} />}
      <p>Everybody who helps {name} reads this, and so does {name}. To be written down here opens nothing to anybody.</p>
      <form class="os-quick" method="post" action={relative ? `${at}/${relative.id}` : at} novalidate>
        <Csrf ctx={ctx} />
        {relative ? <input type="hidden" name="_version" value={form.versionOf(relative.rowVersion)} /> : null}
        <Input id="name" name="name" label={{ text: 'Name', size: 's' }} value={form.text('name', relative?.name)} errorMessage={errorFor(form.errors, 'name')} />
        <Input id="relation" name="relation" label={{ text: `Who are they to ${name}?`, size: 's' }} hint="Daughter, neighbour, friend from choir" value={form.text('relation', relative?.relation)} errorMessage={errorFor(form.errors, 'relation')} />
        <Input id="phone" name="phone" type="tel" label={{ text: 'Phone number (optional)', size: 's' }} classes="nhsuk-input--width-20" value={form.text('phone', relative?.phone ?? '')} errorMessage={errorFor(form.errors, 'phone')} />
        <DateInput id="birthDate" namePrefix="birthDate" values={form.date('birthDate', relative?.birthDate)} errorMessage={errorFor(form.errors, 'birthDate')} fieldset={{ legend: { text: 'Date of birth (optional)', size: 's' } }} hint="Enter it for everybody who could be under 18: nobody counts on a child, and somebody asks what a child does at home" />
        <Radios idPrefix="ageGroup" name="ageGroup" small inline value={form.text('ageGroup', relative?.ageGroup ?? '')} errorMessage={errorFor(form.errors, 'ageGroup')} fieldset={{ legend: { text: 'If you do not know the date of birth: are they under 18?', size: 's' } }}
          items={[{ value: 'child', text: 'Yes' }, { value: 'grown_up', text: 'No' }, { value: '', text: 'Not known' }]} />
        <DateInput id="assessmentOfferedOn" namePrefix="assessmentOfferedOn" values={form.date('assessmentOfferedOn', relative?.assessmentOfferedOn)} errorMessage={errorFor(form.errors, 'assessmentOfferedOn')} fieldset={{ legend: { text: 'Of a child: when was a young carer’s assessment offered? (optional)', size: 's' } }}
          hint="A child who helps with more than other children do has a right to one. Everybody who helps then knows that it was offered" />
        {TICKS.map(([field, text]) => (
          <Checkboxes idPrefix={field} name={field} small values={form.list(field, relative?.[field] ? ['yes'] : [])} errorMessage={errorFor(form.errors, field)} items={[{ value: 'yes', text }]} />
        ))}
        <Textarea id="mustNotBeTold" name="mustNotBeTold" rows="2" label={{ text: 'Is there something that they must not be told? (optional)', size: 's' }} hint={`Then neither the family nor ${name} finds them on a page of their own`} value={form.text('mustNotBeTold', relative?.mustNotBeTold ?? '')} errorMessage={errorFor(form.errors, 'mustNotBeTold')} />
        <Button text="Save" type="submit" preventDoubleClick />
      </form>
    </PersonShell>
  );
}

const typed = { name: 'Ayo', relation: '' };
const page = (traits: Partial<RelativePageProps> = {}): Html => <RelativePage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} relative={null} today={TODAY} {...traits} />;

export const states: PageStates = {
  full: () => page({ relative: sampleRelative }),
  add: () => page(),
  bare: () => page({ identity: bareIdentity }),
  errors: () => page({ form: refused(typed, missing('relation', 'Enter relationship'), missing('emergencyContact', 'A child is nobody’s first contact. Choose somebody who is grown up')) }),
  clash: () => page({ relative: sampleRelative, form: FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: typed, faults: [], current: {} }) }),
};
