import type { CareAction, CarePlan, StatementSection } from '@app/care-plans';
import type { Correction } from '@app/corrections';
import { ABOUT_ME_HEADINGS, fullName, type AboutMe } from '@app/persons';
import type { Identity } from '@app/overviews';
import { formatDate } from '@app/web-kit';
import { saidWrongLines } from '../corrections/views/words';
import { ABOUT_ME_WORDS } from '../person/views/words';
import { LARGE, Paper, type OnPaperParts } from './paper';
import { TextPaper } from './text-paper';
import { CONTINGENCY, FIRST, LAST } from './views/plan-content';
import { ACTION_STATE_WORDS, doerWords, goalJudged, goalWords, HOW_DONE_WORDS, needWords, noContingencyWords, noStepWords, notInForceWords, offeredWords, saidInWords, SECTION_WORDS, versionWords, viewInWords, VOICE_WORDS } from './views/words';

export interface PlanForPaper {
  readonly identity: Pick<Identity, 'person' | 'nhsNumber'>;
  readonly plan: CarePlan;
  readonly aboutMe: readonly AboutMe[];
  /** what the person says is wrong in it */
  readonly corrections: readonly Correction[];
  /** what the person says of the plan is between them and those who help: a family carer reads it on no paper either */
  readonly reader: 'staff' | 'own' | 'carer';
  /** the local calendar day */
  readonly today: string;
  /** who prints it, and for which organisation */
  readonly by: string;
}

const titleOf = ({ identity: { person }, plan: { version } }: PlanForPaper): string => `${version && notInForceWords(version) ? `${versionWords(version)} of the care plan` : 'Care plan'} of ${fullName(person)}`;
/** Who took it away and when, and what nobody should infer from it. */
const stampOf = ({ today, by }: PlanForPaper, did: 'Printed' | 'Copied'): string => `${did} on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`;

/** What of the plan the reader may see, as a tagged PDF: the same lines as on the screen, without marks for staff. */
export async function planPdf(plan: PlanForPaper, large = false): Promise<Buffer> {
  const title = titleOf(plan);
  const paper = new Paper(title, plan.plan.version?.publishedAt ?? new Date(`${plan.today}T00:00:00Z`), [`${title}.`, plan.plan.version && notInForceWords(plan.plan.version), stampOf(plan, 'Printed')].filter(Boolean).join(' '), large ? LARGE : 1);
  planOn(paper, plan);
  paper.end();
  return paper.bytes;
}

/** The same in plain text, to be put into another system. */
export function planText(plan: PlanForPaper): string {
  const paper = new TextPaper();
  planOn(paper, plan);
  paper.paragraph('');
  paper.paragraph(stampOf(plan, 'Copied'));
  return paper.text;
}

