import type { Merge } from '@app/persons';
import { Button, Csrf, errorFor, Input, Page, Radios, SummaryList, summaryRow, Time, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Side } from './merges';
import { standing, waiting } from './sample';

interface MergePageProps {
  ctx: PageContext;
  form: FormState;
  merge: Merge;
}

const at = ({ id }: Merge, act: string): string => `/information-governance/merges/${id}/${act}`;

const Hidden = ({ ctx, merge }: MergePageProps): Html => <><Csrf ctx={ctx} /><input type="hidden" name="_version" value={String(merge.version)} /></>;

const Decide = (props: MergePageProps): Html => (
  <form class="os-quick" method="post" action={at(props.merge, 'decision')} novalidate>
    <Hidden {...props} />
    <p>Ask whoever holds the other record, and the person where you can. Where one is from before somebody changed their gender, leave them two: who they were is theirs alone to tell. When they are joined, whoever works with both is led to the record that goes on. Nobody reads more of either: to let those of one circle read the other, add them to it. Whoever must not open one opens neither, where somebody is is protected on both, and both are restricted if one is.</p>
    <Radios idPrefix="decision" name="decision" small value={props.form.text('decision')} errorMessage={errorFor(props.form.errors, 'decision')} fieldset={{ legend: { text: 'Are they one person?', size: 's' } }} items={[{ value: 'confirm', text: 'Yes, one person' }, { value: 'decline', text: 'No, or not certain: they stay two' }]} />
    <Input id="because" name="because" label="How do you know?" value={props.form.text('because')} errorMessage={errorFor(props.form.errors, 'because')} />
    <Button text="Save the decision" type="submit" />
  </form>
);

const Undo = (props: MergePageProps): Html => (
  <form class="os-quick" method="post" action={at(props.merge, 'undoing')} novalidate>
    <Hidden {...props} />
    <p>Both are as they were before. What was written since stays on the record on which it was written.</p>
    <Input id="because" name="because" label="Why are they taken apart?" value={props.form.text('because')} errorMessage={errorFor(props.form.errors, 'because')} />
    <Button text="Take them apart" type="submit" />
  </form>
);

/** One proposal that two records are of one person; or two that are joined. */
export function MergePage(props: MergePageProps): Html {
  const { ctx, form, merge } = props;
  const { state, kept, merged, because, proposedBy, proposedAt, isMine, decidedBy, decidedBecause, decidedAt } = merge;
  return (
    <Page ctx={ctx} title={state === 'proposed' ? 'Are they one person?' : 'Two records of one person'} errors={form.errors} back={{ href: '/information-governance/merges', text: 'Back to the same person twice' }}>
      <h1 class="nhsuk-heading-l">{state === 'proposed' ? 'Are they one person?' : 'Two records of one person'}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody decided meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[
        summaryRow('The record that goes on', <Side side={kept} />, ''), summaryRow('Goes on in it', <Side side={merged} />, ''), summaryRow('How it is known', because, ''), summaryRow('Proposed', <>{proposedBy}, <Time at={proposedAt} short /></>, ''),
        ...(decidedAt ? [summaryRow('Decided', <>{decidedBy}, <Time at={decidedAt} short /></>, ''), summaryRow('Because', decidedBecause, '')] : []),
      ]} />
      {state === 'confirmed' ? <Undo {...props} /> : isMine ? <p>You proposed it. Somebody else decides: ask a colleague who looks after access.</p> : <Decide {...props} />}
    </Page>
  );
}

const ctx: PageContext = { ...lead, path: `/information-governance/merges/${waiting.id}`, nav: 'governance' };
const clash = FormState.again({ status: 412, message: 'Somebody decided while you were writing', values: { decision: 'confirm', because: 'The practice has one patient' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <MergePage ctx={ctx} form={FormState.empty} merge={waiting} />,
  bare: () => <MergePage ctx={ctx} form={FormState.empty} merge={{ ...waiting, isMine: true }} />,
  joined: () => <MergePage ctx={ctx} form={FormState.empty} merge={standing} />,
  errors: () => <MergePage ctx={ctx} form={refused({ because: '' }, missing('decision', 'Choose whether it is the same person'), missing('because', 'Enter how you know'))} merge={waiting} />,
  clash: () => <MergePage ctx={ctx} form={clash} merge={waiting} />,
};
