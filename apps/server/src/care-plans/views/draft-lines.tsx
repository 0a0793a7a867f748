import { GOAL_STATES, IMPORTANCES, NEED_DOMAINS, NEED_STATES, UNMET_REASONS, VOICES, type Doer, type Need, type NeedDomain, type NeedState, type SeenSuggestion, type Voice } from '@app/care-plans';
import { CATEGORY_WORDS, TOLD_ABOUT } from '@app/persons';
import { Checkboxes, DateInput, Details, errorFor, Input, InsetText, Radios, Select, Textarea, type FieldError, type Html } from '@app/web-kit';
import { FormState } from '../../http';
import { LINE_WORDS, saidByWords } from './suggestion-words';
import { DOMAIN_WORDS, GOAL_STATE_WORDS, IMPORTANCE_WORDS, NEED_STATE_WORDS, startCase, UNMET_WORDS, VOICE_WORDS } from './words';

/** What every row of the form needs to know. */
export interface RowProps {
  /** the row as typed or as it stands */
  row: FormState;
  /** the beginning of names and ids, for example `goals[0]` */
  at: string;
  errors: readonly FieldError[];
  name: string;
  organisations: readonly { id: string; name: string }[];
  doers: readonly Doer[];
  /** the needs that stand already */
  needs: readonly Need[];
  /** the steps of the version before of which it is said whether they go on */
  toWalk: readonly string[];
  /** what others would change, and nobody has answered yet */
  suggestions: readonly SeenSuggestion[];
  /** where they are answered */
  suggestionsAt: string;
  /** what was said of a goal in the review that is held; left out while none is */
  heard?: ((goalId: string) => Html) | undefined;
  /** of a step that is not yet written: who sees it is as with its goal until something else is said */
  likeItsGoal?: boolean;
}

/** What others would change in one line, beside it. @param itemId the line, or the goal towards which a new step leads */
export function Beside({ suggestions, suggestionsAt, itemId, name }: Pick<RowProps, 'suggestions' | 'suggestionsAt' | 'name'> & { itemId: string }): Html | null {
  const mine = suggestions.filter(({ suggestion }) => itemId !== '' && [suggestion.aboutItemId, suggestion.goalId].includes(itemId));
  return mine.length === 0 ? null : <InsetText html={<>{mine.map((seen) => <SuggestedHere seen={seen} at={suggestionsAt} name={name} />)}</>} />;
}

/** One suggestion as it stands beside what is written. */
export const SuggestedHere = ({ seen, at, name }: { seen: SeenSuggestion; at: string; name: string }): Html => (
  <p><strong>{saidByWords(seen, name)}</strong> {seen.suggestion.aboutItemId ? 'suggests' : `suggests a new ${LINE_WORDS[seen.suggestion.kind]}`}: “{seen.suggestion.text}” <a class="nhsuk-link" href={`${at}/${seen.suggestion.id}`}>Answer<span class="nhsuk-u-visually-hidden">: {seen.suggestion.text}</span></a></p>
);

/** `goals[0][text]` is in the page under the id `goals-0-text`. */
export const idOf = (at: string): string => at.replaceAll('][', '-').replaceAll('[', '-').replaceAll(']', '');

const given = (row: FormState, field: string, usual: string): string => row.text(field) || usual;
const isWrong = (errors: readonly FieldError[], id: string, fields: readonly string[]): boolean => fields.some((field) => errorFor(errors, `${id}-${field}`) !== undefined);

/** What most lines have an answer of their own for: opened where something of it is said or wrong. */
function More({ summary, row, at, errors, name, likeItsGoal, said, html }: Pick<RowProps, 'row' | 'at' | 'errors' | 'name' | 'likeItsGoal'> & { summary: string; said: readonly string[]; html: Html }): Html {
  const isOpen = isWrong(errors, idOf(at), ['category', 'audience', 'namedOrganisationIds', ...said]);
  if (likeItsGoal && row.text('audience') === '') return <Details summary={`${summary} (seen like its goal)`} open={isOpen} html={html} />;
  const [audience, forPerson] = [given(row, 'audience', 'circle'), given(row, 'forPerson', 'yes')];
  const seen = audience === 'internal' ? 'seen by my organisation only' : `seen by ${audience === 'named' ? 'those named' : 'the circle'}${forPerson === 'yes' ? ` and ${name}` : ''}`;
  return <Details summary={`${summary} (${seen})`} open={isOpen} html={html} />;
}

