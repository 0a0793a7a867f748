import { Injectable } from '@nestjs/common';
import { CasesQueries, CloseQuestions, type Case, type UnmetNeed } from '@app/cases';
import { localDay } from '@app/kernel';
import { AllocationQueries, recommended, wouldBeOver, type Asked, type Candidate } from '@app/key-workers';
import { PersonPageQueries, type Identity } from '@app/overviews';

/** Somebody who may be asked, with what the list says of them. */
export interface Choice extends Candidate {
  readonly recommended: boolean;
  /** one case more would be more than was agreed */
  readonly over: boolean;
}

/** Who leads a case, who is asked, and what the reader may do about it. */
export interface KeyWorkerModel {
  readonly identity: Identity;
  readonly case: Case;
  readonly asked: Asked | null;
  /** the time to answer is over */
  readonly lapsed: boolean;
  readonly waitingSince: Date | null;
  readonly mayDecide: boolean;
  /** in the order of the recommendation; empty for whoever does not decide */
  readonly choices: readonly Choice[];
}

export interface ClosingModel extends KeyWorkerModel {
  /** what lies under other needs and is not met */
  readonly needs: readonly UnmetNeed[];
}

const LEADABLE = ['awaiting_key_worker', 'active', 'monitoring', 'on_hold'];

/** Gathers what the pages and the JSON about a case's key worker show. */
@Injectable()
export class KeyWorkerDesk {
  constructor(
    private readonly cases: CasesQueries,
    private readonly people: PersonPageQueries,
    private readonly allocation: AllocationQueries,
    private readonly questions: CloseQuestions,
  ) {}

  /** With what closing has to say something about. @throws NotFound */
  async closing(caseId: string): Promise<ClosingModel> {
    const data = await this.page(caseId);
    return { ...data, needs: data.mayDecide && data.case.state !== 'closed' ? await this.questions.needs.unmet(data.case) : [] };
  }

  /** @throws NotFound */
  async page(caseId: string): Promise<KeyWorkerModel> {
    const found = await this.cases.byId(caseId);
    const identity = await this.people.identity(found.personId, 'KeyWorker');
    const asked = await this.allocation.asked(found);
    const mayDecide = await this.cases.mayCoordinate(found);
    return {
      identity, case: found, asked, mayDecide,
      lapsed: asked?.answerBy != null && asked.answerBy < localDay(new Date()),
      waitingSince: identity.keyWorker || found.state === 'closed' ? null : await this.allocation.waitingSince(found),
      choices: mayDecide && LEADABLE.includes(found.state) ? await this.choices(found, identity.keyWorker?.membershipId) : [],
    };
  }

  private async choices({ personId, complexity }: Case, lead: string | undefined): Promise<Choice[]> {
    const candidates = (await this.allocation.candidates(personId)).filter((one) => one.membershipId !== lead);
    const first = recommended(candidates, complexity);
    return candidates.map((one) => ({ ...one, recommended: one === first, over: wouldBeOver(one, complexity) }));
  }
}
