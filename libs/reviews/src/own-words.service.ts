import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid } from '@app/kernel';
import { Records } from '@app/records';
import { ContributionsQueries } from './contributions.queries';
import type { SayForReview, WriteDownOwnWords } from './own-words.commands';
import { Review } from './review.entity';
import { ReviewContribution } from './review-contribution.entity';

/** What the person says for a review: on their own page, or to whoever holds it. It stands as theirs. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly records: Records,
    private readonly queries: ContributionsQueries,
  ) {}

  /** On one's own page; said again, it is what one says now. The chair is told. @throws NotFound for everybody but the person, and for a review that they do not read; Conflict `review.over`; Invalid */
  say(personId: string, id: string, { coming = null, matters = null, talk = null, readers }: SayForReview): Promise<ReviewContribution[]> {
    return this.queries.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const review = await this.taking(personId, id);
      if (coming === null && matters === null && talk === null && (await this.queries.ownWords(review)).length === 0) throw Invalid.field('/matters', 'required', 'Enter what matters to you, or one of the others');
      this.queries.transactions.wrote();
      const said = (await this.queries.transactions.query<{ id: string }>('select say_for_review($1, $2, $3, $4, $5, $6) as id', [personId, id, coming, matters, talk, readers === 'everybody'])).map((row) => row.id);
      this.records.audit({ action: 'create', subject: 'ReviewContribution', personId, subjectIds: said });
      return this.told(review, (await this.queries.ownWords(review)).filter((one) => said.includes(one.id)));
    });
  }

  /** As they said it to whoever holds the review, in a line for each. @throws NotFound, Forbidden, Conflict `review.over`, Invalid */
  writeDown(personId: string, id: string, { how, coming = null, matters = null, talk = null, readers }: WriteDownOwnWords): Promise<ReviewContribution[]> {
    return this.queries.transactions.run(async () => {
      const review = await this.taking(personId, id);
      await this.records.check('change', Review, personId, review);
      const said = [{ kind: 'coming' as const, answer: coming, text: null }, { kind: 'matters' as const, answer: null, text: matters }, { kind: 'talk' as const, answer: null, text: talk }].filter(({ answer, text }) => answer !== null || text !== null);
      if (said.length === 0) throw Invalid.field('/matters', 'required', 'Enter what matters to them, or one of the others');
      const namedOrganisations = readers === 'everybody' ? [...new Set([...review.namedOrganisations, review.ownerOrganisationId])] : [review.ownerOrganisationId];
      const made: ReviewContribution[] = [];
      for (const one of said) {
        made.push(await this.records.create(ReviewContribution, {
          ...one, personId, reviewId: id, how, category: review.category, audience: 'named', namedOrganisations, visibleToPerson: review.visibleToPerson, aboutId: null, aboutText: null, onDate: null, saidByName: null, saidByOrganisationId: null, voice: null, relatedPersonId: null, personMayRead: null,
          authorName: currentContext().actor.name, sentAt: new Date(),
        }));
      }
      return this.told(review, made);
    });
  }

  private async taking(personId: string, id: string): Promise<Review> {
    const review = await this.records.get(Review, personId, id);
    if (!review.takesContributions) throw new Conflict('review.over', 'This review takes no more answers. Tell the key worker');
    return review;
  }

  private told(review: Review, said: ReviewContribution[]): ReviewContribution[] {
    const [first] = said;
    if (first) this.records.news('review.answered', first, { workers: [review.chairMembershipId] });
    return said;
  }
}
