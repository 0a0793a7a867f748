import { fullName, type ContactPoint } from '@app/persons';
import type { KeptPoint, KeptPoints } from '@app/sharing';
import { Button, Checkboxes, Csrf, DateInput, errorFor, formatDate, Input, Section, SummaryList, summaryRow, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { MayKnow } from '../../safe-contact/views/may-know';
import { round } from '../../safe-contact/views/sample';
import type { ProtectionModel } from '../protection.desk';

interface ProtectionPageProps extends ProtectionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const KINDS: Record<ContactPoint['kind'], string> = { address: 'Address', phone: 'Phone', email: 'E-mail', practice: 'GP practice' };
const pointWords = ({ kind, value, postcode }: ContactPoint): string => `${KINDS[kind]}: ${[value, postcode].filter(Boolean).join(', ')}`;

function Protected({ kept: { point, knownTo }, ctx, at }: { kept: KeptPoint; ctx: PageContext; at: string }): Html {
  return (
    <div>
      <p><strong>{pointWords(point)}</strong></p>
      <SummaryList rows={[
        summaryRow('Who knows it', knownTo?.join(', '), 'Nobody now'),
        summaryRow('Why', point.protectedBecause, 'Not said'),
        summaryRow('We look again', point.protectedReviewOn && formatDate(point.protectedReviewOn), 'No day set'),
      ]} />
      <form class="os-noprint" method="post" action={`${at}/${point.id}/lift`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={String(point.rowVersion)} />
        <Button text={`Let everybody know it again: ${KINDS[point.kind].toLowerCase()}`} type="submit" variant="secondary" />
      </form>
    </div>
  );
}

/** Who may know where somebody is: for those who are looked for by somebody. */
export function ProtectionPage({ ctx, form, identity: about, kept: { version, points }, round: people, today }: ProtectionPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/protection`;
  const hidden = points.filter(({ point }) => point.protected);
  const choices = points.filter(({ point }) => point.protected || point.sealedTo === null);
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Who may know where they are" today={today} errors={form.errors} back={{ href: `/people/${person.personId}`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">Who may know where {name} is?</h1>
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${person.personId}/kept-out`}>People who must not open this record</a></p>
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${person.personId}/restriction`}>Who opens this record{person.restricted ? ': named workers only' : ''}</a></p>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      {hidden.length === 0 ? null : <Section id="kept" title="Known only to those named">{hidden.map((kept) => <Protected kept={kept} ctx={ctx} at={at} />)}</Section>}
      {choices.length === 0 ? <p>No address, phone number or practice is recorded that you could keep from others.</p> : (
        <form class="os-quick" method="post" action={at} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={String(version)} />
          <p>For everybody else it is as if it had never been recorded: on pages, in lists, on paper and in files. Choose the practice too: it says in which town somebody lives. What was printed or sent before is not called back.</p>
          <Checkboxes idPrefix="points" name="points" small values={form.list('points', choices.filter(({ point }) => !point.protected).map(({ point }) => point.id))} errorMessage={errorFor(form.errors, 'points')} fieldset={{ legend: { text: 'What must others not know?', size: 's' } }}
            items={choices.map(({ point }) => ({ value: point.id, text: pointWords(point) }))} />
          <MayKnow form={form} round={people} legend="Who may know it?" hint="You remain among them. Nobody else of your organisation, unless you tick them" />
          <Input id="because" name="because" label="Why?" hint="Only those named read this" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
          <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} fieldset={{ legend: { text: 'When do we look again?', size: 's' } }} hint="Nothing ends by itself on that day" />
          <Button text="Keep it from everybody else" type="submit" />
        </form>
      )}
    </PersonShell>
  );
}

const point = { ...identity.person, id: '0190aaaa-0000-7000-8000-0000000000f4', kind: 'address', value: '4 Mill Lane, Fernlea', postcode: 'ZZ99 3VZ', protected: false, protectedBecause: null, protectedReviewOn: null, sealedTo: null, rowVersion: 1 } as unknown as ContactPoint;
const open: KeptPoint = { point, knownTo: null };
const shut: KeptPoint = { point: { ...point, id: '0190aaaa-0000-7000-8000-0000000000f5', kind: 'practice', value: 'Weirside Medical Practice', postcode: null, protected: true, protectedBecause: 'Somebody looks for her', protectedReviewOn: '2027-03-01', sealedTo: [] }, knownTo: ['Anita Bose', 'Jo Whitcombe'] };
const kept: KeptPoints = { version: 2, points: [open, shut] };
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { because: 'Somebody looks for her', points: [point.id] }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <ProtectionPage ctx={keyWorker} form={FormState.empty} identity={identity} kept={kept} round={round} today={TODAY} />,
  bare: () => <ProtectionPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} kept={{ version: 0, points: [] }} round={[]} today={TODAY} />,
  errors: () => <ProtectionPage ctx={keyWorker} form={refused({ points: [] }, missing('points', 'Choose what others must not know'), missing('because', 'Enter why'), missing('reviewOn', 'Enter when we look again'))} identity={identity} kept={kept} round={round} today={TODAY} />,
  clash: () => <ProtectionPage ctx={keyWorker} form={clash} identity={identity} kept={kept} round={round} today={TODAY} />,
};
