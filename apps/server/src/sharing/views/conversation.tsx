import { fullName } from '@app/persons';
import { CAPACITIES, EXCEPTION_CHOICES } from '@app/sharing';
import {
  Button, Csrf, DateInput, EmptyState, errorFor, FilterBar, Input, Radios, Section, Select, Sub, Textarea, WarningCallout, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { sectorWords } from '@app/organisations';
import { ageWell, bareMember, delphine } from '../../care-teams/views/sample';
import { WritingFor } from '../../contacts/views/audience-fields';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { ExceptionLine, SharingFormModel } from '../sharing.desk';
import { agreed, untold } from './sample';
import { TalkFields } from './talk-fields';
import { CAPACITY_WORDS, EXCEPTION_WORDS } from './words';

interface ConversationPageProps extends SharingFormModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const ANSWERS = [
  { value: 'yes', text: 'Yes' },
  { value: 'except', text: 'Yes, except…', hint: { text: 'Say below who may not see what' } },
  { value: 'ask', text: 'Ask me each time', hint: { text: 'Those who help now go on. Before anybody is added we ask' } },
];

/** One conversation on one page, as it was said: three minutes, also from a phone call or from paper. */
export function ConversationPage(props: ConversationPageProps): Html {
  const { ctx, form, identity: about, agreed: { version }, today, search, found } = props;
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/sharing`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Record a conversation about sharing" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">What did {name} say?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody wrote down a conversation meanwhile" headingLevel={2} html={<p><a class="nhsuk-link" href={at}>Read what was said</a>. What you wrote is kept below and is not saved yet.</p>} />}
      <form class="os-quick" method="post" action={`${at}/conversation`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <Radios idPrefix="answer" name="answer" small value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: `May the people who help ${fullName(person)} directly know what they need?`, size: 's' } }} items={ANSWERS} />
        <Exceptions {...props} />
        <TalkFields form={form} withDay />
        <Decided form={form} />
        <DateInput id="endsOn" namePrefix="endsOn" values={form.date('endsOn')} errorMessage={errorFor(form.errors, 'endsOn')} fieldset={{ legend: { text: 'Do they want it to end on a day? (optional)', size: 's' } }}
          hint="What others may see ends with that day. Leave it empty if they set none: we ask again in a year, and nothing ends by itself" />
        <Textarea id="words" name="words" label={{ text: 'In their own words (optional)', size: 's' }} hint="They and everybody who helps read this. Write nothing here about who may not see what" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <WritingFor ctx={ctx} />
        <Button text="Save what they said" type="submit" />
      </form>
      {form.isFilled ? null : <AddOrganisation at={at} lines={props.lines} search={search} found={found} />}
    </PersonShell>
  );
}

function Exceptions({ form, lines }: Pick<ConversationPageProps, 'form' | 'lines'>): Html {
  const rows = form.rows('exceptions');
  const typed = (id: string): string | undefined => rows.find((row) => row.text('organisationId') === id)?.text('level');
  return (
    <Section id="exceptions" title="Exceptions">
      <p>Whoever is refused something is not told, nor is anybody else: only your organisation and the key worker’s read it. What another organisation was told stays as it is.</p>
      {lines.length === 0 ? <p>No other organisation helps yet. Find one below if they want something kept from it.</p> : lines.map((line, n) => (
        <>
          <input type="hidden" name={`exceptions[${n}][organisationId]`} value={line.organisationId} />
          <Select id={`exceptions-${n}-level`} name={`exceptions[${n}][level]`} label={line.organisation} value={typed(line.organisationId) ?? line.level} errorMessage={errorFor(form.errors, `exceptions-${n}-level`)}
            items={EXCEPTION_CHOICES.filter((choice) => choice !== 'as_before' || line.level === 'as_before').map((value) => ({ value, text: EXCEPTION_WORDS[value] }))} />
        </>
      ))}
    </Section>
  );
}

/** Capacity is about this decision, and presumed. */
function Decided({ form }: { form: FormState }): Html {
  return (
    <>
      <Radios idPrefix="capacity" name="capacity" small value={form.text('capacity')} errorMessage={errorFor(form.errors, 'capacity')} fieldset={{ legend: { text: 'Could they decide this?', size: 's' } }}
        items={CAPACITIES.map((value) => ({ value, text: CAPACITY_WORDS[value] }))} />
      <Input id="support" name="support" label="With support: what helped?" value={form.text('support')} errorMessage={errorFor(form.errors, 'support')} />
      <Input id="decidedBy" name="decidedBy" label="In their best interests: who decided?" value={form.text('decidedBy')} errorMessage={errorFor(form.errors, 'decidedBy')} />
      <DateInput id="lookAgainOn" namePrefix="lookAgainOn" values={form.date('lookAgainOn')} errorMessage={errorFor(form.errors, 'lookAgainOn')} fieldset={{ legend: { text: 'In their best interests: when is it looked at again?', size: 's' } }} />
    </>
  );
}

/** Before anything is typed, because choosing loads the page again. */
function AddOrganisation({ at, lines, search, found }: Pick<ConversationPageProps, 'lines' | 'search' | 'found'> & { at: string }): Html {
  const chosen = lines.map((line) => `&organisation=${line.organisationId}`).join('');
  return (
    <Section id="another" title="Keep something from another organisation">
      <p>Find it before you fill in the page.</p>
      <FilterBar action={`${at}/conversation`} label="Find an organisation" submit="Find">
        <Input id="search" name="search" type="search" label="Which organisation? Part of its name, or its code" value={search} />
      </FilterBar>
      {found === null ? null : found.length === 0
        ? <EmptyState level={3} title="No organisation found"><p>Try fewer letters.</p></EmptyState>
        : <ul class="os-list">{found.map((one) => <li><a class="nhsuk-link" href={`${at}/conversation?organisation=${one.id}${chosen}`}>{one.name}</a><Sub>{sectorWords(one.sector)}</Sub></li>)}</ul>}
    </Section>
  );
}

const lines: ExceptionLine[] = [
  { organisationId: ageWell.id, organisation: ageWell.name, level: 'no_health' },
  { organisationId: '0190aaaa-0000-7000-8000-0000000000ab', organisation: 'Fernlea Homes', level: 'as_before' },
];
const model: SharingFormModel = { identity, members: [delphine, bareMember], others: [], agreed, grounds: [], objections: [], talkAsked: null, lines, search: '', found: null };
const values = { answer: 'except', exceptions: [{ organisationId: ageWell.id, level: 'usual' }], capacity: 'best_interests', spokeAlone: 'no', present: 'Her son' };
const wrong = FormState.again({
  status: 422, message: '', values,
  faults: [['answer', 'Say below who may not see what, or choose yes'], ['how', 'Choose how you talked'], ['decidedBy', 'Enter who decided in their best interests'], ['lookAgainOn', 'Enter the day to look again'], ['endsOn', 'The day it ends must be today or in the future']]
    .map(([field, message]) => ({ pointer: `/${field ?? ''}`, code: 'required', message: message ?? '' })),
});
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values, faults: [], current: {} });

export const states: PageStates = {
  full: () => <ConversationPage ctx={keyWorker} form={FormState.empty} {...model} today={TODAY} />,
  bare: () => <ConversationPage ctx={keyWorker} form={FormState.empty} {...model} identity={bareIdentity} agreed={untold} lines={[]} today={TODAY} />,
  found: () => <ConversationPage ctx={keyWorker} form={FormState.empty} {...model} search="age" found={[ageWell]} today={TODAY} />,
  empty: () => <ConversationPage ctx={keyWorker} form={FormState.empty} {...model} search="nobody" found={[]} today={TODAY} />,
  errors: () => <ConversationPage ctx={keyWorker} form={wrong} {...model} today={TODAY} />,
  clash: () => <ConversationPage ctx={keyWorker} form={clash} {...model} today={TODAY} />,
};
