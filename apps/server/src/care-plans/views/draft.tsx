import type { CarePlan, PlanStatement, PlanVersion, StatementSection } from '@app/care-plans';
import { fullName } from '@app/persons';
import { Button, Csrf, DateInput, Details, Input, InsetText, errorFor, Section, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { FormState, TypedFormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { KeepsItself, KeptBefore } from '../../typing/views/kept';
import type { DraftModel } from '../draft.desk';
import { Beside, GoalRow, NeedRow, SuggestedHere, withOneMore, type RowProps } from './draft-lines';
import { HeardBesides, HeardOfGoal } from './draft-review';
import { marksOf, Merge, readMarks, type BothWrote } from '../draft-merge';
import { isChosen, labelOf, valuesOf } from './draft-values';
import { ViewFields } from './draft-view';
import { PlanParts } from './plan-content';
import { bareDraft, draftModel } from './sample';
import { suggestions as sampleSuggestions } from './suggestions-sample';
import { DifferenceLine } from './changes';
import { openProposal, readyProposal } from './proposal-sample';
import { besideReview } from './review-sample';
import { MoreOfThePlan } from './draft-more';
import { versionWords } from './words';

interface DraftPageProps extends DraftModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const Lines = (props: { form: FormState; errors: FormState['errors']; field: string; label: string; hint?: string; rows?: string }): Html => (
  <Textarea id={props.field} name={props.field} label={{ text: props.label, size: 's' }} hint={props.hint} rows={props.rows ?? '2'} value={props.form.text(props.field)} errorMessage={errorFor(props.errors, props.field)} />
);

const isBlankNeed = (row: FormState): boolean => row.text('text') === '' && row.text('item') === '';
const isBlankGoal = (row: FormState): boolean => isBlankNeed(row) && row.rows('actions').every((one) => one.text('what') === '');

/** Whom and what it is about, in the order in which one would ask. */
function Boxes({ form, errors, row, name, stands }: { form: FormState; errors: FormState['errors']; row: Omit<RowProps, 'row' | 'at'>; name: string; stands: readonly PlanStatement[] }): Html {
  const beside = (section: StatementSection): Html => <Beside {...row} itemId={stands.find((one) => one.section === section)?.itemId ?? ''} />;
  const isNew = row.suggestions.filter(({ suggestion }) => suggestion.aboutItemId === null && suggestion.goalId === null);
  return (
    <>
      {isNew.length > 0 ? <InsetText html={<>{isNew.map((seen) => <SuggestedHere seen={seen} at={row.suggestionsAt} name={name} />)}</>} /> : null}
      {beside('what_matters')}
      <Lines form={form} errors={errors} field="whatMatters" label={`What matters most to ${name}?`} />
      {beside('strengths')}
      {beside('home')}
      <Details summary="Strengths and the home (optional)" open={form.text('strengths') !== '' || form.text('home') !== ''} html={(
        <>
          <Lines form={form} errors={errors} field="strengths" label="What are their strengths?" />
          <Lines form={form} errors={errors} field="home" label="What is there to know of the home?" hint="Seen by those who see to the home" />
        </>
      )} />
      <h2 class="nhsuk-heading-m">Goals and steps</h2>
      {withOneMore(form.rows('goals'), isBlankGoal).map((one, n) => <GoalRow {...row} row={one} at={`goals[${n}]`} number={n + 1} />)}
      <h2 class="nhsuk-heading-m">Needs</h2>
      {withOneMore(form.rows('needs'), isBlankNeed).map((one, n) => <NeedRow {...row} row={one} at={`needs[${n}]`} number={n + 1} />)}
      <h2 class="nhsuk-heading-m">Who to ring, and if it goes wrong</h2>
      {beside('who_to_ring')}
      <Lines form={form} errors={errors} field="whoToRing" label="Who to ring" hint="A name, a number, and when" />
      {beside('if_it_goes_wrong')}
      <Lines form={form} errors={errors} field="ifItGoesWrong" label="If it goes wrong" hint="How one sees it coming, and what to do" />
      <Input id="ifItGoesWrongContact" name="ifItGoesWrongContact" label="Whom to ring first then (optional)" value={form.text('ifItGoesWrongContact')} errorMessage={errorFor(errors, 'ifItGoesWrongContact')} />
      <Input id="noContingencyBecause" name="noContingencyBecause" label="Or why no plan for that is needed" value={form.text('noContingencyBecause')} errorMessage={errorFor(errors, 'noContingencyBecause')} />
      <MoreOfThePlan form={form} errors={errors} name={name} beside={beside} />
    </>
  );
}

function DraftForm(props: DraftPageProps): Html {
  const { ctx, form, from, draft, published, review, identity: { person } } = props;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/plan/draft`;
  const filled = form.isFilled || !from ? form : new FormState(valuesOf(from));
  const heard = review ? (goalId: string): Html => <HeardOfGoal review={review} published={published} name={name} at={at} goalId={goalId} /> : undefined;
  const row = { heard, errors: form.errors, name, organisations: props.organisations, doers: props.doers, needs: from?.content.needs ?? [], toWalk: props.toWalk, suggestions: props.suggestions, suggestionsAt: `/people/${person.personId}/plan/suggestions` };
  const stands = from?.content.statements ?? [];
  const isAsked = draft?.state === 'in_contribution';
  const goalIds = filled.rows('goals').map((one) => one.text('item'));
  return (
    <>
      {review ? <HeardBesides review={review} published={published} name={name} at={at} goalIds={goalIds} reviewAt={`/people/${person.personId}/reviews/${review.review.id}`} /> : null}
      <form class={`os-quick os-draft${review ? ' os-draft--heard' : ''}`} method="post" action={at} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(draft?.rowVersion ?? 0)} />
        <input type="hidden" name="_base" value={form.isFilled && form.current === undefined ? (form.base ?? '') : JSON.stringify(marksOf(from ? valuesOf(from) : {}))} />
        <KeepsItself ctx={ctx} />
        {published ? <input type="hidden" name="knowsVersion" value={published.id} /> : null}
        {review ? <p><Button text="Save what is written" type="submit" variant="secondary" small /></p> : null}
        <Boxes form={filled} errors={form.errors} row={row} name={name} stands={stands} />
        <h2 class="nhsuk-heading-m">{isAsked ? 'When we look again' : `When we look again, and what ${name} thinks`}</h2>
        <DateInput id="nextReviewOn" namePrefix="nextReviewOn" values={filled.date('nextReviewOn')} errorMessage={errorFor(form.errors, 'nextReviewOn')} fieldset={{ legend: { text: 'When do we look at it again?', size: 's' } }} hint="Within 12 months" />
        {isAsked ? null : <ViewFields form={filled} errors={form.errors} name={name} />}
        {published ? <Input id="changeSummary" name="changeSummary" label={{ text: `What is different from ${versionWords(published).toLowerCase()}? (optional)`, size: 's' }} value={filled.text('changeSummary')} errorMessage={errorFor(form.errors, 'changeSummary')} /> : null}
        <WritingFor ctx={ctx} />
        {isAsked ? (
          <div class="os-actions">
            <Button text="Save the draft" type="submit" />
            <Button text={`Save, close it and ask ${name}`} type="submit" variant="secondary" attributes={{ formaction: `${at}/readiness` }} preventDoubleClick />
          </div>
        ) : (
          <div class="os-actions">
            <Button text="Publish the plan" type="submit" attributes={{ formaction: `${at}/publication` }} preventDoubleClick />
            <Button text="Save as a draft" type="submit" variant="secondary" />
            <Button text="Save and ask others first" type="submit" variant="secondary" attributes={{ formaction: `${at}/opening` }} preventDoubleClick />
          </div>
        )}
      </form>
    </>
  );
}

/** What somebody else saved meanwhile goes into the boxes where only they wrote; where both did, theirs is told. A form that says nothing of what it was filled with keeps what was typed. */
function together(form: FormState, from: CarePlan | null): { form: FormState; both: readonly BothWrote[] | null } {
  const was = form.current === undefined || !from ? null : readMarks(form.base);
  if (!was || !from) return { form, both: null };
  const merge = new Merge();
  const values = merge.of(form.values, valuesOf(from), was);
  return { form: form.with(values), both: merge.both };
}

/** What somebody else saved meanwhile stands above what was typed: nothing of either is lost. */
function Clash({ from, both, identity: { person }, today }: DraftPageProps & { both: readonly BothWrote[] | null }): Html {
  const name = person.preferred ?? person.given;
  return (
    <>
      {both === null
        ? <WarningCallout heading="Both texts are here" headingLevel={2} text="What was saved meanwhile comes first. What you wrote is in the boxes below it and is not saved yet. When you save it, it takes the place of the other." />
        : <WarningCallout heading="Both texts are here" headingLevel={2} html={(
          <>
            <p>The boxes hold what they changed and what you changed. Nothing of yours is saved yet: look it through, then save it.</p>
            {both.length === 0 ? null : <><p>These you both changed. Yours is in the box:</p><ul class="nhsuk-list nhsuk-list--bullet">{both.map(({ field, theirs }) => <li><a class="nhsuk-link" href={`#${field}`}>{labelOf(field)}</a>: {theirs === '' ? 'they emptied it' : isChosen(field) ? 'they chose something else, as it stands below' : <>they wrote “{theirs}”</>}</li>)}</ul></>}
          </>
        )} />}
      {from ? <Section id="saved" title="What was saved meanwhile"><PlanParts plan={from} name={name} today={today} /></Section> : null}
    </>
  );
}

