import { Injectable } from '@nestjs/common';
import { ReferralsQueries, type SeenReferral } from '@app/referrals';

/** What was asked of services for the needs of somebody's plan. */
@Injectable()
export class ReferralsForNeeds {
  constructor(private readonly queries: ReferralsQueries) {}

  /** By the id of the need, newest first; only what the reader may see. */
  async of(personId: string): Promise<ReadonlyMap<string, readonly SeenReferral[]>> {
    const byNeed = new Map<string, SeenReferral[]>();
    for (const seen of await this.queries.forNeeds(personId)) {
      const { needId } = seen.referral;
      if (needId) byNeed.set(needId, [...(byNeed.get(needId) ?? []), seen]);
    }
    return byNeed;
  }
}
