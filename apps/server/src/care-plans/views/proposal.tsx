import { TAKEN_BACK_FOR, type TakenBackFor } from '@app/care-plans';
import { fullName } from '@app/persons';
import { Button, Csrf, Details, EmptyState, errorFor, Hidden, PrintButton, Radios, Section, Select, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ProposalModel } from '../proposal.desk';
import { DifferenceLine } from './changes';
import { isBare, PlanParts } from './plan-content';
import { draftStands, inForceWords, TAKEN_BACK_WORDS } from './proposal-words';
import { agreedProposal, bareProposal, openProposal, readyProposal } from './proposal-sample';
import { SuggestionLine } from './suggestion-words';
import { suggestions as sampleSuggestions } from './suggestions-sample';
import { ViewsOfDraft } from './views-of-draft';

interface ProposalPageProps extends ProposalModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const nameOf = ({ identity: { person } }: ProposalPageProps): string => person.preferred ?? person.given;
const planAt = ({ identity: { person } }: ProposalPageProps): string => `/people/${person.personId}/plan`;

/** What its author does next; one green button. */
function Acts(props: ProposalPageProps): Html | null {
  const { ctx, mayWrite, proposal: { version, stands } } = props;
  const at = planAt(props);
  if (!mayWrite) return null;
  if (version.state === 'in_contribution') return <p class="os-actions os-noprint"><a class="nhsuk-button" href={`${at}/draft`} role="button">Go on with the draft</a></p>;
  if (version.state === 'ready_for_agreement') return <p class="os-actions os-noprint"><a class="nhsuk-button" href={`${at}/proposal/agreement`} role="button">Write down what {nameOf(props)} says</a></p>;
  return (
    <form class="os-noprint" method="post" action={`${at}/proposal/${version.id}/publication`}>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={String(version.rowVersion)} />
      {stands ? <input type="hidden" name="knowsVersion" value={stands.id} /> : null}
      <Button text="Publish the plan" type="submit" preventDoubleClick />
    </form>
  );
}

/** Back to those who are asked, or to its author alone. */
function TakeBack(props: ProposalPageProps): Html | null {
  const { ctx, form, mayWrite, proposal: { version } } = props;
  if (!mayWrite) return null;
  const isOpen = version.state === 'in_contribution';
  return (
    <Details summary="Take it back" open={form.isFilled} html={(
      <form class="os-quick" method="post" action={`${planAt(props)}/proposal/${version.id}/taking-back`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={String(version.rowVersion)} />
        {isOpen ? <><input type="hidden" name="to" value="draft" /><p>Only your organisation sees it then.</p></> : (
          <Radios idPrefix="to" name="to" small value={form.text('to', 'in_contribution')} errorMessage={errorFor(form.errors, 'to')} fieldset={{ legend: { text: 'Where to?', size: 's' } }}
            items={[{ value: 'in_contribution', text: 'To be written on, and those who read the plan are asked again' }, { value: 'draft', text: 'To your organisation alone' }]} />
        )}
        <Select id="reason" name="reason" label={isOpen ? 'Why? (optional)' : 'Why?'} value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')}
          items={[{ value: '', text: 'Choose' }, ...TAKEN_BACK_FOR.filter((value) => value !== 'small_update').map((value: TakenBackFor) => ({ value, text: TAKEN_BACK_WORDS[value] }))]} />
        <Textarea id="because" name="because" label={{ text: 'In a few words (optional)', size: 's' }} rows="2" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Button text="Take it back" type="submit" variant="secondary" small />
      </form>
    )} />
  );
}

function Differences(props: ProposalPageProps): Html | null {
  const { proposal: { stands, differences } } = props;
  if (!stands && differences.length === 0) return null;
  return (
    <Section id="differences" title="What would be different from the plan in force">
      {differences.length === 0 ? <p>Nothing in what you see.</p> : <ul class="os-list">{differences.map((one) => <DifferenceLine difference={one} name={nameOf(props)} />)}</ul>}
    </Section>
  );
}

function Suggested(props: ProposalPageProps): Html | null {
  const { suggestions, offered, proposal: { version }, today } = props;
  const at = `${planAt(props)}/suggestions`;
  if (version.state !== 'in_contribution' && suggestions.length === 0) return null;
  return (
    <Section id="suggestions" title={suggestions.length > 0 ? `Suggestions (${suggestions.length} waiting)` : 'Suggestions'}>
      {suggestions.length === 0 ? <p>{offered === 'own' ? 'Would you change something? Suggest it beside the line, or something new.' : 'Nobody has suggested a change.'}</p>
        : <ul class="os-list">{suggestions.map((seen) => <SuggestionLine seen={seen} at={at} name={nameOf(props)} today={today} />)}</ul>}
      {offered && version.state === 'in_contribution' ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/new?version=${version.id}`}>{offered === 'own' ? 'Suggest something new' : `Record what ${nameOf(props)} asks for`}</a></p> : null}
    </Section>
  );
}

/** A draft that its readers are asked about before it is published. Which plan is in force is said first, and nothing here takes its place. */
export function ProposalPage(props: ProposalPageProps): Html {
  const { ctx, form, identity, proposal, offered, today } = props;
  const { version, plan, stands } = proposal;
  const at = planAt(props);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="A draft of the plan" today={today} errors={form.errors} back={{ href: at, text: 'Back to the plan in force' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(identity.person)}: </Hidden>A draft of the plan</h1>
      <WarningCallout heading="A draft, not in force" headingLevel={2} html={<><p>{inForceWords(stands)}.{stands ? <> <a class="nhsuk-link" href={at}>Read the plan in force</a></> : null}</p>{draftStands(version).map((line) => <p>{line}.</p>)}</>} />
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="How the draft stands now is below. What you chose is not saved." />}
      <Acts {...props} />
      <Differences {...props} />
      {isBare(plan) ? <EmptyState title="Nothing in it is for you to see yet"><p><a class="nhsuk-link" href={at}>Read the plan in force</a></p></EmptyState> : (
        <PlanParts plan={plan} name={nameOf(props)} today={today} suggestAt={offered === 'own' && version.state === 'in_contribution' ? `${at}/suggestions/new?version=${version.id}&item=` : undefined} />
      )}
      <ViewsOfDraft plan={plan} name={nameOf(props)} />
      <Suggested {...props} />
      <TakeBack {...props} />
      <PrintButton />
    </PersonShell>
  );
}

const base = { ctx: keyWorker, form: FormState.empty, identity: sampleIdentity, today: TODAY, suggestions: [], offered: null, mayWrite: false } as const;

export const states: PageStates = {
  full: () => <ProposalPage {...base} proposal={openProposal} mayWrite offered="for_person" suggestions={sampleSuggestions.slice(0, 2)} />,
  partner: () => <ProposalPage {...base} proposal={openProposal} offered="own" />,
  ready: () => <ProposalPage {...base} proposal={readyProposal} mayWrite offered="for_person" />,
  agreed: () => <ProposalPage {...base} proposal={agreedProposal} mayWrite offered="for_person" />,
  bare: () => <ProposalPage {...base} identity={bareIdentity} proposal={bareProposal} />,
  errors: () => <ProposalPage {...base} proposal={readyProposal} mayWrite form={refused({ to: 'draft', reason: '', because: '' }, missing('reason', 'Choose why you take it back'))} />,
  clash: () => <ProposalPage {...base} proposal={readyProposal} mayWrite form={FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { to: 'draft' }, faults: [], current: {} })} />,
};
