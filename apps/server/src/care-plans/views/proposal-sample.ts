import { PlanVersion, PlanView, type CarePlan, type ProposedPlan } from '@app/care-plans';
import { changes, fullPlan } from './sample';

/** Invented drafts that others read, for the states of views. */
const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
const stands = fullPlan.version as PlanVersion;
const unpublished = { publishedAt: null, publishedBy: null, supersededAt: null, contentHash: null, agreedAt: null, agreedBy: null, agreedByName: null, agreedBecause: null, openedAt: at('2026-12-04'), readiedAt: null } satisfies Partial<PlanVersion>;
const draft = (traits: Partial<PlanVersion>): PlanVersion => Object.assign(new PlanVersion(), { ...stands, ...unpublished, number: 3, smallNumber: 0, basedOn: stands.id, ...traits });
const proposal = (version: PlanVersion, plan: Partial<CarePlan> = {}): ProposedPlan => ({ version, plan: { ...fullPlan, views: [], ...plan, version }, stands, differences: changes.differences });

const said = fullPlan.views.map((view, n) => Object.assign(new PlanView(), view, n === 0 ? { view: 'wants_changes' as const, createdAt: at('2026-12-05') } : {}));

export const openProposal = proposal(draft({ state: 'in_contribution' }));
export const readyProposal = proposal(draft({ state: 'ready_for_agreement', readiedAt: at('2026-12-06') }), { views: said });
export const agreedProposal = proposal(draft({ state: 'agreed', readiedAt: at('2026-12-06'), agreedAt: at('2026-12-07'), agreedByName: 'Jo Whitcombe', agreedBecause: 'goes_on', personView: 'does_not_agree' }));
export const bareProposal: ProposedPlan = {
  ...openProposal, stands: null, differences: [], plan: { ...openProposal.plan, views: [], judgements: [], content: { statements: [], needs: [], goals: [], otherActions: [] } },
};
