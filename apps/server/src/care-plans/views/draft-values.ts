import type { CareAction, CarePlan, Goal, GoalWithActions, Need, PlanStatement, PlanVersion, StatementSection } from '@app/care-plans';

type Values = Record<string, unknown>;

const day = (value: string | null): Values => {
  const [year = '', month = '', date = ''] = (value ?? '').split('-');
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};
const openOf = (row: Need | Goal | CareAction): Values =>
  ({ item: row.itemId, category: row.category, audience: row.opensTo, namedOrganisationIds: row.opensToOrganisations, forPerson: row.opensToPerson ? 'yes' : 'no' });
const actionOf = (row: CareAction): Values => ({ ...openOf(row), what: row.what, doer: row.doer ?? '', dueOn: day(row.dueOn), daysTimes: row.daysTimes ?? '', endsBecause: '' });
const goalOf = ({ goal: row, actions }: GoalWithActions): Values => ({
  ...openOf(row), text: row.text, why: row.why ?? '', voice: row.voice, targetOn: day(row.targetOn), state: row.state, noActionBecause: row.noActionBecause ?? '', actions: [...actions.map(actionOf), {}],
});

/** What stands in the form before anything is typed: the draft, or the plan that is revised. The person is asked anew about a new version. */
export function valuesOf({ version, content }: CarePlan): Values {
  const text = (section: StatementSection): PlanStatement | undefined => content.statements.find((row) => row.section === section);
  return {
    whatMatters: text('what_matters')?.text ?? '', strengths: text('strengths')?.text ?? '', home: text('home')?.text ?? '', whoToRing: text('who_to_ring')?.text ?? '',
    ifItGoesWrong: text('if_it_goes_wrong')?.text ?? '', ifItGoesWrongContact: text('if_it_goes_wrong')?.contact ?? '', noContingencyBecause: version?.noContingencyBecause ?? '',
    needs: content.needs.map((row) => ({ ...openOf(row), text: row.text, domain: row.domain, voice: row.voice, state: row.state, unmetBecause: row.unmetBecause ?? '' })),
    goals: content.goals.map(goalOf),
    ...(version?.publishedAt ? {} : viewOf(version)),
  };
}

const viewOf = (version: PlanVersion | null): Values => ({
  nextReviewOn: day(version?.nextReviewOn ?? null), personView: version?.personView ?? '', viewAsked: version?.viewAsked ?? '', viewSupport: version?.viewSupport ?? '', viewBecause: version?.viewBecause ?? '',
  viewAgainOn: day(version?.viewAgainOn ?? null), viewOf: version?.viewOf ?? '', viewPresent: version?.viewPresent ?? '',
  viewAlone: version?.viewAlone === true ? 'yes' : version?.viewAlone === false ? 'no' : '', personComment: version?.personComment ?? '', changeSummary: version?.changeSummary ?? '',
});
