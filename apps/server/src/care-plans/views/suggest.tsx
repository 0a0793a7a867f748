import { TOLD_HOW, type Goal } from '@app/care-plans';
import { Button, Csrf, EmptyState, errorFor, InsetText, Radios, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ChooseLine } from '../suggestions.commands';
import type { SuggestModel } from '../suggestions.desk';
import { fullPlan } from './sample';
import { LINE_WORDS, TOLD_WORDS } from './suggestion-words';

interface SuggestPageProps extends SuggestModel {
  ctx: PageContext;
  form: FormState;
  query: ChooseLine;
  today: string;
}

/** What it is, where it is nothing that stands in the plan: the same question to the person and to who helps. */
export function NewLine({ form, goals, goal }: { form: FormState; goals: readonly Goal[]; goal: string | null | undefined }): Html {
  const kind = form.text('kind', goal ? 'action' : '');
  return (
    <>
      <Radios idPrefix="kind" name="kind" small value={kind} errorMessage={errorFor(form.errors, 'kind')} fieldset={{ legend: { text: 'What is it?', size: 's' } }}
        items={[{ value: 'need', text: 'Something that is needed' }, { value: 'goal', text: 'A goal: something to hope for' }, goals.length > 0 && { value: 'action', text: 'A step towards a goal' }]} />
      {goals.length > 0
        ? <Select id="goal" name="goal" label="If it is a step: towards which goal?" value={form.text('goal', goal ?? '')} errorMessage={errorFor(form.errors, 'goal')} items={[{ value: '', text: 'Choose the goal' }, ...goals.map(({ itemId, text }) => ({ value: itemId, text }))]} />
        : null}
    </>
  );
}

/** The line that it is about, as it stands, and that it was read so. */
export const AboutLine = ({ line }: { line: NonNullable<SuggestModel['line']> }): Html => (
  <>
    <input type="hidden" name="item" value={line.row.itemId} />
    <input type="hidden" name="readVersion" value={line.row.versionId} />
    <InsetText html={<><p><strong>{line.row.proposed ? 'The draft says now:' : 'The plan says now:'}</strong></p><p>{line.words}</p></>} />
  </>
);

export const WhatAndWhy = ({ form, isNew }: { form: FormState; isNew: boolean }): Html => (
  <>
    <Textarea id="text" name="text" label={{ text: isNew ? 'What should stand in the plan?' : 'What should it say instead?', size: 's' }} hint="In your own words, as it could stand in the plan" rows="4" value={form.text('text')} errorMessage={errorFor(form.errors, 'text')} />
    <Textarea id="why" name="why" label={{ text: 'Why? (optional)', size: 's' }} rows="2" value={form.text('why')} errorMessage={errorFor(form.errors, 'why')} />
  </>
);

function WhoSays({ form, offered, name, ctx }: SuggestPageProps & { name: string }): Html {
  const how = (
    <Select id="how" name="how" label={offered === 'own' ? `If ${name} told you: how?` : 'How did they say it?'} value={form.text('how')} errorMessage={errorFor(form.errors, 'how')}
      items={[{ value: '', text: 'Choose' }, ...TOLD_HOW.map((value) => ({ value, text: TOLD_WORDS[value] }))]} />
  );
  if (offered !== 'own') return <><input type="hidden" name="saidBy" value="person" />{how}</>;
  return (
    <>
      <Radios idPrefix="saidBy" name="saidBy" small value={form.text('saidBy', 'me')} errorMessage={errorFor(form.errors, 'saidBy')} fieldset={{ legend: { text: 'Who suggests it?', size: 's' } }}
        items={[{ value: 'me', text: `I do${ctx.user?.organisation ? `, for ${ctx.user.organisation}` : ''}` }, { value: 'person', text: `${name} told me`, hint: { text: 'Then they can read it too' } }]} />
      {how}
    </>
  );
}

