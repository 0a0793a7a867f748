import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Identity } from '@app/overviews';
import { isOwnWord, ReviewsQueries } from '@app/reviews';
import { formatDate, formatDateTime } from '@app/web-kit';
import { copied, type Taker } from '../care-plans/copied';
import type { TextPaper } from '../care-plans/text-paper';
import { VIEW_CHOICES } from '../care-plans/views/words';
import { AgendaDesk, type AgendaModel } from './agenda.desk';
import { doerWords, outcomeWords } from './views/agenda-words';
import { answerWords, confirmedWords, notForPerson, saidWords } from './views/answer-words';
import { ownWordsBy, ownWordsLine } from './views/own-words';
import { ATTENDED_WORDS, KIND_WORDS, leftOutWords, MODE_WORDS, OCCASION_WORDS, STATE_WORDS } from './views/words';

export interface ReviewCopyModel {
  readonly identity: Identity;
  readonly text: string;
  readonly today: string;
}

// In another record everybody reads it who reads that: what is for people who are named alone stays here.
const forOthers = ({ sealedTo }: { readonly sealedTo: string[] | null }): boolean => sealedTo === null;

/** A review in plain text for the reader's own record, as far as they see it; in the audit as taken away. */
@Injectable()
export class ReviewCopyDesk {
  constructor(
    private readonly agenda: AgendaDesk,
    private readonly reviews: ReviewsQueries,
  ) {}

  /** @throws NotFound */
  async copy(personId: string, id: string, by: Taker | null): Promise<ReviewCopyModel> {
    const today = localDay(new Date());
    const model = await this.agenda.page(personId, id);
    await this.reviews.takenAway(model.review);
    return { identity: model.identity, today, text: copied('Review about', model.identity, { today, by }, (paper) => write(paper, model)) };
  }
}

function write(paper: TextPaper, { identity: { person }, review, invitees, organisation, points, contributions: all }: AgendaModel): void {
  const calledAs = person.preferred ?? person.given ?? 'the person';
  const contributions = all.filter(({ contribution: one }) => forOthers(one) && one.sentAt !== null);
  paper.heading('H2', KIND_WORDS[review.kind]);
  paper.paragraph(`${STATE_WORDS[review.state]}. ${review.startsAt ? formatDateTime(review.startsAt) : `Due on ${formatDate(review.dueOn)}`}. ${MODE_WORDS[review.mode]}. ${OCCASION_WORDS[review.occasion]}.`);
  paper.paragraph(`Chair: ${review.chairName}, ${organisation}.`);
  if (review.summary) {
    paper.heading('H2', 'What came of it');
    paper.paragraph(review.summary);
    if (review.personView) paper.paragraph(`${VIEW_CHOICES[review.personView]}.${review.personSaid ? ` “${review.personSaid}”` : ''}`);
    if (review.nextReviewOn) paper.paragraph(`We look again on ${formatDate(review.nextReviewOn)}.`);
  }
  const own = contributions.filter(({ contribution }) => isOwnWord(contribution));
  if (own.length > 0) paper.heading('H2', `What ${calledAs} says`);
  paper.list(own.map(({ contribution }) => [ownWordsLine(contribution), ownWordsBy(contribution, calledAs)]));
  const open = points.filter(forOthers);
  if (open.length > 0) paper.heading('H2', 'Point by point');
  paper.list(open.map((point) => [
    point.question, ...contributions.filter(({ contribution, carer }) => carer !== null && contribution.id === point.aboutId).map(saidWords),
    outcomeWords(point) ?? 'No outcome yet', ...[point.note, doerWords(point, contributions)].filter((words) => words !== null),
  ]));
  const said = contributions.filter(({ contribution }) => !isOwnWord(contribution) && ['update', 'dissent'].includes(contribution.kind));
  if (said.length > 0) paper.heading('H2', 'What was said');
  paper.list(said.map((seen) => {
    const { aboutText, answer, kind, text } = seen.contribution;
    return [[aboutText ? `About ${aboutText}` : null, kind === 'dissent' ? 'Does not agree' : answerWords({ answer }), text].filter(Boolean).join(': '), saidWords(seen), ...[confirmedWords(seen), notForPerson(seen)].filter((words) => words !== null)];
  }));
  const asked = invitees.filter((one) => forOthers(one) && one.state === 'invited');
  if (asked.length > 0) paper.heading('H2', 'Who was asked');
  paper.list(asked.map(({ name, attended }) => [attended ? `${name}: ${ATTENDED_WORDS[attended].toLowerCase()}` : name]));
  const leftOut = invitees.filter((one) => forOthers(one) && one.state === 'left_out');
  if (leftOut.length > 0) paper.heading('H2', 'Not asked this time');
  paper.list(leftOut.map((one) => [[one.name, leftOutWords(one)].filter(Boolean).join(': ')]));
}
