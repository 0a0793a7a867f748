import { Injectable } from '@nestjs/common';
import type { Goal } from '@app/care-plans';
import { localDay, NotFound } from '@app/kernel';
import { Messages } from '@app/notifications';
import { PersonPageQueries } from '@app/overviews';
import type { RelatedPerson } from '@app/persons';
import { Contributions, ContributionsQueries, ReviewsQueries, type AnswerForReview, type ConfirmSaid, type MyReview, type ReviewContribution, type SayComing, type SeenContribution, type SendAnswers, type WriteDownCarer, type WriteDownSaid } from '@app/reviews';
import type { FormState } from '../http';
import type { ChooseQuestion, ChooseSaid } from './reviews.commands';
import { contributionItem, type ContributionItem } from './contribution-item';
import type { ReviewModel } from './reviews.desk';

/** What the caller's organisation is asked, and what it has said. */
export interface AnswersModel extends ReviewModel {
  readonly goals: readonly Goal[];
  /** everything that was said and the reader may read */
  readonly contributions: readonly SeenContribution[];
  /** what the reader's organisation has said itself */
  readonly own: readonly ReviewContribution[];
  /** is the reader's organisation asked, and may the reader answer? */
  readonly mayAnswer: boolean;
  /** for who holds it: whether the day goes to the person by e-mail */
  readonly byMail: 'ok' | 'unsafe' | 'died' | null;
}

/** One question, on one page of a phone. */
export interface QuestionModel extends AnswersModel {
  /** the goal; null for the review as a whole */
  readonly goal: Goal | null;
  readonly said: ReviewContribution | null;
}

export interface SaidByCarerModel extends AnswersModel {
  /** of whom it may be written down what they said */
  readonly carers: readonly RelatedPerson[];
}

export interface SaidModel extends ReviewModel {
  readonly said: SeenContribution;
}

/** A partner's side of a review: what they are asked, question by question. */
@Injectable()
export class AnswersDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly reviews: ReviewsQueries,
    private readonly queries: ContributionsQueries,
    private readonly service: Contributions,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async page(personId: string, id: string): Promise<AnswersModel> {
    const identity = await this.people.identity(personId, 'Review');
    const seen = await this.reviews.one(personId, id);
    const byMail = seen.mayHold ? await this.messages.safeToSend(personId) : null;
    return { identity, ...seen, byMail, goals: await this.queries.goals(personId), contributions: await this.queries.of(seen.review), own: await this.queries.own(seen.review), mayAnswer: await this.service.mayAnswer(seen.review) };
  }

  /** @throws NotFound, also for a goal that is hidden */
  async question(personId: string, id: string, query: ChooseQuestion, form: FormState): Promise<QuestionModel> {
    const model = await this.page(personId, id);
    const item = (form.isFilled ? form.text('item') : query.item) || null;
    const goal = item ? (model.goals.find((one) => one.itemId === item) ?? null) : null;
    if (item && !goal) throw new NotFound('Goal', undefined, personId);
    return { ...model, goal, said: model.own.find((one) => one.kind === 'update' && one.aboutId === item) ?? null };
  }

  /** @throws NotFound */
  async saidByCarer(personId: string, id: string): Promise<SaidByCarerModel> {
    const model = await this.page(personId, id);
    return { ...model, carers: model.mayHold ? await this.reviews.carers(model.review, localDay(new Date())) : [] };
  }

  /** @throws NotFound, also for what was not written down for the caller's organisation */
  async toConfirm(personId: string, id: string, query: ChooseSaid, form: FormState): Promise<SaidModel> {
    const { identity, contributions, ...seen } = await this.page(personId, id);
    const chosen = form.isFilled ? form.text('contribution') : query.contribution;
    const said = contributions.find(({ contribution, saidFor }) => contribution.id === chosen && saidFor !== null);
    if (!said) throw new NotFound('ReviewContribution', undefined, personId);
    return { identity, ...seen, said };
  }

  mine(): Promise<MyReview[]> {
    return this.queries.mine();
  }

  /** The next question that has no answer, after one was given; `check` when there is none. */
  async nextQuestion(personId: string, id: string): Promise<string> {
    const { goals, own } = await this.page(personId, id);
    const open = goals.find((goal) => !own.some((one) => one.kind === 'update' && one.aboutId === goal.itemId));
    if (open) return `answer?item=${open.itemId}`;
    return own.some((one) => one.kind === 'update' && one.aboutId === null) || goals.length > 0 ? 'check' : 'answer';
  }

  async answers(personId: string, id: string): Promise<{ items: readonly ContributionItem[]; next: null }> {
    const { review } = await this.reviews.one(personId, id);
    return { items: (await this.queries.of(review)).map(contributionItem), next: null };
  }

  async answer(personId: string, id: string, command: AnswerForReview, version: number | null): Promise<ContributionItem> {
    return this.one(personId, id, await this.service.answer(personId, id, command, version));
  }

  async coming(personId: string, id: string, command: SayComing, version: number | null): Promise<ContributionItem> {
    return this.one(personId, id, await this.service.coming(personId, id, command, version));
  }

  async writeDown(personId: string, id: string, command: WriteDownSaid): Promise<ContributionItem> {
    return this.one(personId, id, await this.service.writeDown(personId, id, command));
  }

  async writeDownCarer(personId: string, id: string, command: WriteDownCarer): Promise<ContributionItem> {
    return this.one(personId, id, await this.service.writeDownCarer(personId, id, command));
  }

  async confirm(personId: string, id: string, command: ConfirmSaid, version: number | null): Promise<ContributionItem> {
    return this.one(personId, id, await this.service.confirm(personId, id, command, version));
  }

  async send(personId: string, id: string, command: SendAnswers): Promise<{ sent: number }> {
    return { sent: await this.service.send(personId, id, command) };
  }

  private async one(personId: string, id: string, { id: which }: ReviewContribution): Promise<ContributionItem> {
    const { items } = await this.answers(personId, id);
    const found = items.find((one) => one.id === which);
    if (!found) throw new NotFound('ReviewContribution', which, personId);
    return found;
  }
}
