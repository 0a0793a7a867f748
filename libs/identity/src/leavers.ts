import { Global, Injectable, Module } from '@nestjs/common';

/** A question that must go up before somebody leaves: what do they still own? Asked by whoever keeps such things. */
export abstract class LeaverQuestion {
  /** what would be nobody's, in words for an administrator who sees no records: nobody is named and nothing counted; null when there is nothing */
  abstract stillOwned(membershipId: string): Promise<string | null>;
}

/** The questions that upper modules have registered. */
@Injectable()
export class LeaverQuestions {
  private readonly questions: LeaverQuestion[] = [];

  register(question: LeaverQuestion): void {
    this.questions.push(question);
  }

  /** What the worker under this membership still owns, in words; empty when they may go. */
  async stillOwned(membershipId: string): Promise<string[]> {
    const answers: string[] = [];
    for (const question of this.questions) {
      const owned = await question.stillOwned(membershipId);
      if (owned) answers.push(owned);
    }
    return answers;
  }
}

/** Stands apart from the rest of identity, so that an upper module can register without signing anybody in. */
@Global()
@Module({ providers: [LeaverQuestions], exports: [LeaverQuestions] })
export class LeaversModule {}
