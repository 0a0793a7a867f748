import { GOAL_PROGRESS, type GoalProgress, type JudgedGoal } from '@app/care-plans';
import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, Page, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { JudgementLists } from '../../care-plans/views/judgement-lists';
import { judgedGoal, unjudgedGoal } from '../../care-plans/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { myPage, themself } from './sample';

interface MyGoalPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  judged: JudgedGoal;
}

const CHOICES: Record<GoalProgress, string> = { reached: 'I am there', closer: 'I am getting closer', same: 'It is the same', further: 'It is further away' };

/** How one's own goal goes, in one's own words; and what the team said, beside it. */
export function MyGoalPage({ ctx, form, person, judged }: MyGoalPageProps): Html {
  return (
    <Page ctx={ctx} title="How my goal goes" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">{judged.goal.text}</h1>
      <p>What you say stands beside your goal, with today’s date. Your key worker is told, and whoever reads the goal reads it. Nobody changes it, and you can say something else on another day.</p>
      <form class="os-quick" method="post" action={`/me/${person.personId}/goals/${judged.goal.itemId}`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="progress" name="progress" value={form.text('progress')} errorMessage={errorFor(form.errors, 'progress')} fieldset={{ legend: { text: 'How is it going?', size: 's' } }} items={GOAL_PROGRESS.map((value) => ({ value, text: CHOICES[value] }))} />
        <Textarea id="words" name="words" label={{ text: 'In your own words (optional)', size: 's' }} rows="3" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Send what I think" type="submit" />
      </form>
      <JudgementLists judged={judged} person="What I said" team="What the team says" />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyGoalPage ctx={themself} form={FormState.empty} person={myPage.person} judged={judgedGoal} />,
  bare: () => <MyGoalPage ctx={themself} form={FormState.empty} person={myPage.person} judged={unjudgedGoal} />,
  errors: () => <MyGoalPage ctx={themself} form={refused({ words: 'I stood through the first half' }, missing('progress', 'Choose how it is going'))} person={myPage.person} judged={judgedGoal} />,
};
