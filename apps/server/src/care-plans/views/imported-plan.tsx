import type { CarePlan } from '@app/care-plans';
import { Button, Csrf, Details, formatDate, InsetText, plural, Section, Sub, type Html, type PageContext } from '@app/web-kit';
import { Step } from './plan-lines';
import { goalWords, needWords } from './words';

interface ImportedPlanProps {
  ctx: PageContext;
  personId: string;
  imported: CarePlan;
  /** what the person is called */
  name: string;
  today: string;
  /** may the reader write the plan, and is there none to work in yet? */
  mayTakeOver: boolean;
  /** is there a plan or a draft to put lines into? */
  hasPlan: boolean;
}

/** What an import brought: to be read beside the plan, never as the plan. */
export function ImportedPlan(props: ImportedPlanProps): Html | null {
  const { ctx, personId, imported, mayTakeOver, hasPlan } = props;
  const { version, content } = imported;
  if (!version) return null;
  const isLive = (goal: CarePlan['content']['goals'][number]): boolean => goal.goal.isActive;
  const [needs, over] = [content.needs.filter(({ state }) => state !== 'resolved'), content.needs.filter(({ state }) => state === 'resolved')];
  const [goals, ended] = [content.goals.filter(isLive), content.goals.filter((one) => !isLive(one))];
  return (
    <Section id="imported" title="Imported, not agreed">
      <InsetText html={<p>Imported from {version.importedFrom} on {formatDate(version.createdAt)}. <strong>Nobody has agreed to it.</strong> Only your organisation sees it. {wayOn(mayTakeOver, hasPlan)}</p>} />
      {needs.length > 0 ? <Needs title="Needs" needs={needs} /> : null}
      {goals.length > 0 ? <Goals title="Goals and steps" goals={goals} {...props} /> : null}
      {over.length + ended.length > 0 ? (
        <Details summary={`What is over (${plural(over.length + ended.length, 'line')})`} html={(
          <>
            {over.length > 0 ? <Needs title="Needs that were met" needs={over} /> : null}
            {ended.length > 0 ? <Goals title="Goals that are over" goals={ended} {...props} /> : null}
          </>
        )} />
      ) : null}
      {mayTakeOver ? (
        <form method="post" action={`/people/${personId}/plan/imported`} class="os-noprint">
          <Csrf ctx={ctx} />
          <Button text="Begin the plan with these lines" type="submit" variant="secondary" />
        </form>
      ) : null}
    </Section>
  );
}

const wayOn = (mayTakeOver: boolean, hasPlan: boolean): string => {
  if (mayTakeOver) return 'You can begin the plan with what is not over, and say line by line who sees it.';
  return hasPlan ? 'What still holds is put into the plan by those who coordinate.' : 'A plan is begun with it once a case is open, by those who coordinate.';
};

const Needs = ({ title, needs }: { title: string; needs: CarePlan['content']['needs'] }): Html => (
  <>
    <h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{title}</h3>
    <ul class="os-list">{needs.map((need) => <li>{need.text}<Sub>{needWords(need)}</Sub></li>)}</ul>
  </>
);

const Goals = ({ title, goals, imported, name, today }: { title: string; goals: CarePlan['content']['goals'] } & ImportedPlanProps): Html => (
  <>
    <h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{title}</h3>
    <ul class="os-list">
      {goals.map(({ goal, actions }) => (
        <li>
          {goal.text}<Sub>{goalWords(goal)}</Sub>{goal.why ? <Sub>{goal.why}</Sub> : null}
          {actions.length > 0 ? <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-top-2">{actions.map((action) => <Step action={action} plan={imported} name={name} today={today} toThePerson />)}</ul> : null}
        </li>
      ))}
    </ul>
  </>
);
