import { SAID_VIEWS, type CarePlan, type SaidView } from '@app/care-plans';
import { fullName, type Person } from '@app/persons';
import { Button, Csrf, errorFor, londonDay, Page, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { fullPlan } from '../../care-plans/views/sample';
import { PlanParts } from '../../care-plans/views/plan-content';
import { ViewOfPerson } from '../../care-plans/views/view-of-person';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from './alone';
import { myPage, themself } from './sample';

interface MyViewPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  plan: CarePlan;
}

const CHOICES: Record<SaidView, string> = { agrees: 'I agree with it', agrees_with_reservations: 'I agree, but for something', does_not_agree: 'I do not agree' };

/** What the person thinks of their plan, said by themselves: it stands beside the plan, and changes no word of it. */
export function MyViewPage({ ctx, form, person, plan }: MyViewPageProps): Html {
  return (
    <Page ctx={ctx} title="What I think of the plan" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">What do you think of the plan?</h1>
      <p>What you say stands beside the plan, with today’s date. Your key worker is told, and everybody who reads the plan reads it. You can say something else later.</p>
      <form class="os-quick" method="post" action={`/me/${person.personId}/plan-view`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="view" name="view" value={form.text('view')} errorMessage={errorFor(form.errors, 'view')} fieldset={{ legend: { text: 'Do you agree with it?', size: 's' } }} items={SAID_VIEWS.map((value) => ({ value, text: CHOICES[value] }))} />
        <Textarea id="comment" name="comment" label={{ text: 'In your own words (optional)', size: 's' }} hint="For example what should be different" rows="3" value={form.text('comment')} errorMessage={errorFor(form.errors, 'comment')} />
        <Alone form={form} />
        <Button text="Send what I think" type="submit" />
      </form>
      <ViewOfPerson plan={plan} name={fullName(person)} />
      <h2 class="nhsuk-heading-m">The plan</h2>
      <PlanParts plan={plan} name="Me" today={londonDay(new Date())} toThePerson />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyViewPage ctx={themself} form={FormState.empty} person={myPage.person} plan={fullPlan} />,
  bare: () => <MyViewPage ctx={themself} form={FormState.empty} person={myPage.person} plan={{ ...fullPlan, views: [], content: { statements: [], needs: [], goals: [], otherActions: [] } }} />,
  errors: () => <MyViewPage ctx={themself} form={refused({ comment: 'Not on Thursdays' }, missing('view', 'Choose what you think of the plan'), missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} plan={fullPlan} />,
};
