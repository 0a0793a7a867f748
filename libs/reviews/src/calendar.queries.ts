import { Injectable } from '@nestjs/common';
import { currentContext, NotFound } from '@app/kernel';
import { OwnReferences } from '@app/persons';
import { Records, Transactions, type CalendarLetter } from '@app/records';
import { Review } from './review.entity';
import { ReviewInvitee } from './review-invitee.entity';

/** What the caller's own calendar may know of a review. */
export interface Dated {
  readonly review: Review;
  readonly startsAt: Date;
  /** counts what was said to the caller alone, so that it tells nothing of the others */
  readonly sequence: number;
  readonly cancelled: boolean;
  /** what the caller's organisation calls the person */
  readonly reference: string | null;
}

@Injectable()
export class CalendarQueries {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
    private readonly references: OwnReferences,
  ) {}

  /** For whoever reads the review: their own entry. Audited. @throws NotFound, also for a review without a day */
  entry(personId: string, id: string): Promise<Dated> {
    return this.transactions.run(async () => {
      const review = await this.records.get(Review, personId, id);
      if (!review.startsAt || review.state === 'due') throw new NotFound('Review', id, personId);
      return this.dated(review, review.startsAt, await this.line(review), review.state === 'cancelled');
    });
  }

  /** For who gets a letter about it: null where there is nothing to tell them, or they may not read it now. Nothing is shown, so nothing is audited. */
  letter({ personId, subjectId, as }: Pick<CalendarLetter, 'personId' | 'subjectId' | 'as'>, now: Date): Promise<Dated | null> {
    return this.transactions.run(async () => {
      const review = await (await this.records.readable(Review, 'r')).andWhere('r.personId = :personId and r.id = :subjectId', { personId, subjectId }).getOne();
      if (!review?.startsAt || review.startsAt < now) return null;
      const line = await this.line(review);
      if (line?.state !== (as === 'asked' ? 'invited' : 'left_out')) return null;
      const over = review.state === 'cancelled' || review.state === 'paused_unable';
      return over || as === 'left-out' || review.state === 'contributions_open' ? this.dated(review, review.startsAt, line, over || as === 'left-out') : null;
    });
  }

  private async dated(review: Review, startsAt: Date, line: ReviewInvitee | null, cancelled: boolean): Promise<Dated> {
    const { organisationId } = currentContext().actor;
    const reference = organisationId === null ? null : ((await this.references.of(review.personId))?.reference ?? null);
    return { review, startsAt, sequence: review.sequence + (line?.sequence ?? 0), cancelled, reference };
  }

  /** The caller's own line among those who are asked. */
  private async line({ personId, id }: Review): Promise<ReviewInvitee | null> {
    const { organisationId } = currentContext().actor;
    const key = organisationId === null ? 'person' : `organisation:${organisationId}`;
    return (await this.records.readable(ReviewInvitee, 'i')).andWhere('i.personId = :personId and i.reviewId = :id and i.key = :key', { personId, id, key }).orderBy('i.createdAt', 'DESC').getOne();
  }
}
