import type { FhirResource } from './documents';
import type { FhirElement } from './element';
import type { ImportedAction, ImportedGoal } from './imported-care';
import { readDate } from './dates';
import { readParties } from './parties';
import type { References } from './references';
import { subjectOf } from './subject';
import { codeOf, timesOf, wordsOf, wordsOfAll } from './words';

/**
 * Goals with what is done for them. FHIR hangs activities on the plan: they go with the goal that they name, else with the plan's first goal, and with the
 * plan's own title where it names no goal.
 */
export function readGoals(plans: readonly FhirResource[], loose: readonly FhirResource[], references: References): ImportedGoal[] {
  const goals = new Map<string, ImportedGoal>();
  for (const resource of loose) goals.set(resource.sourceId, readGoal(resource, subjectOf(resource, references), references));
  for (const plan of plans) {
    const person = subjectOf(plan, references);
    const named = plan.element.elements('goal').flatMap((reference) => {
      const found = references.resolve(reference, plan);
      return found?.type === 'Goal' ? found : [];
    });
    for (const found of named) if (!goals.has(found.sourceId)) goals.set(found.sourceId, readGoal(found, subjectOf(found, references) ?? person, references));
    const own = planAsGoal(plan, person);
    plan.element.elements('activity').forEach((activity, n) => {
      const action = readActivity(activity, plan, `${plan.sourceId}/activity-${n + 1}`, references);
      if (!action) return;
      const meant = activity.element('detail')?.elements('goal').flatMap((reference) => references.resolve(reference, plan)?.sourceId ?? [])[0];
      const goal = goals.get(meant ?? '') ?? goals.get(named[0]?.sourceId ?? '') ?? own;
      goal.actions.push(action);
    });
    if (own.actions.length > 0 || named.length === 0) goals.set(own.sourceId, own);
  }
  return [...goals.values()];
}

const BY_LIFECYCLE: Readonly<Record<string, ImportedGoal['state'] | undefined>> = {
  proposed: 'proposed', planned: 'proposed', accepted: 'active', active: 'active', 'on-hold': 'on_hold', completed: 'on_hold', cancelled: 'cancelled', rejected: 'cancelled',
};
const BY_ACHIEVEMENT: Readonly<Record<string, ImportedGoal['state'] | undefined>> = {
  achieved: 'achieved', sustaining: 'achieved', 'not-achieved': 'not_achieved', 'no-progress': 'not_achieved', 'not-attainable': 'not_achieved',
};

function readGoal(resource: FhirResource, personSourceId: string | null, references: References): ImportedGoal {
  const { element, sourceId } = resource;
  const text = wordsOf(element.element('description'));
  const lifecycle = element.text('lifecycleStatus');
  const isOver = lifecycle === 'completed' || lifecycle === 'cancelled';
  const achieved = BY_ACHIEVEMENT[codeOf(element.element('achievementStatus')) ?? ''];
  const state = (isOver ? achieved : undefined) ?? BY_LIFECYCLE[lifecycle ?? ''] ?? 'proposed';
  const why = [element.text('statusReason'), lifecycle === 'completed' && !achieved ? 'It had ended in the source, which does not say whether it was achieved' : null];
  const expressed = references.resolve(element.element('expressedBy'), resource)?.type;
  const [target] = element.elements('target');
  return {
    sourceId, personSourceId, file: element.file, text: (text ?? '').slice(0, 1000), why: why.filter(Boolean).join('. ') || null, voice: expressed === 'Patient' ? 'self' : 'professional',
    targetOn: target?.text('dueDate') ? (readDate(target, 'dueDate')?.value ?? null) : null, state, actions: [],
    leftOut: lifecycle === 'entered-in-error' ? 'was entered in error' : text ? null : 'does not say what it is',
  };
}

function planAsGoal({ element, sourceId }: FhirResource, personSourceId: string | null): ImportedGoal {
  const title = element.text('title') ?? element.text('description') ?? wordsOfAll(element, 'category');
  const status = element.text('status');
  const states: Readonly<Record<string, ImportedGoal['state'] | undefined>> = { draft: 'proposed', active: 'active', 'on-hold': 'on_hold', completed: 'on_hold', revoked: 'cancelled' };
  return {
    sourceId, personSourceId, file: element.file, text: (title ?? 'A plan without a title').slice(0, 1000), voice: 'professional', targetOn: null, state: states[status ?? ''] ?? 'proposed', actions: [],
    why: status === 'completed' ? 'It had ended in the source, which does not say whether it was achieved' : null,
    leftOut: status === 'entered-in-error' ? 'was entered in error' : null,
  };
}

const STEPS: Readonly<Record<string, ImportedAction['state'] | undefined>> = {
  'not-started': 'open', scheduled: 'open', 'in-progress': 'in_progress', 'on-hold': 'blocked', completed: 'done', cancelled: 'cancelled', stopped: 'cancelled',
};

function readActivity(activity: FhirElement, plan: FhirResource, sourceId: string, references: References): ImportedAction | null {
  const detail = activity.element('detail');
  const what = detail && (wordsOf(detail.element('code')) ?? detail.text('description'));
  const status = detail?.text('status') ?? null;
  if (!what || status === 'entered-in-error') return null;
  const performers = detail.elements('performer');
  const byPerson = performers.some((one) => references.resolve(one, plan)?.type === 'Patient');
  const others = performers.flatMap((one) => {
    const { practitioner, organisation } = readParties(one, plan, references);
    return practitioner?.name ?? organisation?.name ?? [];
  });
  const state = STEPS[status ?? ''] ?? 'open';
  const period = detail.element('scheduledPeriod');
  const due = period && ['end', 'start'].find((key) => period.text(key));
  return {
    sourceId, what: `${detail.truth('doNotPerform') ? 'Not to be done: ' : ''}${what}${others.length > 0 ? ` (${others.join(', ')})` : ''}`.slice(0, 500), doneByPerson: byPerson,
    dueOn: period && due ? (readDate(period, due)?.value ?? null) : null,
    daysTimes: (timesOf(detail.element('scheduledTiming')) ?? (/^\d{4}-\d{2}/.test(detail.text('scheduledString') ?? '') ? null : detail.text('scheduledString')))?.slice(0, 200) ?? null,
    state, stateReason: wordsOf(detail.element('statusReason'))?.slice(0, 500) ?? (state === 'blocked' || state === 'cancelled' ? 'The source does not say why' : null),
  };
}
