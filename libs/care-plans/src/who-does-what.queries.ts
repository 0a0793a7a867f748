import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { RelatedPerson } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { ReferralsQueries } from '@app/referrals';
import { CarePlansQueries, type CarePlan } from './care-plans.queries';
import { whoDoesWhat, type TakenOn, type WhoDoesWhat } from './who-does-what';

const AT_WORK = ['accepted', 'waiting', 'in_progress'];

/** Who sees to what of the plan that stands, as far as the caller may see it. */
@Injectable()
export class WhoDoesWhatQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly plans: CarePlansQueries,
    private readonly referrals: ReferralsQueries,
  ) {}

  /** Audited as the plan is. */
  async of(personId: string, how: 'read' | 'print' = 'read'): Promise<WhoDoesWhat> {
    return this.transactions.run(async () => this.from(personId, await this.plans.current(personId, how)));
  }

  /** From a plan that the caller has read already. */
  async from(personId: string, plan: CarePlan): Promise<WhoDoesWhat> {
    return this.transactions.run(async () => {
      const relatives = await (await this.records.readable(RelatedPerson, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'ASC').getMany();
      const takenOn = new Map<string, TakenOn[]>();
      for (const { referral, names } of await this.referrals.forNeeds(personId)) {
        if (!referral.needId || !AT_WORK.includes(referral.state)) continue;
        takenOn.set(referral.needId, [...(takenOn.get(referral.needId) ?? []), { service: referral.serviceName, organisation: names.to }]);
      }
      return whoDoesWhat(plan, relatives, takenOn, localDay(new Date()));
    });
  }
}