/** For whom it is: never more than read the line. */
function WhoReads({ form, line, offered, name }: SuggestPageProps & { name: string }): Html {
  const opens = line?.row.audience ?? 'circle';
  return (
    <>
      {opens === 'circle' ? (
        <Radios idPrefix="readers" name="readers" small value={form.text('readers', 'plan')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Who may read it?', size: 's' } }}
          items={[{ value: 'plan', text: line ? 'Everybody who reads this part of the plan' : 'Everybody who reads the plan' }, { value: 'writers', text: 'Only my organisation and those who write the plan' }]} />
      ) : null}
      {offered !== 'own' ? null : line && !line.row.visibleToPerson ? <input type="hidden" name="forPerson" value="no" /> : (
        <Radios idPrefix="forPerson" name="forPerson" small value={form.text('forPerson')} errorMessage={errorFor(form.errors, 'forPerson')} fieldset={{ legend: { text: `May ${name} read it?`, size: 's' } }} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
      )}
    </>
  );
}

/** A change to the plan by who reads it and does not write it, on one page of a phone. */
export function SuggestPage(props: SuggestPageProps): Html {
  const { ctx, form, query, identity, line, draft, goals, offered, today } = props;
  const at = `/people/${identity.person.personId}/plan`;
  const name = identity.person.preferred ?? identity.person.given;
  const title = offered === 'for_person' ? `What ${name} would change` : line ? `Suggest a change to this ${LINE_WORDS[line.kind]}` : 'Suggest something new';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} errors={form.errors} back={draft ? { href: `${at}/proposal`, text: 'Back to the draft' } : { href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {offered === null ? <EmptyState title="You can read the plan"><p>Those who help {name} suggest changes. Tell <a class="nhsuk-link" href={`/people/${identity.person.personId}`}>the key worker</a> what you would change.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/suggestions`} novalidate>
          <Csrf ctx={ctx} />
          {draft && !line ? <input type="hidden" name="readVersion" value={draft.id} /> : null}
          {line ? <AboutLine line={line} /> : <NewLine form={form} goals={goals} goal={query.goal} />}
          <WhatAndWhy form={form} isNew={line === null} />
          <WhoSays {...props} name={name} />
          <WhoReads {...props} name={name} />
          <WritingFor ctx={ctx} />
          <Button text={offered === 'own' ? 'Send the suggestion' : 'Record it'} type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

const row = fullPlan.content.goals[0]?.goal;
const line: SuggestModel['line'] = row ? { kind: 'goal', row, words: row.text } : null;
const goals = fullPlan.content.goals.map(({ goal }) => goal);

export const states: PageStates = {
  full: () => <SuggestPage ctx={keyWorker} form={FormState.empty} query={{}} identity={sampleIdentity} draft={null} line={line} goals={goals} offered="own" today={TODAY} />,
  new: () => <SuggestPage ctx={keyWorker} form={FormState.empty} query={{ goal: row?.itemId ?? null }} identity={sampleIdentity} draft={null} line={null} goals={goals} offered="own" today={TODAY} />,
  forPerson: () => <SuggestPage ctx={keyWorker} form={FormState.empty} query={{}} identity={sampleIdentity} draft={null} line={line} goals={goals} offered="for_person" today={TODAY} />,
  bare: () => <SuggestPage ctx={keyWorker} form={FormState.empty} query={{}} identity={bareIdentity} draft={null} line={null} goals={[]} offered="own" today={TODAY} />,
  empty: () => <SuggestPage ctx={keyWorker} form={FormState.empty} query={{}} identity={bareIdentity} draft={null} line={null} goals={[]} offered={null} today={TODAY} />,
  errors: () => (
    <SuggestPage ctx={keyWorker} query={{}} identity={sampleIdentity} draft={null} line={null} goals={goals} offered="own" today={TODAY}
      form={refused({ text: '', saidBy: 'person' }, missing('kind', 'Choose what it is'), missing('text', 'Enter what it should say'), missing('how', 'Choose how they said it'))} />
  ),
};
