import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { HeldLooks, Knowing, UnusualAccesses } from '@app/oversight';
import { EmergencyOpenings, type OpeningRow } from '@app/sharing';

export interface GovernanceModel {
  readonly emergency: {
    readonly toReview: readonly OpeningRow[];
    readonly reviewed: readonly OpeningRow[];
    /** whether every practitioner of the organisation may open records in an emergency */
    readonly everybody: boolean;
  };
  /** how many findings wait, how much is to be shown or held again by today, and how many colleagues know somebody: as many as their lists have */
  readonly looks: { readonly unusual: number; readonly due: number; readonly known: number };
}

/** What waits for those who look after access: each part from its own module. */
@Injectable()
export class GovernanceDesk {
  constructor(
    private readonly openings: EmergencyOpenings,
    private readonly unusual: UnusualAccesses,
    private readonly held: HeldLooks,
    private readonly knowing: Knowing,
  ) {}

  async queue(): Promise<GovernanceModel> {
    const today = localDay(new Date());
    return {
      emergency: { ...(await this.openings.queue()), everybody: await this.openings.practitionersMay() },
      looks: { unusual: (await this.unusual.list(false)).length, due: (await this.held.list()).filter(({ reviewOn }) => reviewOn <= today).length, known: (await this.knowing.list()).length },
    };
  }
}
