import { fullName } from '@app/persons';
import { KEPT_OUT_AS, type KeptOut, type Somebody } from '@app/sharing';
import {
  Button, Csrf, DateInput, EmptyState, errorFor, FilterBar, formatDate, Input, Radios, Section, Sub, SummaryList, summaryRow, WarningCallout, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { MayKnow } from '../../safe-contact/views/may-know';
import { round } from '../../safe-contact/views/sample';
import type { KeptOutModel } from '../protection.desk';
import { KIND_WORDS } from './words';

interface KeptOutPageProps extends KeptOutModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

function One({ one, ctx, at }: { one: KeptOut; ctx: PageContext; at: string }): Html {
  return (
    <div>
      <p><strong>{one.name}</strong><Sub>{one.organisation ?? 'Family carer'}</Sub></p>
      <SummaryList rows={[
        summaryRow('Why', [KIND_WORDS[one.kind] ?? one.kind, one.because].filter(Boolean).join(': '), ''),
        summaryRow('Recorded', `${one.recordedBy}, ${formatDate(one.since)}`, ''),
        summaryRow('We look again', one.reviewOn && formatDate(one.reviewOn), 'No day set'),
        summaryRow('Who knows this', one.knownTo?.join(', '), 'Everybody who works with them'),
      ]} />
      <form class="os-noprint" method="post" action={`${at}/${one.id}/end`}>
        <Csrf ctx={ctx} />
        <Button text={`No longer keep out ${one.name}`} type="submit" variant="secondary" />
      </form>
    </div>
  );
}

const Carers = ({ carers, ctx, at }: { carers: readonly Somebody[]; ctx: PageContext; at: string }): Html | null => (carers.length === 0 ? null : (
  <Section id="carers" title="Family carers who can sign in">
    <p>One press, and the next thing they open says what it says to somebody who has nothing. They are not told. Your information-governance lead looks at it.</p>
    {carers.map(({ userId, name }) => (
      <form method="post" action={`${at}/carers`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="userId" value={userId} />
        <Button text={`Stop the sign-in of ${name}`} type="submit" variant="warning" />
      </form>
    ))}
  </Section>
));

function NewOne({ ctx, form, at, search, found, round: people }: Pick<KeptOutPageProps, 'ctx' | 'form' | 'search' | 'found' | 'round'> & { at: string }): Html | null {
  if (found === null) return null;
  if (found.length === 0) return <EmptyState title="No one found" level={3}><p>Only somebody who signs in can be kept out. Try fewer letters of the name.</p></EmptyState>;
  return (
    <form class="os-quick" method="post" action={at} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="name" value={search} />
      <Radios idPrefix="userId" name="userId" small value={form.text('userId')} errorMessage={errorFor(form.errors, 'userId')} fieldset={{ legend: { text: 'Who is it?', size: 's' } }} items={found.map(({ userId, name, what }) => ({ value: userId, text: name, hint: { text: what } }))} />
      <Radios idPrefix="kind" name="kind" small value={form.text('kind')} errorMessage={errorFor(form.errors, 'kind')} fieldset={{ legend: { text: 'Why must they not open it?', size: 's' } }} items={KEPT_OUT_AS.map((value) => ({ value, text: KIND_WORDS[value] ?? value }))} />
      <Input id="because" name="because" label="In a few words (optional)" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
      <MayKnow form={form} round={people} legend="Who may know this? (optional)" hint="Tick nobody, and everybody reads it who works with them; but of somebody who may be the source of harm only you and those you tick" />
      <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When do we look again?', size: 's' } }} hint="Nothing ends by itself on that day" />
      <Button text="Keep them out" type="submit" />
    </form>
  );
}

/** Who must not be proposed, let in or told: seen by those only who may know. */
export function KeptOutPage({ ctx, form, identity: about, people, carers, search, found, round: known, today }: KeptOutPageProps): Html {
  const { person } = about;
  const at = `/people/${person.personId}/kept-out`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="People who must not open this record" today={today} errors={form.errors} back={{ href: `/people/${person.personId}`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">People who must not open this record</h1>
      {form.code === 'keptOut.already' ? <WarningCallout heading="They are kept out already" headingLevel={2} text="See what is recorded below." /> : null}
      <p>They are answered as somebody is who never heard of {person.preferred ?? person.given}, are offered to nobody as a helper, and are not told. When they try, your information-governance lead hears of it.</p>
      {people.length === 0 ? <p>You know of nobody who is kept out.</p> : people.map((one) => <One one={one} ctx={ctx} at={at} />)}
      <Carers carers={carers} ctx={ctx} at={at} />
      <Section id="another" title="Keep somebody out">
        <FilterBar action={at} label="Who must not open it?" submit="Find"><Input id="search" name="search" type="search" label="Part of their name" value={search} /></FilterBar>
        <NewOne ctx={ctx} form={form} at={at} search={search} found={found} round={known} />
      </Section>
    </PersonShell>
  );
}

const one: KeptOut = {
  id: '0190aaaa-0000-7000-8000-0000000000f9', userId: '0190aaaa-0000-7000-8000-0000000000b8', name: 'Craig Ash', organisation: 'Tandem Care', kind: 'alleged_source_of_harm', because: 'Her former husband', since: new Date('2026-11-03T10:00:00Z'),
  reviewOn: '2027-03-01', recordedBy: 'Jo Whitcombe', knownTo: ['Anita Bose', 'Jo Whitcombe'],
};
const carer: Somebody = { userId: '0190aaaa-0000-7000-8000-0000000000b9', name: 'Ayo Oduya', what: 'Family carer' };
const page = (form: FormState, given: Partial<KeptOutModel> = {}): Html => <KeptOutPage ctx={keyWorker} form={form} identity={identity} people={[]} carers={[]} search="" found={null} round={round} today={TODAY} {...given} />;
const found: Somebody[] = [{ userId: one.userId, name: one.name, what: 'Care worker, Tandem Care' }];

export const states: PageStates = {
  full: () => page(FormState.empty, { people: [one, { ...one, id: '0190aaaa-0000-7000-8000-0000000000fa', name: 'Ayo Oduya', organisation: null, kind: 'sign_in_stopped', because: null, reviewOn: null, knownTo: null }], carers: [carer], search: 'craig', found }),
  bare: () => page(FormState.empty, { identity: bareIdentity, round: [] }),
  empty: () => page(FormState.empty, { search: 'nobody', found: [] }),
  errors: () => page(refused({ name: 'craig' }, missing('userId', 'Choose who'), missing('kind', 'Choose why they must not open it'), missing('reviewOn', 'Enter when we look again')), { search: 'craig', found }),
  already: () => page(FormState.again({ status: 409, message: 'They are kept out already', code: 'keptOut.already', values: { name: 'craig' }, faults: [] }), { people: [one], search: 'craig', found }),
};
