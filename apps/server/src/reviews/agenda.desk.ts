import { Injectable } from '@nestjs/common';
import { DraftsService } from '@app/care-plans';
import { Agenda, Closing, type AddPoint, type AnswerAction, type CloseReview, type Dissent, type RecordPoint, type ReviewItem, type SeenContribution } from '@app/reviews';
import { AnswersDesk, type AnswersModel } from './answers.desk';
import { pointItem, type PointItem } from './point-item';
import type { WholeReview } from './review-item';
import { ReviewsDesk } from './reviews.desk';

/** A review with its points, as far as the reader may see each. */
export interface AgendaModel extends AnswersModel {
  readonly points: readonly ReviewItem[];
  /** of these: what is put down for the reader's organisation to do, and it has not said whether it does */
  readonly toPromise: readonly ReviewItem[];
  /** does the reader write the plan? */
  readonly writesPlan: boolean;
}

export interface PointModel extends AgendaModel {
  readonly point: ReviewItem;
  /** what was said about it before and in the review */
  readonly said: readonly SeenContribution[];
  /** for who holds the review: those who are asked and may not read this point, so that nothing can be put down in it for them */
  readonly notReading: readonly string[];
  /** is it put down for the reader's own organisation? */
  readonly isOurs: boolean;
  /** is the reader's organisation asked, and may the reader say what they do not agree with? */
  readonly isAsked: boolean;
}

/** The chair's side of a review: point by point, then what came of the whole. */
@Injectable()
export class AgendaDesk {
  constructor(
    private readonly answers: AnswersDesk,
    private readonly reviews: ReviewsDesk,
    private readonly agenda: Agenda,
    private readonly closing: Closing,
    private readonly drafts: DraftsService,
  ) {}

  /** @throws NotFound */
  async page(personId: string, id: string): Promise<AgendaModel> {
    const model = await this.answers.page(personId, id);
    const points = await this.agenda.points(model.review);
    const toPromise = points.filter((point) => model.review.state !== 'cancelled' && this.closing.waitsForUs(point, model.contributions));
    return { ...model, points, toPromise, writesPlan: model.review.isOpen && (await this.drafts.mayWrite(personId)) };
  }

  /** @throws NotFound */
  async point(personId: string, id: string, itemId: string): Promise<PointModel> {
    const model = await this.page(personId, id);
    const read = await this.agenda.point(model.review, itemId);
    const point = model.points.find(({ id: one }) => one === itemId) ?? read;
    const notReading = model.mayHold ? await this.agenda.notReading(point, model.invitees) : [];
    return { ...model, point, notReading, said: saidAbout(point, model.contributions), isOurs: this.closing.isOurs(point), isAsked: await this.closing.isAsked(model.review) };
  }

  async list(personId: string, id: string): Promise<{ items: readonly PointItem[]; next: null }> {
    const { points, contributions } = await this.page(personId, id);
    return { items: points.map((point) => pointItem(point, saidAbout(point, contributions))), next: null };
  }

  async begin(personId: string, id: string, version: number): Promise<WholeReview> {
    await this.agenda.begin(personId, id, version);
    return this.reviews.answerOne(personId, id);
  }

  async addPoint(personId: string, id: string, command: AddPoint): Promise<PointItem> {
    return pointItem(await this.agenda.addPoint(personId, id, command), []);
  }

  async record(personId: string, id: string, itemId: string, version: number, command: RecordPoint): Promise<PointItem> {
    await this.agenda.record(personId, id, itemId, version, command);
    return this.one(personId, id, itemId);
  }

  async promise(personId: string, id: string, itemId: string, command: AnswerAction, version: number | null): Promise<PointItem> {
    await this.closing.promise(personId, id, itemId, command, version);
    return this.one(personId, id, itemId);
  }

  async dissent(personId: string, id: string, itemId: string, command: Dissent): Promise<PointItem> {
    await this.closing.dissent(personId, id, itemId, command);
    return this.one(personId, id, itemId);
  }

  async close(personId: string, id: string, version: number, command: CloseReview): Promise<WholeReview> {
    await this.closing.close(personId, id, version, command);
    return this.reviews.answerOne(personId, id);
  }

  private async one(personId: string, id: string, itemId: string): Promise<PointItem> {
    const { point, said } = await this.point(personId, id, itemId);
    return pointItem(point, said);
  }
}

/** What was said about a point: about its goal before, it itself where it is what somebody said, and what is answered to it. */
export const saidAbout = ({ id, aboutId }: ReviewItem, all: readonly SeenContribution[]): SeenContribution[] =>
  all.filter(({ contribution: one }) => one.aboutId === id || (aboutId !== null && (one.id === aboutId || (one.kind === 'update' && one.aboutId === aboutId))));
