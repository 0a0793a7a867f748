import { doerOf, lastSaid, type CareAction, type CarePlan, type Goal, type GoalJudgement, type Need, type PlanStatement, type PlanVersion, type PlanView } from '@app/care-plans';
import { currentContext } from '@app/kernel';
import type { SeenReferral } from '@app/referrals';

/** What every line of a plan says of itself. `id` is the same from version to version. Those whom it names are left out: not everyone may know of each. */
interface LineItem {
  readonly id: string;
  readonly category: string;
  readonly audience: string;
  readonly visibleToPerson: boolean;
}

export interface StatementItem extends LineItem { readonly section: string; readonly text: string; readonly contact: string | null; readonly voice: string }
/** What was asked of a service for a need, for who may see both. */
export interface NeedReferral { readonly id: string; readonly serviceId: string; readonly service: string; readonly state: string }
export interface NeedItem extends LineItem { readonly referrals: readonly NeedReferral[]; readonly domain: string; readonly text: string; readonly voice: string; readonly state: string; readonly unmetBecause: string | null; readonly unmetReason: string | null; readonly askedFor: string | null; readonly offered: string | null; readonly underlying: boolean | null }
export interface ActionItem extends LineItem {
  /** of the step as it stands: for If-Match when it is told how far it has got */
  readonly version: number;
  readonly goalId: string;
  /** the need that it meets, where the reader sees that */
  readonly needId: string | null;
  readonly what: string;
  readonly doer: { readonly kind: string; readonly organisationId: string | null; readonly name: string | null } | null;
  readonly dueOn: string | null;
  readonly daysTimes: string | null;
  readonly stageGoal: string | null;
  readonly strategies: string | null;
  readonly notDo: string | null;
  readonly confidence: number | null;
  readonly reviewOn: string | null;
  readonly state: string;
  readonly stateReason: string | null;
}
export interface GoalItem extends LineItem {
  readonly text: string;
  readonly why: string | null;
  readonly importance: string | null;
  readonly voice: string;
  readonly targetOn: string | null;
  readonly state: string;
  readonly noActionBecause: string | null;
  /** the last that each side said of how it goes; nothing for family carers */
  readonly judged: { readonly person: JudgementItem | null; readonly team: JudgementItem | null };
  readonly actions: readonly ActionItem[];
}

/** How a goal went on a day, by the person or by the team. */
export interface JudgementItem {
  readonly id: string;
  /** a local day */
  readonly on: string;
  readonly progress: string;
  readonly words: string | null;
  /** how the person said it, `online` on their own page; null for the team */
  readonly how: string | null;
  /** whose judgement it is; of the person's, who wrote it down */
  readonly saidBy: string;
  readonly organisation: string | null;
}

/** The person's view of a version. Not told to family carers: what somebody said about a plan may be about them. */
export interface ViewItem {
  readonly view: string | null;
  readonly asked: string | null;
  readonly support: string | null;
  readonly because: string | null;
  readonly againOn: string | null;
  readonly of: string | null;
  readonly present: string | null;
  readonly alone: boolean | null;
  readonly comment: string | null;
}

/** What the person said of a version after it was published. */
export interface SaidViewItem {
  readonly id: string;
  readonly at: Date;
  readonly view: string;
  /** `online`: on their own page */
  readonly how: string;
  readonly saidBy: string;
  readonly alone: boolean;
  readonly present: string | null;
  readonly comment: string | null;
}

export interface VersionItem {
  readonly id: string;
  /** "2", "2.1" */
  readonly label: string;
  readonly version: number;
  readonly state: string;
  readonly publishedAt: Date | null;
  readonly author: string | null;
  readonly changeSummary: string | null;
  readonly nextReviewOn: string | null;
  readonly noContingencyBecause: string | null;
  readonly personView: ViewItem | null;
}

/** A version and what of it the reader may see. */
export interface PlanAnswer {
  /** null for a reader who sees only some of its lines */
  readonly plan: VersionItem | null;
  /** what the person has said since it was published, the last first; none for family carers */
  readonly views: readonly SaidViewItem[];
  readonly statements: readonly StatementItem[];
  readonly needs: readonly NeedItem[];
  readonly goals: readonly GoalItem[];
  /** steps whose goal is not the reader's to see */
  readonly otherActions: readonly ActionItem[];
}

