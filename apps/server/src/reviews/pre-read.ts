import { ABOUT_ME_HEADINGS } from '@app/persons';
import { isOwnWord } from '@app/reviews';
import { formatDate, formatDateTime, plural } from '@app/web-kit';
import { ACTION_STATE_WORDS, differenceWords, goalWords } from '../care-plans/views/words';
import { Paper } from '../care-plans/paper';
import { ABOUT_ME_WORDS } from '../person/views/words';
import { youSeeWords } from '../person/views/you-see';
import type { PreReadModel } from './pre-read.desk';
import { answerWords, notForPerson, saidWords } from './views/answer-words';
import { COMING_QUESTIONS } from './views/own-words';

/** One part: what it is called, its lines, and what is said where there is none. */
export interface PreReadPart {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly (readonly string[])[];
  readonly none: string;
}
export interface PreRead {
  readonly title: string;
  readonly when: string;
  readonly youSee: string;
  readonly parts: readonly PreReadPart[];
}

/** What somebody reads before a review, in words: the same on the page, on paper and as JSON. */
export function preRead(model: PreReadModel): PreRead {
  const { identity, review, plan, aboutMe } = model;
  const name = identity.person.preferred ?? identity.person.given ?? 'the person';
  const steps = [...plan.content.goals.flatMap(({ actions }) => actions), ...plan.content.otherActions].filter((step) => step.isLive && step.doerOrganisationId !== null && step.doerOrganisationId === model.ours);
  const sorted = [...aboutMe].sort((a, b) => ABOUT_ME_HEADINGS.indexOf(a.heading) - ABOUT_ME_HEADINGS.indexOf(b.heading));
  return {
    title: `Before the review of ${name}’s plan`,
    when: [review.startsAt && review.state !== 'due' ? `${formatDateTime(review.startsAt)}, ${plural(review.minutes, 'minute')}.` : 'No day is agreed yet.', `${review.chairName}, ${model.organisation}, leads it.`, review.readBy ? `Answer by ${formatDate(review.readBy)}.` : null].filter(Boolean).join(' '),
    youSee: youSeeWords({ categories: model.youSee, keyWorker: identity.keyWorker }),
    parts: [
      { key: 'says', heading: `What ${name} says for it`, items: ownWords(model), none: 'Nothing yet that you can see.' },
      { key: 'family', heading: 'What family carers say for it', items: family(model), none: 'Nothing yet that you can see.' },
      { key: 'about', heading: 'About me', items: sorted.map(({ heading, text }) => [ABOUT_ME_WORDS[heading], text]), none: 'Nothing that you can see.' },
      { key: 'goals', heading: 'Goals now', items: plan.content.goals.filter(({ goal }) => goal.isActive).map(({ goal }) => [goal.text, `${goalWords(goal)}.`]), none: 'None that you can see.' },
      { key: 'steps', heading: 'What you do', items: steps.map((step) => [step.what, [ACTION_STATE_WORDS[step.state], step.dueOn ? `by ${formatDate(step.dueOn)}` : null, step.daysTimes].filter(Boolean).join(', ')]), none: 'No step is yours.' },
      { key: 'questions', heading: 'Questions for you', items: questions(model), none: 'None: you are not asked to answer.' },
      { key: 'changes', heading: 'What has changed since you last read the plan', items: (model.changes ?? []).map((one) => { const { title, lines } = differenceWords(one, name); return [title, ...lines]; }), none: noChange(model) },
    ],
  };
}

const ownWords = ({ contributions }: PreReadModel): string[][] => contributions.flatMap(({ contribution: { how, voice, kind, answer, text } }) => (!isOwnWord({ how, voice }) ? [] : [kind === 'coming' && answer ? ['Do you want to come?', COMING_QUESTIONS[answer as 'yes']] : [kind === 'matters' ? 'What matters' : 'To talk about', text ?? '']]));

const family = ({ contributions }: PreReadModel): string[][] =>
  contributions.flatMap((seen) => (seen.carer === null ? [] : [[seen.contribution.text ?? '', ...(seen.contribution.aboutText ? [`About: ${seen.contribution.aboutText}`] : []), [saidWords(seen), notForPerson(seen)].filter(Boolean).join('. ')]]));

/** What the reader's organisation has not said yet, and what it has. */
function questions({ mayAnswer, own, goals, contributions, toPromise }: PreReadModel): string[][] {
  if (!mayAnswer) return [];
  const said = (kind: string, about: string | null): string => {
    const one = own.find((each) => each.kind === kind && each.aboutId === about);
    return one ? [answerWords(one), one.text, one.sentAt ? null : 'Not sent yet'].filter(Boolean).join('. ') : 'Not answered yet';
  };
  const toConfirm = contributions.filter(({ saidFor }) => saidFor?.isOurs && saidFor.confirmation === null);
  return [
    ['Do you come?', said('coming', null)], ...goals.map((goal) => [`How is it going: ${goal.text}`, said('update', goal.itemId)]), ['What else should the review know?', said('update', null)],
    ...toConfirm.map(({ contribution }) => [`Is this right? ${contribution.text ?? ''}`, `Written down for you as ${contribution.saidByName ?? 'somebody'} said it`]), ...toPromise.map((point) => [`Do you do this? ${point.decided ?? point.question}`, 'Not answered yet']),
  ];
}

const noChange = ({ plan, changes }: PreReadModel): string => (plan.version === null ? 'There is no plan that you can see.' : changes === null ? 'You have not read the plan before.' : 'Nothing, in what you see.');

const PAGES = 2;
/** How many lines of a part, and how many letters of a line, go on paper; less and less until it fits. */
const CUTS = [[200, 5000], [12, 500], [8, 250], [5, 140], [3, 90]] as const;
const MORE = 'There is more on the screen.';
const shortened = (text: string, letters: number): string => (text.length > letters ? `${text.slice(0, letters).replace(/\s+\S*$/, '')} …` : text);
const cut = (items: PreReadPart['items'], most: number, letters: number): string[][] =>
  [...items.slice(0, most).map((lines) => lines.map((line) => shortened(line.replace(/\s+/g, ' '), letters))), ...(items.length > most ? [[MORE]] : [])];

/** The same on two pages at most, as a tagged PDF, stamped with who printed it. */
export function preReadPdf(all: PreRead, today: string, by: string): Promise<Buffer> {
  const drawn = (most: number, letters: number): Paper => {
    const paper = new Paper(all.title, new Date(`${today}T00:00:00Z`), `${all.title}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`);
    paper.heading('H1', all.title);
    paper.paragraph(all.when);
    paper.paragraph(all.youSee);
    for (const { heading, items, none } of all.parts) {
      paper.heading('H2', heading);
      if (items.length === 0) paper.paragraph(none);
      else paper.list(cut(items, most, letters));
    }
    paper.end();
    return paper;
  };
  let paper = drawn(...CUTS[0]);
  for (const [most, letters] of CUTS.slice(1)) if (paper.pages > PAGES) paper = drawn(most, letters);
  return paper.bytes;
}
