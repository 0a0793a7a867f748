import { PROGRESS } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, landlord, TODAY } from '../../person/views/sample';
import type { QuestionModel } from '../answers.desk';
import { asPartner } from './answers-sample';
import { PROGRESS_WORDS, SaidMeanwhile } from './answer-words';
import { aReview } from './sample';

interface AnswerPageProps extends QuestionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** One question of a review on one page of a phone: how a goal is going, or what else the review should know. */
export function AnswerPage({ ctx, form, identity, review, goals, goal, said, today }: AnswerPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const name = identity.person.preferred ?? identity.person.given ?? 'The person';
  const title = goal ? 'How is this goal going?' : 'What else should the review know?';
  const place = goal ? goals.findIndex((one) => one.itemId === goal.itemId) + 1 : 0;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">{place > 0 ? <span class="nhsuk-caption-l">Goal {place} of {goals.length}</span> : null}{title}</h1>
      {!review.takesContributions ? <EmptyState title="This review takes no more answers"><p>Suggest a change to <a class="nhsuk-link" href={`/people/${identity.person.personId}/plan`}>the plan</a>, or tell the key worker.</p></EmptyState> : (
        <>
          <SaidMeanwhile form={form} said={said} />
          <form class="os-quick" method="post" action={`${at}/answer`} novalidate>
            <Csrf ctx={ctx} />
            <input type="hidden" name="_version" value={form.versionOf(said?.rowVersion ?? 0)} />
            {goal ? <><input type="hidden" name="item" value={goal.itemId} /><p class="nhsuk-body-l">“{goal.text}”</p></> : <p>For example what has changed since you saw {name} last, or what worries you about the help.</p>}
            {goal ? <Radios idPrefix="answer" name="answer" value={form.text('answer', said?.answer ?? '')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: title, classes: 'nhsuk-u-visually-hidden' } }} items={PROGRESS.map((value) => ({ value, text: PROGRESS_WORDS[value] }))} /> : null}
            <Textarea id="text" name="text" label={{ text: goal ? 'What would help next? (optional)' : title, size: 's' }} hint={goal && !goal.visibleToPerson ? `${name} does not read this` : `${name} can read this, unless you send it to the chair alone`} rows="4" value={form.text('text', said?.text ?? '')} errorMessage={errorFor(form.errors, 'text')} />
            <WritingFor ctx={ctx} />
            <Button text="Save and continue" type="submit" preventDoubleClick />
          </form>
        </>
      )}
    </PersonShell>
  );
}

const goal = asPartner.goals[0] ?? null;
const page = (traits: Partial<AnswerPageProps>): Html => <AnswerPage ctx={landlord} form={FormState.empty} {...asPartner} goal={goal} said={null} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => page({ said: asPartner.own[0] ?? null }),
  general: () => page({ goal: null }),
  bare: () => page({ identity: bareIdentity, review: aReview({ state: 'closed' }) }),
  errors: () => page({ form: refused({ item: goal?.itemId ?? '', text: '' }, missing('answer', 'Choose how this goal is going')) }),
};
