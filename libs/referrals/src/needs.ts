import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import type { Audience } from '@app/records';

/** A need as a referral has to know it: what is derived from it starts no wider (safety.md §1). */
export interface NeedBehind {
  readonly id: string;
  readonly category: string;
  readonly audience: Audience;
  readonly namedOrganisations: string[];
  readonly visibleToPerson: boolean;
  readonly sealedTo: string[] | null;
}

/** The needs of a person, wherever they are kept: whoever keeps them answers (a question that goes up). */
export abstract class Needs {
  /** @throws NotFound, also for a need that the caller may not see */
  abstract need(personId: string, needId: string): Promise<NeedBehind>;
}

/** Where nobody keeps needs, there are none. */
@Injectable()
export class NoNeeds extends Needs {
  need(personId: string, needId: string): Promise<NeedBehind> {
    return Promise.reject(new NotFound('Need', needId, personId));
  }
}
