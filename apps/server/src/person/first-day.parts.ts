import type { CarePlan, PlanStatement, StatementSection, WhoDoesWhat } from '@app/care-plans';
import type { CircleMember } from '@app/care-teams';
import { ABOUT_ME_HEADINGS } from '@app/persons';
import { goalFacts, needFacts, SECTION_WORDS, viewInWords } from '../care-plans/views/words';
import { asksForCare, ruleWords } from '../safe-contact/views/words';
import { withThemWords, type EmergencyViewModel } from './emergency-view.desk';
import { forEverybody, mayLieAbout } from './on-paper';
import { ABOUT_ME_WORDS, ALERT_WORDS } from './views/words';

export interface FirstDayModel extends EmergencyViewModel {
  readonly plan: CarePlan;
  readonly doing: WhoDoesWhat;
  /** who comes, without those of whom only a few may know */
  readonly helpers: readonly CircleMember[];
}

/** One thing to know: in a few words, and what belongs to it. */
export interface FirstDayItem {
  readonly text: string;
  readonly more: readonly string[];
  /** may it lie on a table, where everybody reads it who comes in? Else it stays on the screen */
  readonly onPaper: boolean;
}

export interface FirstDayPart {
  readonly id: 'about' | 'risks' | 'expects' | 'who' | 'if-it-goes-wrong' | 'avoid';
  readonly title: string;
  readonly items: readonly FirstDayItem[];
  /** what is said where the reader sees nothing of it: the same whether there is nothing or it is not theirs to see */
  readonly nothing: string;
}

const STILL_NEEDED = ['open', 'being_met', 'unmet'];
const isFilled = (line: string | null | undefined): line is string => line !== null && line !== undefined && line !== '';
const item = (onPaper: boolean, text: string, ...more: (string | null | undefined)[]): FirstDayItem => ({ text, more: more.filter(isFilled), onPaper });
const statement = (row: PlanStatement): FirstDayItem => item(forEverybody(row), `${SECTION_WORDS[row.section]}: ${row.text}`, row.contact ? `Ring first then: ${row.contact}` : null);
const of = ({ content }: CarePlan, ...sections: StatementSection[]): FirstDayItem[] => sections.flatMap((section) => content.statements.filter((row) => row.section === section).map(statement));

/** What a new member of the circle needs on the first day, on one page (D36): as far as they may see it, and no more than they see elsewhere. */
export function firstDay(model: FirstDayModel): FirstDayPart[] {
  const name = model.page.person.preferred ?? model.page.person.given;
  return [
    { id: 'about', title: `About ${name}`, items: about(model), nothing: `Nothing that you can see. Ask ${name}.` },
    { id: 'risks', title: `Risks, and whether ${name} knows`, items: risks(model, name), nothing: 'No risk that you can see is written down. That does not say that there is none.' },
    { id: 'expects', title: `What ${name} expects`, items: expects(model, name), nothing: `No goal that you can see. Ask ${name}.` },
    { id: 'who', title: 'Who does what', items: who(model, name), nothing: 'Nobody that you can see.' },
    { id: 'if-it-goes-wrong', title: 'If it goes wrong', items: ifItGoesWrong(model), nothing: 'No plan for that which you can see. Ask the key worker.' },
    { id: 'avoid', title: 'What to avoid', items: avoid(model), nothing: `Nothing that you can see is written down. Ask ${name}.` },
  ];
}

function about({ page: { person, aboutMe }, plan }: FirstDayModel): FirstDayItem[] {
  return [
    ...person.languages.map(({ language, interpreterNeeded }) => item(true, `Language: ${language}`, interpreterNeeded ? 'An interpreter is needed' : null)),
    ...(person.communicationNeeds ? [item(true, person.communicationNeeds)] : []),
    ...of(plan, 'what_matters', 'strengths'),
    ...ABOUT_ME_HEADINGS.filter((heading) => heading !== 'please_do_not').flatMap((heading) =>
      aboutMe.filter((entry) => entry.heading === heading).map((entry) => item(forEverybody(entry), `${ABOUT_ME_WORDS[heading]}: ${entry.text}`))),
  ];
}

const risks = ({ page: { alerts }, plan }: FirstDayModel, name: string): FirstDayItem[] => [
  ...alerts.map((alert) => item(
    mayLieAbout(alert), `${ALERT_WORDS[alert.kind]}: ${alert.text}`, alert.whatToDo,
    alert.visibleToPerson ? `${name} can read that this is written down.` : `${name} does not know that this is written down. Do not speak of it before you have asked whoever wrote it.`)),
  ...of(plan, 'triggers', 'early_signs'),
];

const expects = ({ plan: { content, version } }: FirstDayModel, name: string): FirstDayItem[] => [
  ...content.goals.filter(({ goal }) => goal.isActive).map(({ goal }) => item(forEverybody(goal), goal.text, goal.why, goalFacts(goal))),
  ...content.needs.filter(({ state }) => STILL_NEEDED.includes(state)).map((need) => item(forEverybody(need), need.text, needFacts(need))),
  ...(version ? [item(true, `${viewInWords(version, name)[0]} (the plan).`)] : []),
];

function who({ page: { keyWorker }, helpers, doing }: FirstDayModel, name: string): FirstDayItem[] {
  const steps = new Map(doing.lines.flatMap(({ responsible }) => responsible).map((one) => {
    const text = `${[one.who ?? name, one.organisation !== one.who ? one.organisation : null].filter(isFilled).join(', ')}: ${one.what}${one.when ? `. ${one.when}` : ''}`;
    return [text, item(one.onPaper, text, one.doesNotDo ? `Does not do: ${one.doesNotDo}` : null)];
  }));
  return [
    ...(keyWorker ? [item(true, `Key worker: ${keyWorker.name}, ${keyWorker.organisation}`, keyWorker.phone, keyWorker.outOfHoursPhone ? `Out of hours: ${keyWorker.outOfHoursPhone}` : null)] : []),
    ...helpers.map((one) => item(
      true, `${one.worker ?? one.team ?? one.organisation}${one.worker ?? one.team ? `, ${one.organisation}` : ''}: ${one.does}${one.daysTimes ? `. ${one.daysTimes}` : ''}`, one.doesNotDo ? `Does not do: ${one.doesNotDo}` : null, one.phone)),
    ...steps.values(),
    ...doing.gaps.map(({ text }) => item(false, `Nobody that you can see does anything for: ${text}`)),
  ];
}

const ifItGoesWrong = ({ ringNow, ring, whatToDo, withThem }: FirstDayModel): FirstDayItem[] => [
  // What holds at this hour does not hold on paper.
  item(false, `At this hour ring ${ringNow.name}`, ringNow.phone ?? 'No phone number recorded'),
  ...[...ring, ...whatToDo].filter(({ section }) => section !== 'early_signs').map(statement),
  ...withThem.map((seen) => item(forEverybody(seen.one), `${seen.one.name}, ${withThemWords(seen)}`, seen.child ? null : seen.one.phone)),
];

// How somebody is reached safely, and whom one does not tell, is never on paper: whoever they are to be kept from may be in the room.
const avoid = ({ page: { aboutMe, safeContact, relatives } }: FirstDayModel): FirstDayItem[] => [
  ...aboutMe.filter(({ heading }) => heading === 'please_do_not').map((entry) => item(forEverybody(entry), entry.text)),
  ...safeContact.filter(asksForCare).map((rule) => item(false, ruleWords(rule))),
  ...relatives.flatMap((one) => (one.mustNotBeTold ? [item(false, `${one.name} (${one.relation}) must not be told: ${one.mustNotBeTold}`)] : [])),
];