/** What small updates have changed since the draft was begun. */
function Meanwhile({ meanwhile, published, identity: { person } }: DraftPageProps): Html | null {
  if (!published || meanwhile.length === 0) return null;
  return (
    <InsetText html={(
      <>
        <p>{versionWords(published)} was published while this draft was being written. It goes into yours, except where you have written something else.</p>
        <ul class="nhsuk-list">{meanwhile.map((one) => <DifferenceLine difference={one} name={person.preferred ?? person.given} />)}</ul>
      </>
    )} />
  );
}

/** A plan is written on one page, in one sitting: a line in each box is enough to publish it. */
export function DraftPage(props: DraftPageProps): Html {
  const { ctx, from, identity, draft, published, today } = props;
  const { form, both } = together(props.form, from);
  const at = `/people/${identity.person.personId}/plan`;
  const title = published ? 'Revise the plan' : 'Start the plan';
  const isClash = form.current !== undefined;
  const isClosed = draft !== null && !['draft', 'in_contribution'].includes(draft.state);
  const errors = isClash ? [{ field: 'whatMatters', text: 'Someone saved this draft while you were writing. Read theirs, then save yours if it is still needed' }] : form.errors;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} errors={errors} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {isClosed ? <Closed at={at} draft={draft} /> : (
        <>
          <WhoSeesIt {...props} />
          {isClash ? <Clash {...props} both={both} /> : null}
          <Meanwhile {...props} />
          <KeptBefore ctx={ctx} form={form} />
          <DraftForm {...props} form={form} />
          {draft && !isClash ? <DiscardForm ctx={ctx} at={at} id={draft.id} version={draft.rowVersion} /> : null}
        </>
      )}
    </PersonShell>
  );
}

