import { Injectable } from '@nestjs/common';
import type { Case } from './case.entity';
import { LeavingLetters } from './leaving-letters';
import { UnderlyingNeeds } from './underlying-needs';

/** Why support comes to an end. */
export const CLOSE_REASONS = ['goals_met', 'person_chose', 'did_not_engage', 'lost_contact', 'moved', 'needs_changed', 'died', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
/** Endings that look like a choice and can be a danger: the commonest finding of safeguarding reviews (safety.md §6). */
export const REFUSALS: readonly CloseReason[] = ['person_chose', 'did_not_engage', 'lost_contact'];

/** A question that must go up before a case closes: is there something open that closing would leave to nobody? */
export abstract class CloseQuestion {
  /** what stands against it and what to do, as a sentence; null when nothing does */
  abstract objection(about: Case, because: CloseReason): Promise<string | null>;
}

/** The questions that upper modules have registered. */
@Injectable()
export class CloseQuestions {
  private readonly questions: CloseQuestion[] = [];

  /** `letters` keeps what the person is told, `needs` what becomes of what lies underneath */
  constructor(
    readonly letters: LeavingLetters,
    readonly needs: UnderlyingNeeds,
  ) {}

  register(question: CloseQuestion): void {
    this.questions.push(question);
  }

  /** What stands against closing, in sentences; empty when the case may close. */
  async objections(about: Case, because: CloseReason): Promise<string[]> {
    const found: string[] = [];
    for (const question of this.questions) {
      const objection = await question.objection(about, because);
      if (objection) found.push(objection);
    }
    return found;
  }
}