function planOn(paper: OnPaperParts, all: PlanForPaper): void {
  const { identity: { person, nhsNumber }, plan, aboutMe, reader } = all;
  const { version, content } = plan;
  const name = person.preferred ?? person.given;
  paper.heading('H1', titleOf(all));
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : null, nhsNumber ? `NHS number ${nhsNumber}.` : null].filter(Boolean).join(' ') || 'No date of birth recorded.');
  const instead = version && notInForceWords(version);
  if (instead) paper.paragraph(instead);
  else if (version) paper.paragraph(`${versionWords(version)}, published on ${formatDate(version.publishedAt ?? version.createdAt)}.${version.nextReviewOn ? ` We look at it again on ${formatDate(version.nextReviewOn)}.` : ''}`);
  statements(paper, all, FIRST);
  about(paper, aboutMe);
  if (content.needs.length > 0) {
    paper.heading('H2', 'Needs');
    paper.list(content.needs.map((need) => [need.text, needWords(need), ...offeredWords(need), ...wrong(all, need)]));
  }
  if (content.goals.length > 0) paper.heading('H2', 'Goals and steps');
  for (const { goal, actions } of content.goals) {
    paper.heading('H3', goal.text);
    paper.paragraph(`${goalWords(goal)}.`);
    if (goal.why) paper.paragraph(goal.why);
    for (const { side, says, words } of goalJudged(plan, goal.itemId, name)) paper.paragraph(`${side}: ${says}.${words ? ` “${words}”` : ''}`);
    for (const line of wrong(all, goal)) paper.paragraph(line);
    if (actions.length > 0) paper.list(actions.map((action) => step(action, all)));
    else paper.paragraph(noStepWords(goal));
  }
  if (content.otherActions.length > 0) {
    paper.heading('H2', 'Steps');
    paper.list(content.otherActions.map((action) => step(action, all)));
  }
  statements(paper, all, CONTINGENCY);
  const noContingency = noContingencyWords(plan);
  if (noContingency) {
    paper.heading('H2', SECTION_WORDS.if_it_goes_wrong);
    paper.paragraph(noContingency);
  }
  statements(paper, all, LAST);
  if (version && reader !== 'carer') {
    paper.heading('H2', `What ${name} thinks of the plan`);
    for (const said of plan.views) {
      paper.paragraph(`${formatDate(said.createdAt)}: ${saidInWords(said, name).join('. ')}.`);
      if (said.comment) paper.paragraph(`“${said.comment}”`);
    }
    paper.paragraph(`${plan.views.length > 0 ? 'When it was published: ' : ''}${viewInWords(version, name).join('. ')}.`);
    if (version.personComment) paper.paragraph(`“${version.personComment}”`);
  }
}

/** What the person wants everyone to know, in the order of the standard. */
function about(paper: OnPaperParts, aboutMe: readonly AboutMe[]): void {
  if (aboutMe.length > 0) paper.heading('H2', 'About me');
  for (const { heading, text, voice, lastConfirmedOn } of [...aboutMe].sort((a, b) => ABOUT_ME_HEADINGS.indexOf(a.heading) - ABOUT_ME_HEADINGS.indexOf(b.heading))) {
    paper.heading('H3', ABOUT_ME_WORDS[heading]);
    for (const line of text.split(/\n+/)) paper.paragraph(line);
    paper.paragraph(`${VOICE_WORDS[voice]}, ${formatDate(lastConfirmedOn)}.`);
  }
}

function statements(paper: OnPaperParts, all: PlanForPaper, sections: readonly StatementSection[]): void {
  for (const section of sections) {
    const mine = all.plan.content.statements.filter((row) => row.section === section);
    if (mine.length > 0) paper.heading('H2', SECTION_WORDS[section]);
    for (const row of mine) {
      for (const line of row.text.split(/\n+/)) paper.paragraph(line);
      if (row.contact) paper.paragraph(`${section === 'conditions' ? 'Who leads on this' : 'Ring first'}: ${row.contact}`);
      for (const line of [`${VOICE_WORDS[row.voice]}.`, ...wrong(all, row)]) paper.paragraph(line);
    }
  }
}

/** What the person says is wrong in a line, as on the screen. */
const wrong = ({ corrections, reader, identity: { person } }: PlanForPaper, { itemId }: { readonly itemId: string }): string[] =>
  corrections.filter(({ subjectId }) => subjectId === itemId).flatMap((one) => saidWrongLines(one, reader === 'own' ? null : (person.preferred ?? person.given)));

const step = (action: CareAction, all: PlanForPaper): string[] => [
  action.what,
  [doerWords(action, all.plan.organisations, all.identity.person.preferred ?? all.identity.person.given) ?? 'Nobody does it yet', action.dueOn ? `by ${formatDate(action.dueOn)}` : null, action.daysTimes, action.state === 'open' ? null : ACTION_STATE_WORDS[action.state]].filter(Boolean).join(', '),
  ...HOW_DONE_WORDS(action),
  ...(action.stateReason && action.state !== 'open' ? [action.stateReason] : []),
  ...wrong(all, action),
];
