import { Injectable } from '@nestjs/common';
import type { NeedDomain } from '@app/directory';
import { NotFound } from '@app/kernel';
import type { Audience } from '@app/records';

/** A need as a referral has to know it: what is derived from it starts no wider (safety.md §1). */
export interface NeedBehind {
  readonly id: string;
  /** as the directory names what a service helps with */
  readonly domain: NeedDomain;
  readonly text: string;
  readonly category: string;
  readonly audience: Audience;
  readonly namedOrganisations: string[];
  readonly visibleToPerson: boolean;
  readonly sealedTo: string[] | null;
}

/** A question that goes up: what is this need? */
export abstract class NeedQuestion {
  /** null for one that is not there, and for one that the caller may not see */
  abstract need(personId: string, needId: string): Promise<NeedBehind | null>;
}

/** The needs of a person, wherever they are kept: whoever keeps them has registered. */
@Injectable()
export class Needs {
  private readonly questions: NeedQuestion[] = [];

  register(question: NeedQuestion): void {
    this.questions.push(question);
  }

  /** @throws NotFound, also for a need that the caller may not see */
  async need(personId: string, needId: string): Promise<NeedBehind> {
    for (const question of this.questions) {
      const need = await question.need(personId, needId);
      if (need) return need;
    }
    throw new NotFound('Need', needId, personId);
  }
}
