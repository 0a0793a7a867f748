import { Injectable } from '@nestjs/common';
import type { Case } from './case.entity';

/** How the person hears that the support ends: they read it on their page, somebody tells them, or it is not safe or not possible. */
export const TOLD_HOW = ['on_their_page', 'told_by_us', 'not_told'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

/** What goes up when a case closes: what the person is told is kept by the module of what is written about them. */
export abstract class LeavingLetter {
  /**
   * Keeps the letter in the record, and for the person's page where it is to stand there.
   * @throws Conflict `contact.unsafe`, `person.died` where nothing may be left for them to read
   */
  abstract write(about: Case, text: string, onTheirPage: boolean): Promise<void>;
}

/** Who keeps leaving letters: one upper module registers. */
@Injectable()
export class LeavingLetters {
  private keeper: LeavingLetter | null = null;

  register(keeper: LeavingLetter): void {
    this.keeper = keeper;
  }

  async write(about: Case, text: string, onTheirPage: boolean): Promise<void> {
    if (!this.keeper) throw new Error('No module keeps leaving letters');
    await this.keeper.write(about, text, onTheirPage);
  }
}
