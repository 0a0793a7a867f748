import { CareAction, compare, Goal, GoalJudgement, Need, PlanStatement, PlanVersion, PlanView, sideBySide, type CarePlan, type Doer, type JudgedGoal } from '@app/care-plans';
import { Correction } from '@app/corrections';
import { organisations } from '../../contacts/views/sample';
import { answered } from '../../corrections/views/sample';
import { AboutMe } from '@app/persons';
import { identity } from '../../person/views/sample';
import { sent } from '../../referrals/views/sample';
import type { Compared } from '../comparison.desk';
import type { DraftModel, UpdateModel } from '../draft.desk';
import type { Changes, PlanModel } from '../plan.desk';

/** Invented data for the states of views. */
const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000${String(n).padStart(4, '0')}`;
const AT = new Date('2026-12-06T10:00:00Z');
const item = {
  personId: identity.person.personId, ownerOrganisationId: identity.person.registeredBy, category: 'plan', audience: 'circle' as const, namedOrganisations: [], visibleToPerson: true, sealedTo: null,
  createdAt: AT, createdBy: identity.person.createdBy, source: 'ui', rowVersion: 2,
};
const line = (n: number) => ({ ...item, id: id(n), itemId: id(n + 1000), versionId: id(1), position: n, opensTo: 'circle' as const, opensToOrganisations: [], opensToPerson: true, inForce: true, dropped: false });

const version = Object.assign(new PlanVersion(), {
  ...item, id: id(1), caseId: id(2), number: 2, smallNumber: 1, state: 'published', basedOn: id(3), importedFrom: null, changeSummary: 'Choir has moved to the Methodist hall', personView: 'agrees_with_reservations', viewAsked: 'with_support',
  viewSupport: 'large print', viewBecause: null, viewAgainOn: null, viewOf: null, viewPresent: 'Tunde', viewAlone: false, personComment: 'Not the day centre: tried it', noContingencyBecause: null,
  nextReviewOn: '2026-12-01', authorName: 'Jo Whitcombe', publishedAt: AT, publishedBy: item.createdBy, supersededAt: null, contentHash: 'x',
} satisfies Partial<PlanVersion>);

const statement = (n: number, section: PlanStatement['section'], text: string, contact: string | null = null): PlanStatement => Object.assign(new PlanStatement(), { ...line(n), section, text, contact, voice: 'self' as const });
const goal = Object.assign(new Goal(), { ...line(20), text: 'Sing the Fauré at Easter, sitting down', why: 'Second alto, forty-one years', importance: 'most', voice: 'self', targetOn: '2027-03-28', state: 'active', noActionBecause: null } satisfies Partial<Goal>);
const resting = Object.assign(new Goal(), { ...line(21), text: 'A dry bedroom', why: null, importance: null, voice: 'professional', targetOn: null, state: 'on_hold', noActionBecause: 'The grant is not decided' } satisfies Partial<Goal>);
const action = (n: number, what: string, traits: Partial<CareAction> = {}): CareAction => Object.assign(new CareAction(), {
  ...line(n), goalId: goal.itemId, what, doer: id(90), doerKind: 'organisation', doerOrganisationId: organisations[0]?.id ?? null, doerName: 'Delphine Carter', dueOn: '2026-12-03', daysTimes: 'Thursdays', state: 'open', needId: null, strategies: null, notDo: 'The car park: she waits at the door', confidence: 7, reviewOn: '2027-01-15',
  stateReason: null, stateAt: null, goesOn: null, endsBecause: null, ...traits,
} satisfies Partial<CareAction>);
const need = Object.assign(new Need(), { ...line(10), domain: 'transport', text: 'Getting to rehearsals without losing her breath', voice: 'self', state: 'being_met', unmetBecause: 'No driver before January', unmetReason: 'cost', askedFor: 'A taxi', offered: 'The community bus', underlying: true } satisfies Partial<Need>);

const said = Object.assign(new PlanView(), {
  ...item, id: id(60), versionId: id(1), view: 'does_not_agree', how: 'online', comment: 'Not on Thursdays, that is choir', spokeAlone: false, present: 'My sister', saidByName: 'Margery Plumtree-Oduya',
} satisfies Partial<PlanView>);
const saidByPhone = Object.assign(new PlanView(), said, { id: id(61), view: 'agrees', how: 'phone', comment: null, spokeAlone: true, present: null, saidByName: 'Jo Whitcombe' } satisfies Partial<PlanView>);

const saidOfGoal = Object.assign(new GoalJudgement(), {
  ...item, id: id(80), goalId: goal.itemId, versionId: id(1), side: 'person', progress: 'closer', words: 'I can stand through the first half', how: 'phone', judgedOn: '2026-12-04', saidByName: 'Jo Whitcombe',
} satisfies Partial<GoalJudgement>);
const saidBefore = Object.assign(new GoalJudgement(), saidOfGoal, { id: id(81), progress: 'same', words: null, how: 'online', judgedOn: '2026-11-04', saidByName: 'Margery Plumtree-Oduya' } satisfies Partial<GoalJudgement>);
const teamSays = Object.assign(new GoalJudgement(), saidOfGoal, { id: id(82), side: 'team', progress: 'further', words: 'She is more breathless than in spring', how: null, judgedOn: '2026-12-05', saidByName: 'Idris Vaughan' } satisfies Partial<GoalJudgement>);
export const judgedGoal: JudgedGoal = { goal, judgements: [teamSays, saidOfGoal, saidBefore], organisations: new Map(organisations.map(({ id: one, name }) => [one, name])) };
export const unjudgedGoal: JudgedGoal = { ...judgedGoal, judgements: [] };

export const fullPlan: CarePlan = {
  judgements: [...judgedGoal.judgements],
  version,
  views: [said, saidByPhone],
  content: {
    statements: [
      statement(30, 'what_matters', 'Singing, and being at home with Tunde.'), statement(31, 'strengths', 'She keeps score of everything.'), statement(32, 'who_to_ring', 'Jo Whitcombe, 01632 960010, in working hours.'),
      statement(33, 'if_it_goes_wrong', 'Two pillows are not enough, ankles tight: ring the same day.', 'Community matron, 01632 960112'), statement(34, 'home', 'The back step is broken. Front door, ring twice.'), statement(36, 'conditions', 'The water tablet that helps her heart dries her eyes.', 'Dr Helen Achterberg'),
    ],
    needs: [need],
    goals: [
      { goal, actions: [action(40, 'Meet her at the door of the hall'), action(41, 'Ask for a lift to Thursday rehearsals', { state: 'blocked', stateReason: 'No driver before January', daysTimes: null }), action(42, 'Practise on the perching stool', { doer: 'person', doerKind: 'person', doerOrganisationId: null, doerName: null, state: 'done', dueOn: null })] },
      { goal: resting, actions: [] },
    ],
    otherActions: [action(43, 'Clear the gutter', { goalId: id(99), doer: null, doerKind: null, doerOrganisationId: null, doerName: null, dueOn: null, daysTimes: null })],
  },
  organisations: new Map(organisations.map(({ id: one, name }) => [one, name])),
};
export const aboutMe: AboutMe[] = [
  Object.assign(new AboutMe(), { ...item, id: id(70), heading: 'how_to_communicate' as const, text: 'Large print, and look at me while you speak.', voice: 'self' as const, language: null, lastConfirmedOn: '2026-10-02' }),
  Object.assign(new AboutMe(), { ...item, id: id(71), heading: 'please_do_not' as const, text: 'Do not call her Madge.', voice: 'carer' as const, language: null, lastConfirmedOn: '2026-10-02' }),
];
const nothing: CarePlan = { version: null, views: [], judgements: [], content: { statements: [], needs: [], goals: [], otherActions: [] }, organisations: new Map() };
const first = { id: id(3), label: '2', publishedAt: new Date('2026-11-02T10:00:00Z'), author: 'Jo Whitcombe', changeSummary: null };

export const disputes: readonly Correction[] = [Object.assign(new Correction(), answered, { subject: 'Need', subjectId: need.itemId } satisfies Partial<Correction>)];

export const model: PlanModel = {
  plan: fullPlan, versions: [{ id: version.id, label: '2.1', publishedAt: AT, author: 'Jo Whitcombe', changeSummary: version.changeSummary }, first], readBefore: first, draft: null, proposed: null, mayWrite: true, imported: null, corrections: disputes, referrals: new Map([[need.itemId, [sent()]]]),
  youSee: ['identity', 'plan', 'housing'], suggestions: [], offered: 'for_person',
};
export const bareModel: PlanModel = { plan: nothing, versions: [], readBefore: null, draft: null, proposed: null, mayWrite: false, imported: null, corrections: [], referrals: new Map(), youSee: ['identity'], suggestions: [], offered: null };
export const importedPlan: CarePlan = {
  views: [], judgements: [],
  version: Object.assign(new PlanVersion(), version, { id: id(4), caseId: null, state: 'draft', publishedAt: null, importedFrom: 'practice-export.json and 2 more' }),
  content: {
    statements: [], otherActions: [],
    needs: [need, Object.assign(new Need(), { ...need, id: id(11), itemId: id(1011), text: 'Sinusitis (since 2011)', state: 'resolved' as const })],
    goals: [{ goal, actions: [action(44, 'Weigh once a week', { doer: null, doerKind: null, doerOrganisationId: null, doerName: null })] }, { goal: Object.assign(new Goal(), resting, { why: 'It had ended in the source' }), actions: [] }],
  },
  organisations: new Map(),
};
/** Of somebody who sees to the house and nothing else. */
export const housingModel: PlanModel = { ...bareModel, plan: { ...nothing, content: { ...nothing.content, statements: fullPlan.content.statements.slice(4), otherActions: fullPlan.content.otherActions } }, youSee: ['identity', 'housing'] };

const earlier = Object.assign(new PlanVersion(), version, { id: id(3), smallNumber: 0, publishedAt: first.publishedAt });
const before: CarePlan = {
  ...fullPlan, version: earlier,
  content: { ...fullPlan.content, needs: [], goals: [{ goal, actions: [action(40, 'Meet her at the door of the hall', { daysTimes: 'Tuesdays', dueOn: null, doer: 'person', doerKind: 'person', doerOrganisationId: null, doerName: null })] }], statements: [...fullPlan.content.statements.slice(1), statement(35, 'home', 'Damp')] },
};
export const changes: Changes = { from: earlier, to: version, differences: compare(before, fullPlan) };
export const versions: readonly PlanVersion[] = [version, earlier];
export const compared: Compared = { from: earlier, to: version, differences: sideBySide(before, fullPlan) };

const doers: Doer[] = [
  { id: 'person', kind: 'person', organisationId: null, name: null, organisation: null, categories: null },
  { id: id(90), kind: 'organisation', organisationId: organisations[0]?.id ?? '', name: 'Delphine Carter', organisation: 'Age Well Brackenbridge', categories: ['plan'] },
  { id: id(91), kind: 'carer', organisationId: null, name: 'Ayo Oduya', organisation: null, categories: null },
];
export const draftModel: DraftModel = { identity, from: fullPlan, draft: Object.assign(new PlanVersion(), version, { state: 'draft', publishedAt: null }), published: earlier, meanwhile: changes.differences, toWalk: fullPlan.content.goals.flatMap(({ actions }) => actions.map(({ itemId }) => itemId)), doers, organisations, suggestions: [], review: null };
export const bareDraft: Omit<DraftModel, 'identity'> = { from: null, draft: null, published: null, meanwhile: [], toWalk: [], doers: doers.slice(0, 1), organisations: [], suggestions: [], review: null };
export const updateModel: UpdateModel = { identity, plan: fullPlan, doers };
