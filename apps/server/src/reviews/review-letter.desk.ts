import { Injectable } from '@nestjs/common';
import { Conflict, localDay } from '@app/kernel';
import { ReviewsQueries } from '@app/reviews';
import { AgendaDesk, type AgendaModel } from './agenda.desk';
import { letterOf, type Letter } from './letter';

export interface ReviewLetterModel extends AgendaModel {
  /** null while there is none to send: it is not closed, not for the person to read, or they have died */
  readonly letter: Letter | null;
}

/** The letter that a person gets after their review, for whoever has no page of their own or wants it on paper. */
@Injectable()
export class ReviewLetterDesk {
  constructor(
    private readonly agenda: AgendaDesk,
    private readonly reviews: ReviewsQueries,
  ) {}

  /** @throws NotFound */
  async page(personId: string, id: string): Promise<ReviewLetterModel> {
    const model = await this.agenda.page(personId, id);
    return { ...model, letter: letterOf(model) };
  }

  /** In the audit as taken away. @throws NotFound, Conflict `review.letter` where there is none */
  async toTake(personId: string, id: string): Promise<{ letter: Letter; today: string }> {
    const { review, letter } = await this.page(personId, id);
    if (!letter) throw new Conflict('review.letter', 'There is a letter when the review is closed and the person may read what came of it');
    await this.reviews.takenAway(review);
    return { letter, today: localDay(new Date()) };
  }
}
