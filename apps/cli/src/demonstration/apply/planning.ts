import type { Doer, PlanVersion, WriteDraft } from '@app/care-plans';
import { organisationOf } from '../organisations';
import { plans, type DemonstrationPlan, type DemonstrationStep } from '../plans';
import { staffOf } from '../staff';
import type { OrganisationCode } from '../codes';
import type { Story } from './story';

/** The plan and the versions before it, by the key worker; then how far its steps have got, by whoever does them. */
export async function plan(story: Story): Promise<void> {
  const told = plans[story.data.key];
  if (!told) return;
  for (const [n, { daysAgo, changed }] of (told.before ?? []).entries()) await publish(story, earlier(told, daysAgo, n === 0), changed, daysAgo);
  await publish(story, told, told.before ? 'Easter, and what she said of the day centre' : null, told.publishedDaysAgo);
  for (const step of told.goals.flatMap((goal) => goal.steps)) if (step.got) await tell(story, step, step.got);
}

/** The first goal alone, at the very beginning the first need too, and a review after the next version. */
const earlier = (told: DemonstrationPlan, daysAgo: number, isFirst: boolean): DemonstrationPlan =>
  ({ ...told, publishedDaysAgo: daysAgo, goals: told.goals.slice(0, 1).map((goal) => ({ ...goal, steps: goal.steps.slice(0, 1) })), needs: isFirst ? told.needs.slice(0, 1) : told.needs });

function publish(story: Story, told: DemonstrationPlan, changed: string | null, daysAgo: number): Promise<PlanVersion> {
  const { verbs, personId, calendar } = story;
  return verbs.as(story.lead, async () => {
    const draft = await verbs.drafts.start(personId, await commandOf(story, told, changed));
    return verbs.publication.publish(personId, draft.id, draft.rowVersion, calendar.moment(daysAgo, '16:00'));
  });
}

async function commandOf(story: Story, told: DemonstrationPlan, changed: string | null): Promise<WriteDraft> {
  const { verbs, personId, calendar, data } = story;
  const doers = await verbs.doers.choices(personId);
  const { content } = await verbs.plans.current(personId);
  const known = (text: string, rows: readonly { itemId: string; text: string }[]) => ({ item: rows.find((row) => row.text === text)?.itemId ?? null, namedOrganisationIds: [] });
  const steps = content.goals.flatMap(({ actions }) => actions).map((row) => ({ itemId: row.itemId, text: row.what }));
  const { view } = told;
  return {
    whatMatters: told.whatMatters, strengths: told.strengths ?? null, home: told.home ?? null, whoToRing: told.whoToRing, ifItGoesWrong: told.ifItGoesWrong,
    ifItGoesWrongContact: told.ifItGoesWrongContact ?? null, changeSummary: changed, nextReviewOn: calendar.day(reviewInDays(data.case?.nextReviewInDays ?? 60, told.publishedDaysAgo)),
    ...told.more,
    needs: told.needs.map(({ text, domain, category, voice, underlying, unmet }) => ({
      ...known(text, content.needs), text, domain, voice: voice ?? 'self', ...(underlying && { underlying: 'yes' as const }), ...(category && { category }),
      ...(unmet && { state: 'unmet' as const, unmetReason: unmet.reason, askedFor: unmet.askedFor, offered: unmet.offered }),
    })),
    goals: told.goals.map((goal) => ({
      ...known(goal.text, content.goals.map((one) => one.goal)), text: goal.text, why: goal.why ?? null, importance: goal.importance ?? null, voice: 'self', targetOn: goal.targetInDays ? calendar.day(goal.targetInDays) : null,
      noActionBecause: goal.noStepBecause ?? null, ...(goal.category && { category: goal.category }),
      actions: goal.steps.map((step) => ({
        ...known(step.what, steps), goesOn: 'yes', what: step.what, doer: doerOf(step, doers, story), dueOn: step.inDays === undefined ? null : calendar.day(step.inDays), daysTimes: step.daysTimes ?? null,
        needId: known(told.needs[step.meets ?? -1]?.text ?? '', content.needs).item, stageGoal: step.stageGoal ?? null, strategies: step.how ?? null, notDo: step.notDo ?? null, confidence: step.confidence ?? null,
        ...(step.category && { category: step.category }),
      })),
    })),
    personView: view.view, viewAsked: view.asked ?? null, viewSupport: view.support ?? null, personComment: view.comment ?? null, viewAlone: view.alone === undefined ? null : view.alone ? 'yes' : 'no',
    viewPresent: view.present ?? null, viewBecause: view.because ?? null, viewAgainOn: view.againInDays ? calendar.day(view.againInDays) : null, viewOf: view.of ?? null,
  };
}

/** A plan is looked at again within a year of being published, and after it. */
const reviewInDays = (inDays: number, publishedDaysAgo: number): number => Math.min(Math.max(inDays, 1 - publishedDaysAgo), 360 - publishedDaysAgo);

function doerOf({ by, what }: DemonstrationStep, doers: readonly Doer[], { data }: Story): string {
  if (by === 'person') return by;
  const wanted = typeof by === 'object' ? by.relative : by.includes('@') ? staffOf(by).name : organisationOf(by as OrganisationCode).name;
  const found = doers.find((doer) => doer.name === wanted) ?? doers.find((doer) => doer.organisation === wanted);
  if (!found) throw new Error(`Nobody called ${wanted} can be asked to “${what}” for ${data.key}`);
  return found.id;
}

function tell(story: Story, { what, by }: DemonstrationStep, got: NonNullable<DemonstrationStep['got']>): Promise<unknown> {
  const { verbs, personId, calendar } = story;
  const teller = typeof by === 'string' && by.includes('@') ? story.worker(by) : story.lead;
  return verbs.as(teller, async () => {
    const { content } = await verbs.plans.current(personId);
    const action = [...content.goals.flatMap(({ actions }) => actions), ...content.otherActions].find((one) => one.what === what);
    if (!action) throw new Error(`“${what}” is not in the plan of ${story.data.key}`);
    return verbs.actions.move(personId, action.itemId, action.rowVersion, { to: got.to, reason: got.because ?? null }, calendar.moment(got.daysAgo, '15:00'));
  });
}
