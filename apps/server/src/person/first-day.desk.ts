import { Injectable } from '@nestjs/common';
import { WhoDoesWhatQueries, type PlanVersion } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { EmergencyViewDesk } from './emergency-view.desk';
import { firstDay, type FirstDayPart } from './first-day.parts';

export interface FirstDay {
  readonly identity: Identity;
  readonly parts: readonly FirstDayPart[];
  /** of the plan from which it is; null where the reader sees none */
  readonly version: PlanVersion | null;
}

/** The first-day brief: what the emergency view and "who does what" read, for somebody who has just joined. */
@Injectable()
export class FirstDayDesk {
  constructor(
    private readonly emergency: EmergencyViewDesk,
    private readonly doing: WhoDoesWhatQueries,
  ) {}

  /** @throws NotFound */
  async brief(personId: string, now: Date, how: 'read' | 'print' = 'read'): Promise<FirstDay> {
    const seen = await this.emergency.view(personId, now, how);
    const parts = firstDay({ ...seen, doing: await this.doing.from(personId, seen.plan), helpers: seen.page.circle.filter(({ discreet }) => !discreet) });
    return { identity: seen.page, parts, version: seen.plan.version };
  }

  /** @throws NotFound */
  async answer(personId: string, now: Date): Promise<{ parts: readonly FirstDayPart[]; notHeld: readonly ['medicines', 'allergies'] }> {
    return { parts: (await this.brief(personId, now)).parts, notHeld: ['medicines', 'allergies'] };
  }
}
