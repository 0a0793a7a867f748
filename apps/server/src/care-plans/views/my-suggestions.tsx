import { Button, Csrf, EmptyState, errorFor, formatDate, londonDay, Page, Radios, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { themself } from '../../me/views/sample';
import type { MySuggestionsModel } from '../my-suggestions.desk';
import { fullPlan } from './sample';
import { AboutLine, NewLine, WhatAndWhy } from './suggest';
import { answerWords, saidByWords, SuggestionTag } from './suggestion-words';
import { suggestions as sample } from './suggestions-sample';

interface MySuggestionsPageProps extends MySuggestionsModel {
  ctx: PageContext;
  form: FormState;
}

function Asked({ ctx, person, suggestions }: MySuggestionsPageProps): Html {
  if (suggestions.length === 0) return <EmptyState title="Nothing was asked for yet"><p>What you ask for, and what others suggest for your plan, is listed here with the answer.</p></EmptyState>;
  return (
    <ul class="os-list">
      {suggestions.map((seen) => (
        <li id={`suggestion-${seen.suggestion.id}`}>
          <strong>{seen.suggestion.text}</strong> <SuggestionTag seen={seen} today={londonDay(seen.suggestion.createdAt)} />
          {seen.suggestion.aboutText ? <Sub>Instead of: {seen.suggestion.aboutText}</Sub> : null}
          <Sub>{saidByWords(seen, null)}, {formatDate(seen.suggestion.createdAt)}</Sub>
          {answerWords(seen) ? <Sub>{answerWords(seen)}</Sub> : null}
          {seen.suggestion.state === 'waiting' && seen.suggestion.voice === 'self' ? (
            <form method="post" action={`/me/suggestions/${person.personId}/${seen.suggestion.id}/withdrawal`}>
              <Csrf ctx={ctx} />
              <input type="hidden" name="_version" value={String(seen.suggestion.rowVersion)} />
              <Button html={<>Take it back<span class="nhsuk-u-visually-hidden">: {seen.suggestion.text}</span></>} type="submit" variant="secondary" small />
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** A person asks for a change to their own plan, and reads what came of what they asked. */
export function MySuggestionsPage(props: MySuggestionsPageProps): Html {
  const { ctx, form, person, line, goals } = props;
  return (
    <Page ctx={ctx} title="Ask for a change to my plan" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">Ask for a change to my plan</h1>
      <p>Those who write your plan with you read it and answer here. It is not read day and night: when it is urgent, ring the number on your page.</p>
      <form class="os-quick" method="post" action={`/me/suggestions/${person.personId}`} novalidate>
        <Csrf ctx={ctx} />
        {line ? <AboutLine line={line} /> : <NewLine form={form} goals={goals} goal={null} />}
        <WhatAndWhy form={form} isNew={line === null} />
        <Radios idPrefix="readers" name="readers" small value={form.text('readers', 'writers')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Who may read it?', size: 's' } }}
          items={[{ value: 'writers', text: 'Only those who write my plan' }, { value: 'plan', text: 'Everybody who reads this in my plan' }]} />
        <Button text="Send" type="submit" preventDoubleClick />
      </form>
      <Section id="asked" title="What was asked for"><Asked {...props} /></Section>
    </Page>
  );
}

const person = { personId: fullPlan.version?.personId ?? '', name: 'Margery Plumtree-Oduya', as: 'own' as const };
const goals = fullPlan.content.goals.map(({ goal }) => goal);
const mine = sample.map((one, n) => (n === 0 ? { ...one, suggestion: Object.assign(Object.create(one.suggestion) as typeof one.suggestion, one.suggestion, { voice: 'self', how: 'own_page' }) } : one));

export const states: PageStates = {
  full: () => <MySuggestionsPage ctx={themself} form={FormState.empty} person={person} suggestions={mine} line={goals[0] ? { kind: 'goal', row: goals[0], words: goals[0].text } : null} goals={goals} />,
  empty: () => <MySuggestionsPage ctx={themself} form={FormState.empty} person={person} suggestions={[]} line={null} goals={goals} />,
  bare: () => <MySuggestionsPage ctx={themself} form={FormState.empty} person={person} suggestions={mine.slice(3)} line={null} goals={[]} />,
  errors: () => <MySuggestionsPage ctx={themself} form={refused({ text: '', readers: 'writers' }, missing('kind', 'Choose what it is'), missing('text', 'Enter what it should say'))} person={person} suggestions={mine} line={null} goals={goals} />,
};