type Line = PlanStatement | Need | Goal | CareAction;
const lineOf = (row: Line): LineItem => ({ id: row.itemId, category: row.category, audience: row.opensTo, visibleToPerson: row.opensToPerson });

export const labelOf = ({ number, smallNumber }: Pick<PlanVersion, 'number' | 'smallNumber'>): string => (smallNumber > 0 ? `${number}.${smallNumber}` : String(number));

const isCarer = (): boolean => currentContext().actor.roles.includes('carer');

const viewItem = (row: PlanVersion): ViewItem => ({
  view: row.personView, asked: row.viewAsked, support: row.viewSupport, because: row.viewBecause, againOn: row.viewAgainOn, of: row.viewOf, present: row.viewPresent, alone: row.viewAlone, comment: row.personComment,
});

export const versionItem = (row: PlanVersion): VersionItem => ({
  id: row.id, label: labelOf(row), version: row.rowVersion, state: row.state, publishedAt: row.publishedAt, author: row.authorName, changeSummary: row.changeSummary, nextReviewOn: row.nextReviewOn,
  noContingencyBecause: row.noContingencyBecause, personView: isCarer() ? null : viewItem(row),
});

export const actionItem = (row: CareAction, organisations: ReadonlyMap<string, string>): ActionItem => ({
  ...lineOf(row), version: row.rowVersion, goalId: row.goalId, needId: row.needId, what: row.what,
  doer: row.doerKind && { kind: row.doerKind, organisationId: row.doerOrganisationId, name: doerOf(row, organisations) || null },
  dueOn: row.dueOn, daysTimes: row.daysTimes, stageGoal: row.stageGoal, strategies: row.strategies, notDo: row.notDo, confidence: row.confidence, reviewOn: row.reviewOn, state: row.state, stateReason: row.stateReason,
});

const needReferral = ({ referral: { id, serviceId, serviceName, state } }: SeenReferral): NeedReferral => ({ id, serviceId, service: serviceName, state });

export const saidViewItem = (row: PlanView): SaidViewItem => ({
  id: row.id, at: row.createdAt, view: row.view, how: row.how, saidBy: row.saidByName, alone: row.spokeAlone, present: row.present, comment: row.comment,
});

export const judgementItem = (row: GoalJudgement, organisations: ReadonlyMap<string, string>): JudgementItem => ({
  id: row.id, on: row.judgedOn, progress: row.progress, words: row.words, how: row.how, saidBy: row.saidByName, organisation: row.side === 'team' ? (organisations.get(row.ownerOrganisationId) ?? null) : null,
});

function judgedItem(judgements: readonly GoalJudgement[], goalId: string, organisations: ReadonlyMap<string, string>): GoalItem['judged'] {
  const { person, team } = lastSaid(judgements, goalId);
  return { person: person && judgementItem(person, organisations), team: team && judgementItem(team, organisations) };
}

export function planAnswer({ version, content, views, judgements, organisations }: CarePlan, referrals: ReadonlyMap<string, readonly SeenReferral[]> = new Map()): PlanAnswer {
  const known = new Set(content.needs.map(({ itemId }) => itemId));
  const action = (row: CareAction): ActionItem => ({ ...actionItem(row, organisations), needId: row.needId && known.has(row.needId) ? row.needId : null });
  return {
    plan: version && versionItem(version),
    views: isCarer() ? [] : views.map(saidViewItem),
    statements: content.statements.map((row) => ({ ...lineOf(row), section: row.section, text: row.text, contact: row.contact, voice: row.voice })),
    needs: content.needs.map((row) => ({ ...lineOf(row), domain: row.domain, text: row.text, voice: row.voice, state: row.state, unmetBecause: row.unmetBecause, unmetReason: row.unmetReason, askedFor: row.askedFor, offered: row.offered, underlying: row.underlying, referrals: (referrals.get(row.itemId) ?? []).map(needReferral) })),
    goals: content.goals.map(({ goal: row, actions }) => ({
      ...lineOf(row), text: row.text, why: row.why, importance: row.importance, voice: row.voice, targetOn: row.targetOn, state: row.state, noActionBecause: row.noActionBecause, judged: judgedItem(judgements, row.itemId, organisations), actions: actions.map(action),
    })),
    otherActions: content.otherActions.map(action),
  };
}
