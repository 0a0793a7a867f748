import type { CareAction, CarePlan, Goal, GoalWithActions, Need, PlanStatement, PlanVersion, StatementSection } from '@app/care-plans';

import { SECTION_WORDS } from './words';

type Values = Record<string, unknown>;

/** What one may add to a plan and need not: the field of the form, and the section that it is. */
export const MORE_SECTIONS = [
  ['triggers', 'triggers'], ['earlySigns', 'early_signs'], ['atNight', 'at_night'], ['whatHelps', 'what_helps'], ['noReply', 'no_reply'], ['carerCannot', 'carer_cannot'], ['additionalPlans', 'additional_plans'],
  ['money', 'money'], ['conditions', 'conditions'], ['reviewer', 'reviewer'],
] as const satisfies readonly (readonly [string, StatementSection])[];

const day = (value: string | null): Values => {
  const [year = '', month = '', date = ''] = (value ?? '').split('-');
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};
const openOf = (row: Need | Goal | CareAction): Values =>
  ({ item: row.itemId, category: row.category, audience: row.opensTo, namedOrganisationIds: row.opensToOrganisations, forPerson: row.opensToPerson ? 'yes' : 'no' });
/** @param isDraft whether it was said of this version already that the step goes on */
const actionOf = (row: CareAction, isDraft: boolean): Values => ({ ...openOf(row), what: row.what, doer: row.doer ?? '', dueOn: day(row.dueOn), daysTimes: row.daysTimes ?? '', needId: row.needId ?? '', stageGoal: row.stageGoal ?? '', strategies: row.strategies ?? '', notDo: row.notDo ?? '', confidence: row.confidence === null ? '' : String(row.confidence), reviewOn: day(row.reviewOn), goesOn: isDraft && row.goesOn ? 'yes' : '', endsBecause: '' });
const goalOf = ({ goal: row, actions }: GoalWithActions, isDraft: boolean): Values => ({
  ...openOf(row), text: row.text, why: row.why ?? '', importance: row.importance ?? '', voice: row.voice, targetOn: day(row.targetOn), state: row.state, noActionBecause: row.noActionBecause ?? '', actions: [...actions.map((action) => actionOf(action, isDraft)), {}],
});

/** What stands in the form before anything is typed: the draft, or the plan that is revised. The person is asked anew about a new version. */
export function valuesOf({ version, content }: CarePlan): Values {
  const text = (section: StatementSection): PlanStatement | undefined => content.statements.find((row) => row.section === section);
  return {
    whatMatters: text('what_matters')?.text ?? '', strengths: text('strengths')?.text ?? '', home: text('home')?.text ?? '', whoToRing: text('who_to_ring')?.text ?? '',
    ifItGoesWrong: text('if_it_goes_wrong')?.text ?? '', ifItGoesWrongContact: text('if_it_goes_wrong')?.contact ?? '', noContingencyBecause: version?.noContingencyBecause ?? '',
    ...Object.fromEntries(MORE_SECTIONS.map(([field, section]) => [field, text(section)?.text ?? ''])), conditionsLead: text('conditions')?.contact ?? '',
    whatMattersVoice: text('what_matters')?.voice ?? 'self', strengthsVoice: text('strengths')?.voice ?? 'self',
    needs: content.needs.map((row) => ({
      ...openOf(row), text: row.text, domain: row.domain, voice: row.voice, state: row.state, unmetBecause: row.unmetBecause ?? '', unmetReason: row.unmetReason ?? '', askedFor: row.askedFor ?? '', offered: row.offered ?? '',
      underlying: row.underlying === null ? '' : row.underlying ? 'yes' : 'no',
    })),
    goals: content.goals.map((goal) => goalOf(goal, !version?.publishedAt)),
    ...(version?.publishedAt ? {} : viewOf(version)),
  };
}

const viewOf = (version: PlanVersion | null): Values => ({
  nextReviewOn: day(version?.nextReviewOn ?? null), personView: version?.personView ?? '', viewAsked: version?.viewAsked ?? '', viewSupport: version?.viewSupport ?? '', viewBecause: version?.viewBecause ?? '',
  viewAgainOn: day(version?.viewAgainOn ?? null), viewOf: version?.viewOf ?? '', viewPresent: version?.viewPresent ?? '',
  viewAlone: version?.viewAlone === true ? 'yes' : version?.viewAlone === false ? 'no' : '', personComment: version?.personComment ?? '', changeSummary: version?.changeSummary ?? '',
});

const LABELS: Record<string, string> = {
  whatMatters: 'What matters most', strengths: 'Strengths', home: 'The home', whoToRing: 'Who to ring', ifItGoesWrong: 'If it goes wrong', ifItGoesWrongContact: 'Whom to ring first then', noContingencyBecause: 'Why no plan for that is needed',
  text: 'what it says', what: 'what is done', doer: 'who does it', goesOn: 'whether it goes on', endsBecause: 'why it ends', dueOn: 'by when', daysTimes: 'days and times', stageGoal: 'what one comes to with it', strategies: 'how it is done', notDo: 'what they do not do', why: 'why it matters', targetOn: 'hoped for by', askedFor: 'what they asked for', offered: 'what they were offered',
  nextReviewOn: 'When we look again', personView: 'What they think of it', personComment: 'What they say of it', changeSummary: 'What is different', conditionsLead: 'Which clinician leads on that',
  ...Object.fromEntries(MORE_SECTIONS.map(([field, section]) => [field, SECTION_WORDS[section]])),
};

const CHOSEN = ['doer', 'needId', 'category', 'audience', 'namedOrganisationIds', 'forPerson', 'voice', 'whatMattersVoice', 'strengthsVoice', 'state', 'domain', 'goesOn', 'importance', 'unmetReason', 'underlying', 'personView', 'viewAsked', 'viewAlone'];

/** Is it chosen from a list, so that what stands in it says nothing by itself? */
export const isChosen = (field: string): boolean => CHOSEN.includes(field.split('-').at(-1) ?? '');

/** How one box of the form is called in a sentence, by its id: `goals-0-actions-1-what` is "Goal 1, step 2: what is done". */
export function labelOf(field: string): string {
  const [, list, row, step, last = field] = /^(goals|needs)-(\d+)-(?:actions-(\d+)-)?(.+)$/.exec(field) ?? [];
  const label = LABELS[last] ?? (list ? 'something else of it' : 'Another box');
  if (!list) return label;
  return `${list === 'goals' ? 'Goal' : 'Need'} ${Number(row) + 1}${step === undefined ? '' : `, step ${Number(step) + 1}`}: ${label}`;
}
