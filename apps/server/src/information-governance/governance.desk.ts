import { Injectable } from '@nestjs/common';
import { EmergencyOpenings, type OpeningRow } from '@app/sharing';

export interface GovernanceModel {
  readonly emergency: {
    readonly toReview: readonly OpeningRow[];
    readonly reviewed: readonly OpeningRow[];
    /** whether every practitioner of the organisation may open records in an emergency */
    readonly everybody: boolean;
  };
}

/** What waits for those who look after access: each part from its own module. */
@Injectable()
export class GovernanceDesk {
  constructor(private readonly openings: EmergencyOpenings) {}

  async queue(): Promise<GovernanceModel> {
    return { emergency: { ...(await this.openings.queue()), everybody: await this.openings.practitionersMay() } };
  }
}
