import type { Verbs } from '../../verbs';
import type { CareReading, ImportedGoal } from '../fhir/imported-care';
import type { KnownOrganisations } from './known-organisations';
import type { Summary } from './summary';

const KINDS = { needs: 'needs', goals: 'goals', proposals: 'proposed helpers', requests: 'requests made elsewhere', flags: 'alerts to look at' } as const;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** What was read about one person. */
export function careOf(sourceId: string, reading: CareReading): CareReading {
  const of = <T extends { personSourceId: string | null }>(lines: readonly T[]): T[] => lines.filter(({ personSourceId }) => personSourceId === sourceId);
  return { needs: of(reading.needs), goals: of(reading.goals), proposals: of(reading.proposals), requests: of(reading.requests), flags: of(reading.flags) };
}

/** Nothing of it was attached: the person may not be opened, or is not among what was read. */
export function careLeftOut(care: CareReading, summary: Summary): void {
  for (const kind of KIND_NAMES) summary.count('leftOut', KINDS[kind], care[kind].length);
}

/** Lines of nobody who was read, each named. */
export function careOfNobody(reading: CareReading, summary: Summary): void {
  for (const kind of KIND_NAMES) {
    for (const { sourceId } of reading[kind].filter(({ personSourceId }) => personSourceId === null)) {
      summary.count('leftOut', KINDS[kind]);
      summary.flag(`${sourceId}: the person is not among what was read, left out`);
    }
  }
}

/** Everything else about a person, one statement for each kind. A child has no case here, and so no plan, no circle and no alert of ours. */
export async function addCare(verbs: Verbs, personId: string, { isChild, ...care }: CareReading & { isChild: boolean }, organisations: KnownOrganisations, summary: Summary): Promise<void> {
  if (isChild) {
    careLeftOut(care, summary);
    return;
  }
  const { needs, goals, proposals, requests, flags } = kept(care, summary);
  await addPlan(verbs, personId, { needs, goals }, summary);
  const proposed = await verbs.proposed.propose(personId, await Promise.all(proposals.map(async ({ sourceId, name, role, organisation }) => (
    { sourceId, name: name ?? '', role, organisationName: await organisations.nameOf(organisation), organisationId: await organisations.idOf(organisation) }))));
  told(KINDS.proposals, proposed, proposals.length, summary);
  const asked = await verbs.brought.notes(personId, requests.map(({ sourceId, text, at, requester }) => (
    { kind: 'referral', happenedAt: at ?? new Date(0), endedAt: null, text, authorName: requester, audience: 'internal', visibleToPerson: false, sourceReference: sourceId })));
  told(KINDS.requests, asked, requests.length, summary);
  told(KINDS.flags, await verbs.brought.alerts(personId, flags), flags.length, summary);
}

function told(things: string, created: number, all: number, summary: Summary): void {
  summary.count('created', things, created);
  summary.count('leftAlone', things, all - created);
}

/** Without the lines that go no further; each of those is named with its reason. */
function kept(care: CareReading, summary: Summary): CareReading {
  const of = <T extends CareReading[Kind][number]>(kind: Kind, lines: readonly T[]): T[] => {
    for (const { sourceId, leftOut } of lines) if (leftOut) {
      summary.count('leftOut', KINDS[kind]);
      summary.flag(`${sourceId}: ${leftOut}, left out`);
    }
    return lines.filter(({ leftOut }) => leftOut === null);
  };
  return { needs: of('needs', care.needs), goals: of('goals', care.goals), proposals: of('proposals', care.proposals), requests: of('requests', care.requests), flags: of('flags', care.flags) };
}

/** Needs, goals and steps as a plan to which nobody has agreed: what stands first, the newest on top. */
async function addPlan(verbs: Verbs, personId: string, { needs, goals }: Pick<CareReading, 'needs' | 'goals'>, summary: Summary): Promise<void> {
  if (needs.length + goals.length === 0) return;
  const sorted = [...needs].sort((a, b) => Number(a.state === 'resolved') - Number(b.state === 'resolved') || (b.since?.value ?? '').localeCompare(a.since?.value ?? ''));
  const taken = await verbs.importedPlans.take(personId, {
    from: fromWords([...needs, ...goals].map(({ file }) => file)),
    needs: sorted.map(({ sourceId, text, state, since }) => ({ sourceId, category: 'health', domain: 'body', text: since ? `${text} (since ${since.source.slice(0, 4)})` : text, voice: 'professional', state, unmetBecause: null })),
    goals: goals.map(({ sourceId, text, why, voice, targetOn, state }) => ({ sourceId, category: 'plan', text, why, voice, targetOn, state, noActionBecause: null })),
    actions: goals.flatMap(stepsOf),
  });
  for (const [kind, things] of [['needs', 'needs'], ['goals', 'goals'], ['actions', 'steps']] as const) {
    for (const what of ['created', 'changed', 'leftAlone'] as const) summary.count(what, things, taken[kind][what]);
  }
}

const stepsOf = ({ sourceId: goalSourceId, actions }: ImportedGoal) => actions.map(({ sourceId, what, doneByPerson, dueOn, daysTimes, state, stateReason }) => ({
  sourceId, goalSourceId, category: 'plan', what, doer: doneByPerson ? 'person' : null, doerKind: doneByPerson ? 'person' as const : null, doerOrganisationId: null, doerName: null, dueOn, daysTimes, state, stateReason, endsBecause: null,
}));

/** `a.json`, or the first of several files and how many more there were. */
function fromWords(files: readonly string[]): string {
  const [first = '', ...more] = [...new Set(files)];
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}
