import type { CarePlan } from '@app/care-plans';
import type { Correctable } from '@app/corrections';
import type { Identity } from '@app/overviews';
import { EmptyState, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { isBare } from './plan-content';
import { bareModel, fullPlan } from './sample';
import { SECTION_WORDS } from './words';

interface WhichIsWrongPageProps {
  ctx: PageContext;
  identity: Identity;
  plan: CarePlan;
  today: string;
}

interface Choice { kind: Correctable; id: string; words: string }

/** The lines of the plan, each the way to say what is wrong in it. */
export function WhichIsWrongPage({ ctx, identity, plan, today }: WhichIsWrongPageProps): Html {
  const { personId } = identity.person;
  const { statements, needs, goals, otherActions } = plan.content;
  const parts: { id: string; title: string; choices: Choice[] }[] = [
    { id: 'parts', title: 'Parts of the plan', choices: statements.map(({ id, section, text }) => ({ kind: 'PlanStatement', id, words: `${SECTION_WORDS[section]}: ${text}` })) },
    { id: 'needs', title: 'Needs', choices: needs.map(({ id, text }) => ({ kind: 'Need', id, words: text })) },
    { id: 'goals', title: 'Goals', choices: goals.map(({ goal: { id, text } }) => ({ kind: 'Goal', id, words: text })) },
    { id: 'steps', title: 'Steps', choices: [...goals.flatMap(({ actions }) => actions), ...otherActions].map(({ id, what }) => ({ kind: 'CareAction', id, words: what })) },
  ];
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Something in this plan is wrong" today={today} back={{ href: `/people/${personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">Something in this plan is wrong</h1>
      {isBare(plan) ? <EmptyState title="There is no plan that you can see"><p>Ask the key worker.</p></EmptyState> : (
        <>
          <p>Choose what {identity.person.preferred ?? identity.person.given} says is wrong. What they say stands beside it, and whoever wrote it answers.</p>
          {parts.filter(({ choices }) => choices.length > 0).map(({ id, title, choices }) => (
            <Section id={id} title={title}>
              <ul class="os-list">{choices.map((one) => <li><a class="nhsuk-link" href={`/people/${personId}/corrections/of/${one.kind}/${one.id}`}>{one.words}</a></li>)}</ul>
            </Section>
          ))}
        </>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <WhichIsWrongPage ctx={keyWorker} identity={sampleIdentity} plan={fullPlan} today={TODAY} />,
  empty: () => <WhichIsWrongPage ctx={keyWorker} identity={bareIdentity} plan={bareModel.plan} today={TODAY} />,
};
