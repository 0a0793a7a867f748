import { Injectable } from '@nestjs/common';
import type { Case } from './case.entity';

/** What becomes of an underlying need when the support ends. */
export const NEED_ENDINGS = ['still_unmet', 'resolved', 'not_wanted'] as const;
export type NeedEnding = (typeof NEED_ENDINGS)[number];

/** A need that lies under others and is not met, as far as whoever closes may read it. */
export interface UnmetNeed {
  readonly id: string;
  readonly text: string;
}
export interface SettledNeed {
  readonly id: string;
  readonly ending: NeedEnding;
  /** of one that is still unmet */
  readonly whoKnows: string | null;
}

/** What goes up when a case closes: needs are kept by the module of the plan. */
export abstract class UnderlyingNeed {
  abstract unmet(about: Case): Promise<readonly UnmetNeed[]>;
  /** Keeps what becomes of each, for those who read the need. */
  abstract settle(about: Case, settled: readonly SettledNeed[], at: Date): Promise<void>;
}

/** Who keeps underlying needs: one upper module registers. A case is not closed in silence about them (demand D15). */
@Injectable()
export class UnderlyingNeeds {
  private keeper: UnderlyingNeed | null = null;

  register(keeper: UnderlyingNeed): void {
    this.keeper = keeper;
  }

  async unmet(about: Case): Promise<readonly UnmetNeed[]> {
    return this.kept().unmet(about);
  }

  async settle(about: Case, settled: readonly SettledNeed[], at: Date): Promise<void> {
    await this.kept().settle(about, settled, at);
  }

  private kept(): UnderlyingNeed {
    if (!this.keeper) throw new Error('No module keeps underlying needs');
    return this.keeper;
  }
}
