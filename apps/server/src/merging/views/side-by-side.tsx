import { fullName, type MergeOf } from '@app/persons';
import { Button, Csrf, DataTable, errorFor, Input, orSay, Radios, Section, SummaryList, summaryRow, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { TwoRecords } from '../merging.desk';
import { differs, twoSides, type SideRow } from '../two-sides';
import { joined, other, proposed } from './sample';
import { sideValue, SIDE_WORDS } from './words';

interface SideBySidePageProps extends TwoRecords {
  ctx: PageContext;
  form: FormState;
  today: string;
}

function Propose({ ctx, form, here, there, at }: SideBySidePageProps & { at: string }): Html {
  const born = ({ person }: TwoRecords['here']): string => sideValue('birthDate', person.birthDate) ?? 'no date of birth recorded';
  return (
    <form class="os-quick" method="post" action={at} novalidate>
      <Csrf ctx={ctx} />
      <h2 class="nhsuk-heading-m">Are they one person?</h2>
      <p>Two people can have one name, one address and one birthday: twins, a father and a son. Ask the person before you propose it. Where one record is from before somebody changed their gender, do not: who they were is theirs alone to tell.</p>
      <Radios idPrefix="keep" name="keep" small value={form.text('keep')} errorMessage={errorFor(form.errors, 'keep')} fieldset={{ legend: { text: 'Which record goes on?', size: 's' } }} hint="The one with the case that is open. The other stays readable for those who read it now"
        items={[{ value: 'this', text: `This one: ${fullName(here.person)}, ${born(here)}` }, { value: 'other', text: `The other one: ${fullName(there.person)}, ${born(there)}` }]} />
      <Input id="because" name="because" label="How do you know that it is the same person?" hint="The lead of information governance of the organisation that registered the record which goes on reads this, and decides. They must know both: add their organisation to both circles first" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
      <Button text="Propose that they are one person" type="submit" />
    </form>
  );
}

function Stands({ ctx, merge, at }: { ctx: PageContext; merge: MergeOf; at: string }): Html {
  const { state, isKept, because, proposedBy, proposedAt, decidedBy, isMine, version } = merge;
  const which = isKept ? 'this one' : 'the other one';
  return (
    <Section id="stands" title={state === 'proposed' ? 'Proposed: somebody else decides' : 'They are one person'}>
      <SummaryList rows={[
        summaryRow('Which goes on', which, ''), summaryRow('How it is known', because, ''), summaryRow('Proposed', <>{proposedBy}, <Time at={proposedAt} short /></>, ''), summaryRow('Decided by', decidedBy, 'Nobody yet'),
      ]} />
      {state === 'confirmed' ? <p>To take them apart again, ask the lead of information governance who decided.</p> : null}
      {state === 'proposed' && isMine ? (
        <form class="os-quick" method="post" action={`${at}/withdrawal`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={String(version)} />
          <Button text="Take the proposal back" type="submit" variant="secondary" />
        </form>
      ) : null}
    </Section>
  );
}

/** Two records side by side: who each is of, as far as the reader may see it, and what differs. */
export function SideBySidePage(props: SideBySidePageProps): Html {
  const { ctx, form, here, there, merge, today } = props;
  const base = `/people/${here.person.personId}/same-person`;
  const at = `${base}/${there.person.personId}`;
  const rows = twoSides(props);
  return (
    <PersonShell ctx={ctx} identity={here} tab={null} title="Two records side by side" today={today} errors={form.errors} back={{ href: base, text: 'Back to people with this name' }}>
      <h1 class="nhsuk-heading-l">Two records side by side</h1>
      {rows.length === 0 ? null : <DataTable<SideRow> caption="What each says of who it is" hideCaption rows={rows} isDue={differs} columns={[
        { head: 'What', rowHeader: true, cell: ({ what }) => SIDE_WORDS[what] },
        { head: 'This record', cell: ({ what, here: said }) => orSay(sideValue(what, said), 'Nothing that you can see') },
        { head: 'The other record', cell: ({ what, there: said }) => orSay(sideValue(what, said), 'Nothing that you can see') },
        { head: 'Compared', cell: (row) => (differs(row) ? <strong>Different</strong> : row.here === null || row.there === null ? 'Cannot be compared' : 'The same') },
      ]} />}
      <p><a class="nhsuk-link" href={`/people/${there.person.personId}?record=earlier`}>Open the other record</a></p>
      {merge === null ? <Propose {...props} at={at} /> : <Stands ctx={ctx} merge={merge} at={at} />}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <SideBySidePage ctx={keyWorker} form={FormState.empty} here={identity} there={other} merge={null} today={TODAY} />,
  bare: () => <SideBySidePage ctx={keyWorker} form={FormState.empty} here={bareIdentity} there={{ ...bareIdentity, person: { ...bareIdentity.person, personId: other.person.personId } }} merge={null} today={TODAY} />,
  proposed: () => <SideBySidePage ctx={keyWorker} form={FormState.empty} here={identity} there={other} merge={proposed} today={TODAY} />,
  joined: () => <SideBySidePage ctx={keyWorker} form={FormState.empty} here={identity} there={other} merge={joined} today={TODAY} />,
  errors: () => <SideBySidePage ctx={keyWorker} form={refused({ because: '' }, missing('keep', 'Choose which record goes on'), missing('because', 'Enter how you know that it is the same person'))} here={identity} there={other} merge={null} today={TODAY} />,
};