/** Who sees a line: the circle as far as it sees such things, and the person, unless something else is said. */
function WhoSees({ row, at, errors, name, organisations, likeItsGoal }: RowProps): Html {
  const id = idOf(at);
  const audiences = [{ value: 'circle', text: 'The circle' }, { value: 'internal', text: 'Only my organisation' }, ...(organisations.length > 0 ? [{ value: 'named', text: 'Organisations that I name' }] : [])];
  const like = likeItsGoal ? [{ value: '', text: 'As with its goal' }] : [];
  const usual = (value: string): string => (likeItsGoal ? '' : value);
  const chosen = { category: given(row, 'category', usual('plan')), audience: given(row, 'audience', usual('circle')), forPerson: given(row, 'forPerson', usual('yes')) };
  return (
    <>
      <Select id={`${id}-category`} name={`${at}[category]`} label="What it tells about" value={chosen.category} errorMessage={errorFor(errors, `${id}-category`)}
        items={[...like, ...TOLD_ABOUT.map((value) => ({ value, text: startCase(CATEGORY_WORDS[value]) }))]} />
      <Select id={`${id}-audience`} name={`${at}[audience]`} label="Who may see it" value={chosen.audience} errorMessage={errorFor(errors, `${id}-audience`)} items={[...like, ...audiences]} />
      {organisations.length > 0
        ? <Checkboxes idPrefix={`${id}-namedOrganisationIds`} name={`${at}[namedOrganisationIds]`} small values={row.list('namedOrganisationIds')} errorMessage={errorFor(errors, `${id}-namedOrganisationIds`)}
          fieldset={{ legend: { text: 'Organisations, when I name them', size: 's' } }} items={organisations.map(({ id: value, name: text }) => ({ value, text }))} />
        : null}
      <Select id={`${id}-forPerson`} name={`${at}[forPerson]`} label={`${name} may read it`} value={chosen.forPerson} items={[...like, { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
    </>
  );
}

const Item = ({ row, at }: Pick<RowProps, 'row' | 'at'>): Html | null => (row.text('item') ? <input type="hidden" name={`${at}[item]`} value={row.text('item')} /> : null);
const VoiceField = ({ row, at }: Pick<RowProps, 'row' | 'at'>): Html => (
  <Select id={`${idOf(at)}-voice`} name={`${at}[voice]`} label="Whose words" value={given(row, 'voice', 'self')} items={VOICES.map((value: Voice) => ({ value, text: VOICE_WORDS[value] }))} />
);

const optional = <T extends string>(values: readonly T[], words: Record<T, string>): { value: string; text: string }[] => [{ value: '', text: 'Not said' }, ...values.map((value) => ({ value, text: words[value] }))];

/** What they asked for, what they were offered, and why it was not the same. */
const Unmet = ({ row, at, errors, id }: RowProps & { id: string }): Html => (
  <>
    <Input id={`${id}-askedFor`} name={`${at}[askedFor]`} label="What they asked for (optional)" value={row.text('askedFor')} errorMessage={errorFor(errors, `${id}-askedFor`)} />
    <Input id={`${id}-offered`} name={`${at}[offered]`} label="What they were offered (optional)" value={row.text('offered')} errorMessage={errorFor(errors, `${id}-offered`)} />
    <Select id={`${id}-unmetReason`} name={`${at}[unmetReason]`} label="If it cannot be met: the reason (optional)" value={row.text('unmetReason')} errorMessage={errorFor(errors, `${id}-unmetReason`)} items={optional(UNMET_REASONS, UNMET_WORDS)} />
  </>
);

/** One need. */
export function NeedRow(props: RowProps & { number: number }): Html {
  const { row, at, errors, number } = props;
  const id = idOf(at);
  const isKnown = row.text('item') !== '';
  return (
    <fieldset class="nhsuk-fieldset os-row">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Need {number}</legend>
      <Item row={row} at={at} />
      <Beside {...props} itemId={row.text('item')} />
      <Textarea id={`${id}-text`} name={`${at}[text]`} label="What is needed" rows="2" value={row.text('text')} errorMessage={errorFor(errors, `${id}-text`)} hint={isKnown ? 'Empty the box to take it out of the plan' : undefined} />
      <Select id={`${id}-domain`} name={`${at}[domain]`} label="Part of life" value={given(row, 'domain', 'daily_living')} items={NEED_DOMAINS.map((value: NeedDomain) => ({ value, text: DOMAIN_WORDS[value] }))} />
      <More {...props} summary="Whose words, how it stands, who sees it" said={['unmetBecause', 'unmetReason', 'askedFor', 'offered']} html={<>
        <VoiceField row={row} at={at} />
        {isKnown ? <Select id={`${id}-state`} name={`${at}[state]`} label="How it stands" value={given(row, 'state', 'open')} items={NEED_STATES.map((value: NeedState) => ({ value, text: NEED_STATE_WORDS[value] }))} /> : null}
        {isKnown ? <Unmet {...props} id={id} /> : null}
        <Select id={`${id}-underlying`} name={`${at}[underlying]`} label="Does it lie under other needs, and stay?" value={row.text('underlying')} items={[{ value: '', text: 'Not said' }, { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        {isKnown ? <Input id={`${id}-unmetBecause`} name={`${at}[unmetBecause]`} label="If it cannot be met: why, in words (optional)" value={row.text('unmetBecause')} errorMessage={errorFor(errors, `${id}-unmetBecause`)} /> : null}
        <WhoSees {...props} />
      </>} />
    </fieldset>
  );
}

const doerChoice = ({ id, kind, name, organisation }: Doer, person: string): { value: string; text: string } =>
  ({ value: id, text: kind === 'person' ? person : [name, kind === 'carer' ? 'family or friend' : organisation].filter(Boolean).join(', ') });

/** A step of the version before: one by one it is said whether it goes on, as it is or as it is changed here. */
const GoesOn = ({ row, at, errors }: Pick<RowProps, 'row' | 'at' | 'errors'>): Html => (
  <>
    <Radios idPrefix={`${idOf(at)}-goesOn`} name={`${at}[goesOn]`} small classes="nhsuk-radios--inline" value={row.text('goesOn')} errorMessage={errorFor(errors, `${idOf(at)}-goesOn`)}
      fieldset={{ legend: { text: 'Does it go on?', classes: 'nhsuk-u-font-weight-normal' } }} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, it ends' }]} />
    <Input id={`${idOf(at)}-endsBecause`} name={`${at}[endsBecause]`} label="Why it ends (if it does)" value={row.text('endsBecause')} errorMessage={errorFor(errors, `${idOf(at)}-endsBecause`)} />
  </>
);

/** One step: what, who, by when. */
function ActionRow(props: RowProps & { number: number }): Html {
  const { row, at, errors, doers, name, number, needs, toWalk } = props;
  const id = idOf(at);
  const isKnown = row.text('item') !== '';
  const chosen = row.text('doer');
  const choices = [{ value: '', text: 'Choose who does it' }, ...doers.map((doer) => doerChoice(doer, name))];
  const isWalked = toWalk.includes(row.text('item'));
  const known = chosen === '' || choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, text: 'As before' }];
  return (
    <fieldset class="nhsuk-fieldset os-row os-row--inner">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--xs">Step {number}</legend>
      <Item row={row} at={at} />
      <Beside {...props} itemId={row.text('item')} />
      <Input id={`${id}-what`} name={`${at}[what]`} label="What is done" value={row.text('what')} errorMessage={errorFor(errors, `${id}-what`)} hint={isKnown && !isWalked ? 'Empty the box to take it out of the plan' : undefined} />
      {isWalked ? <GoesOn row={row} at={at} errors={errors} /> : null}
      <div class="os-fields">
        <Select id={`${id}-doer`} name={`${at}[doer]`} label="Who does it" value={chosen} errorMessage={errorFor(errors, `${id}-doer`)} items={known} />
        <DateInput id={`${id}-dueOn`} namePrefix={`${at}[dueOn]`} values={row.date('dueOn')} errorMessage={errorFor(errors, `${id}-dueOn`)} fieldset={{ legend: { text: 'By when (optional)', classes: 'nhsuk-u-font-weight-normal' } }} />
      </div>
      <More {...props} summary="Days and times, how, who sees it" said={['daysTimes', 'stageGoal', 'strategies', 'notDo', 'confidence', 'reviewOn']} html={<>
        <Input id={`${id}-daysTimes`} name={`${at}[daysTimes]`} label="Days and times (optional)" value={row.text('daysTimes')} errorMessage={errorFor(errors, `${id}-daysTimes`)} />
        {needs.length > 0 ? <Select id={`${id}-needId`} name={`${at}[needId]`} label="Which need does it meet? (optional)" value={row.text('needId')} errorMessage={errorFor(errors, `${id}-needId`)} items={[{ value: '', text: 'None of them' }, ...needs.map(({ itemId, text }) => ({ value: itemId, text }))]} /> : null}
        <Input id={`${id}-stageGoal`} name={`${at}[stageGoal]`} label="What does one come to with it, on the way to the goal? (optional)" value={row.text('stageGoal')} errorMessage={errorFor(errors, `${id}-stageGoal`)} />
        <Input id={`${id}-strategies`} name={`${at}[strategies]`} label="How, and what helps with it (optional)" value={row.text('strategies')} errorMessage={errorFor(errors, `${id}-strategies`)} />
        <Input id={`${id}-notDo`} name={`${at}[notDo]`} label="What they do not do (optional)" value={row.text('notDo')} errorMessage={errorFor(errors, `${id}-notDo`)} />
        <Input id={`${id}-confidence`} name={`${at}[confidence]`} label={`How sure is ${name} that it will work, 0 to 10? (optional)`} inputmode="numeric" classes="nhsuk-input--width-2" value={row.text('confidence')} errorMessage={errorFor(errors, `${id}-confidence`)} />
        <DateInput id={`${id}-reviewOn`} namePrefix={`${at}[reviewOn]`} values={row.date('reviewOn')} errorMessage={errorFor(errors, `${id}-reviewOn`)} fieldset={{ legend: { text: 'When do we look whether it helps? (optional)', classes: 'nhsuk-u-font-weight-normal' } }} />
        <WhoSees {...props} />
      </>} />
    </fieldset>
  );
}

/** Rows as they stand, and an empty one after them. */
export function withOneMore(rows: readonly FormState[], isBlank: (row: FormState) => boolean): FormState[] {
  const last = rows.at(-1);
  return last && isBlank(last) ? [...rows] : [...rows, FormState.empty];
}

/** One goal in the person's words, and what is done for it. */
export function GoalRow(props: RowProps & { number: number }): Html {
  const { row, at, errors, number } = props;
  const id = idOf(at);
  const isKnown = row.text('item') !== '';
  const steps = withOneMore(row.rows('actions'), (one) => one.text('what') === '' && one.text('item') === '');
  const own = (
    <>
      <Textarea id={`${id}-text`} name={`${at}[text]`} label="What do they want, in their own words?" rows="2" value={row.text('text')} errorMessage={errorFor(errors, `${id}-text`)} hint={isKnown ? 'Empty the box to take it out of the plan' : undefined} />
      <More {...props} summary="Why it matters, hoped for by, who sees it" said={['why', 'targetOn']} html={<>
        <Input id={`${id}-why`} name={`${at}[why]`} label="Why it matters (optional)" value={row.text('why')} errorMessage={errorFor(errors, `${id}-why`)} />
        <Select id={`${id}-importance`} name={`${at}[importance]`} label="How important is it to them? (optional)" value={row.text('importance')} items={optional(IMPORTANCES, IMPORTANCE_WORDS)} />
        <DateInput id={`${id}-targetOn`} namePrefix={`${at}[targetOn]`} values={row.date('targetOn')} errorMessage={errorFor(errors, `${id}-targetOn`)} fieldset={{ legend: { text: 'Hoped for by (optional)', classes: 'nhsuk-u-font-weight-normal' } }} />
        <VoiceField row={row} at={at} />
        <Select id={`${id}-state`} name={`${at}[state]`} label="How it stands" value={given(row, 'state', 'active')} items={GOAL_STATES.map((value) => ({ value, text: GOAL_STATE_WORDS[value] }))} />
        <Input id={`${id}-noActionBecause`} name={`${at}[noActionBecause]`} label="Why there is no step yet (if there is none)" value={row.text('noActionBecause')} errorMessage={errorFor(errors, `${id}-noActionBecause`)} />
        <WhoSees {...props} />
      </>} />
    </>
  );
  return (
    <fieldset class="nhsuk-fieldset os-row">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Goal {number}</legend>
      <Item row={row} at={at} />
      <Beside {...props} itemId={row.text('item')} />
      {props.heard && isKnown ? <div class="os-beside"><div>{own}</div>{props.heard(row.text('item'))}</div> : own}
      {steps.map((step, n) => <ActionRow {...props} row={step} at={`${at}[actions][${n}]`} number={n + 1} likeItsGoal={step.text('item') === ''} />)}
    </fieldset>
  );
}
