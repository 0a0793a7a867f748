import { Body, Controller, Get, Post } from '@nestjs/common';
import { MakeReferral } from '@app/referrals';
import { Idempotency, IdempotencyKey, IdIn, MayCome } from '../http';
import { NewReferralDesk } from './new-referral.desk';
import { ReferralDesk } from './referral.desk';
import { referralItem, type ReferralItem } from './referral-item';

@Controller('api/people/:person/referrals') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PersonReferralsApi {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly person: NewReferralDesk,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: ReferralItem[]; next: null }> {
    const { referrals } = await this.person.ofPerson(person);
    return { items: referrals.map(referralItem), next: null };
  }

  /** With `Idempotency-Key`, a request that comes twice is sent once. */
  @Post()
  make(@IdIn('person') person: string, @Body() command: MakeReferral, @IdempotencyKey() key: string | null): Promise<ReferralItem> {
    return this.idempotency.once(key, { person, command }, () => this.desk.make(person, command));
  }
}
