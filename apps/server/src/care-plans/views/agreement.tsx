import { OUTCOMES } from '@app/care-plans';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, Input, InsetText, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { HOW_WORDS } from '../../sharing/views/words';
import type { ProposalModel } from '../proposal.desk';
import { bareProposal, readyProposal } from './proposal-sample';
import { inForceWords, OUTCOME_WORDS } from './proposal-words';
import { ViewsOfDraft } from './views-of-draft';

interface AgreementPageProps extends ProposalModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** Writes down what the person said of a draft, or why it stands without that. With a yes, or a reason, it is agreed. */
export function AgreementPage({ ctx, form, identity, proposal: { version, plan, stands }, today }: AgreementPageProps): Html {
  const { person } = identity;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/plan/proposal`;
  const row = form.current === undefined ? (form.version ?? String(version.rowVersion)) : String(version.rowVersion);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="What they say of the draft" today={today} errors={form.errors} back={{ href: at, text: 'Back to the draft' }}>
      <h1 class="nhsuk-heading-l">What does {name} say of the draft?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The draft has changed since you opened this page. Read it again before you save what you wrote below." />}
      <InsetText text={`${inForceWords(stands)}. With their yes, or with a reason to go on without it, the draft can be published.`} />
      <form class="os-quick" method="post" action={`${at}/${version.id}/agreement`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(row)} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What came of it?', size: 's' } }}
          hint="Their own view: a relative’s is never theirs" items={OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] }))} />
        <h2 class="nhsuk-heading-m">If you talked with {name}</h2>
        <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did you talk?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
        <Textarea id="comment" name="comment" label={{ text: 'In their own words (optional)', size: 's' }} rows="2" value={form.text('comment')} errorMessage={errorFor(form.errors, 'comment')} />
        <Input id="support" name="support" label="With what support (if so)" hint="An interpreter, pictures, more time" value={form.text('support')} errorMessage={errorFor(form.errors, 'support')} />
        <SpokeAlone form={form} />
        <h2 class="nhsuk-heading-m">If you could not, or they cannot decide it</h2>
        <Textarea id="because" name="because" label={{ text: 'Why; and for their best interests, who decided and who was asked', size: 's' }} rows="2" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Input id="of" name="of" label="If it is only somebody else’s view: whose" value={form.text('of')} errorMessage={errorFor(form.errors, 'of')} />
        <DateInput id="againOn" namePrefix="againOn" values={form.date('againOn')} errorMessage={errorFor(form.errors, 'againOn')} fieldset={{ legend: { text: 'When do you ask them again?', size: 's' } }} />
        <Button text="Save what came of it" type="submit" />
      </form>
      <ViewsOfDraft plan={plan} name={name} />
    </PersonShell>
  );
}

const base = { ctx: keyWorker, form: FormState.empty, identity: sampleIdentity, today: TODAY, suggestions: [], offered: null, mayWrite: true, proposal: readyProposal } as const;

export const states: PageStates = {
  full: () => <AgreementPage {...base} />,
  bare: () => <AgreementPage {...base} identity={bareIdentity} proposal={bareProposal} />,
  errors: () => <AgreementPage {...base} form={refused({ comment: 'Not on Thursdays' }, missing('outcome', 'Choose what came of it'), missing('how', 'Choose how you talked'), missing('againOn-day', 'Enter when you ask them again'))} />,
  clash: () => <AgreementPage {...base} form={FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { outcome: 'agrees' }, faults: [], current: {} })} />,
};