/** Who reads what is written here, and when. */
const WhoSeesIt = ({ draft, identity: { person } }: DraftPageProps): Html => (draft?.state === 'in_contribution'
  ? <p>Those who read the plan are asked about this draft: they read each line as you save it, as far as it is meant for them. It is not in force. <a class="nhsuk-link" href={`/people/${person.personId}/plan/proposal`}>See it as they do, or take it back</a></p>
  : <p>Only your organisation sees a draft, unless you ask others about it. Once it is published each line opens to the circle and to {fullName(person)}, unless you choose something else for it.</p>);

/** What somebody is asked to agree to does not change under them. */
const Closed = ({ at, draft }: { at: string; draft: PlanVersion | null }): Html => (
  <InsetText html={<><p>{draft?.state === 'agreed' ? 'This draft is agreed, and closed until it is published.' : 'This draft is closed: it waits for what the person says.'}</p><p><a class="nhsuk-link" href={`${at}/proposal`}>{draft?.state === 'agreed' ? 'Read it, publish it' : 'Read it, write down what they say'}, or take it back to change it</a></p></>} />
);

const DiscardForm = ({ ctx, at, id, version }: { ctx: PageContext; at: string; id: string; version: number }): Html => (
  <form method="post" action={`${at}/draft/${id}/discard`} class="os-quick">
    <Csrf ctx={ctx} />
    <input type="hidden" name="_version" value={String(version)} />
    <Button text="Discard this draft" type="submit" variant="secondary" small />
  </form>
);

const typed = { whatMatters: 'Singing', goals: [{ text: 'Sing at Easter', actions: [{ what: 'A lift to choir' }] }], needs: [{ text: '' }] };

export const states: PageStates = {
  full: () => <DraftPage ctx={keyWorker} form={FormState.empty} today={TODAY} {...draftModel} suggestions={sampleSuggestions.slice(0, 2)} />,
  bare: () => <DraftPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} today={TODAY} {...bareDraft} />,
  errors: () => (
    <DraftPage ctx={keyWorker} identity={sampleIdentity} today={TODAY} {...bareDraft}
      form={refused(typed, missing('goals/0/actions/0/doer', 'Choose who does “A lift to choir”'), missing('whoToRing', 'Enter who to ring'), missing('nextReviewOn', 'Enter when we look at it again'), missing('personView', 'Choose what they think of the plan'))} />
  ),
  kept: () => <DraftPage ctx={keyWorker} form={new TypedFormState({ typed, version: '1', at: new Date('2026-12-08T09:00:00Z') })} today={TODAY} {...draftModel} />,
  asked: () => <DraftPage ctx={keyWorker} form={FormState.empty} today={TODAY} {...draftModel} draft={openProposal.version} suggestions={sampleSuggestions.slice(0, 2)} />,
  closed: () => <DraftPage ctx={keyWorker} form={FormState.empty} today={TODAY} {...draftModel} draft={readyProposal.version} />,
  reviewed: () => <DraftPage ctx={keyWorker} form={FormState.empty} today={TODAY} {...draftModel} review={besideReview} />,
  clash: () => <DraftPage ctx={keyWorker} form={FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: typed, faults: [], current: {} })} today={TODAY} {...draftModel} />,
};
