import { Injectable } from '@nestjs/common';
import { CarePlansQueries, DecidedSteps, type DecidedStep, type PlanContent } from '@app/care-plans';
import { Conflict, currentContext } from '@app/kernel';
import { Records } from '@app/records';
import { Agenda } from './agenda.service';
import { ContributionsQueries, type SeenContribution } from './contributions.queries';
import { decidedOf, goalOf, promiseTo, type Decided } from './decided';
import { HELD, Review } from './review.entity';
import type { ReviewContribution } from './review-contribution.entity';
import { ReviewItem } from './review-item.entity';

/** A point, the goal that it is about, and how what was decided stands to the plan. */
export interface PointBeside {
  readonly point: ReviewItem;
  /** the goal's `itemId` */
  readonly goalId: string | null;
  readonly decided: Decided | null;
  /** what whoever is to do it says */
  readonly promise: ReviewContribution | null;
}

/** What of a review stands beside the plan while that is written: what the same reader reads on the review's own page. */
export interface ReviewBeside {
  readonly review: Review;
  /** may the reader take in what was decided? */
  readonly mayTake: boolean;
  readonly points: readonly PointBeside[];
  readonly contributions: readonly SeenContribution[];
}

/** What came of it: the step of the draft, by the id that it keeps, and whether somebody is put down for it. */
export interface TakenIn {
  readonly itemId: string;
  readonly hasDoer: boolean;
}

const REFUSED: Record<Exclude<Decided, 'ready' | 'taken'>, string> = {
  waits: 'Whoever is to do this has not said yet whether they do. Ask them, or write the step into the draft yourself', declined: 'Whoever was to do this does not do it. Decide who does, or what else is done',
  no_goal: 'This is about no goal of the plan. Write it as a step of the goal to which it belongs', sealed: 'Only a few may know of this, and it does not go into the plan', too_long: 'This is longer than a step of the plan may be. Write it into the draft in fewer words',
};

/** What was said and decided in a review, on its way into the plan. */
@Injectable()
export class IntoThePlan {
  constructor(
    private readonly records: Records,
    private readonly agenda: Agenda,
    private readonly contributions: ContributionsQueries,
    private readonly plans: CarePlansQueries,
    private readonly steps: DecidedSteps,
  ) {}

  /** The review that is held now; null while none is, or the caller may know of none. */
  async held(personId: string): Promise<Review | null> {
    return (await this.records.readable(Review, 'r')).andWhere('r.personId = :personId and r.state = any (:held)', { personId, held: HELD }).getOne();
  }

  /** What of it the caller may read. Audited. @param goals those of the plan that is written @throws NotFound */
  beside({ personId, id }: Review, goals: PlanContent['goals']): Promise<ReviewBeside> {
    return this.contributions.transactions.run(async () => {
      const review = await this.records.get(Review, personId, id);
      const points = await this.agenda.points(review);
      this.records.audit({ action: 'read', subject: 'ReviewItem', personId, subjectIds: points.map(({ id }) => id) });
      const contributions = await this.contributions.of(review);
      const there = await this.steps.standing(personId, points.flatMap(({ takenItemId }) => takenItemId ?? []));
      const seen = points.map((point): PointBeside => {
        const [goalId, promise] = [goalOf(point, goals), promiseTo(point, contributions)];
        return { point, goalId, promise, decided: decidedOf(point, promise, { goalId, isThere: point.takenItemId !== null && there.has(point.takenItemId) }) };
      });
      return { review, mayTake: review.ownerOrganisationId === currentContext().actor.organisationId, points: seen, contributions };
    });
  }

  /**
   * What was decided becomes a step of its goal in the draft, with who and when, for nobody who may not read both. The same again is the first one, while that stands in the
   * draft or in the plan.
   * @throws NotFound, Forbidden, Conflict `review.notNow`, `review.notDecided`; as `DecidedSteps.put`
   */
  take(personId: string, reviewId: string, pointId: string): Promise<TakenIn> {
    return this.contributions.transactions.run(async () => {
      const review = await this.records.get(Review, personId, reviewId);
      await this.records.check('change', Review, personId, review);
      if (!review.isHeld) throw new Conflict('review.notNow', 'What was decided is taken into the plan while the review goes on and is written up');
      const point = await this.agenda.point(review, pointId);
      const there = point.takenItemId === null ? undefined : (await this.steps.standing(personId, [point.takenItemId])).get(point.takenItemId);
      if (there) return { itemId: there.itemId, hasDoer: there.doer !== null };
      const promise = promiseTo(point, await this.contributions.of(review));
      const goalId = goalOf(point, (await this.drafted(personId)).goals);
      const decided = decidedOf(point, promise, { goalId, isThere: false });
      if (decided !== 'ready' || goalId === null) throw new Conflict('review.notDecided', decided === null || decided === 'ready' || decided === 'taken' ? 'Nothing was put down here that somebody does. Say first what came of this point' : REFUSED[decided]);
      const { itemId, hasDoer } = await this.steps.put(personId, stepOf(point, promise, goalId));
      await this.records.change(ReviewItem, { personId, id: point.id }, point.rowVersion, { takenItemId: itemId });
      return { itemId, hasDoer };
    });
  }

  /** The draft that the caller works on; else the plan that a draft would begin with. */
  private async drafted(personId: string): Promise<PlanContent> {
    const draft = await this.plans.draft(personId);
    return (draft ? await this.plans.version(personId, draft.id) : await this.plans.current(personId)).content;
  }
}

/** For whoever reads the point; in a plan the own organisation is not named. */
const stepOf = ({ decided, doerKind, doerOrganisationId, dueOn, category, audience, namedOrganisations, ownerOrganisationId, visibleToPerson }: ReviewItem, promise: ReviewContribution | null, goalId: string): DecidedStep => {
  const others = audience === 'named' ? namedOrganisations.filter((id) => id !== ownerOrganisationId) : [];
  const opensTo = audience === 'named' && others.length === 0 ? 'internal' : audience;
  return {
    goalId, what: decided ?? '', doer: { kind: doerKind ?? 'person', organisationId: doerOrganisationId }, dueOn: promise?.onDate ?? dueOn, opens: { category, opensTo, opensToOrganisations: others, opensToPerson: visibleToPerson && opensTo !== 'internal' },
  };
};
