import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { DirectoryModule } from '@app/directory';
import { PersonsModule } from '@app/persons';
import { SharingModule } from '@app/sharing';
import { Needs } from './needs';
import { ReceivingService } from './receiving.service';
import { ReferralStore } from './referral.store';
import { referralsPolicy } from './referrals.policy';
import { ReferralsQueries } from './referrals.queries';
import { ReferralsService } from './referrals.service';
import { SendingService } from './sending.service';
import { Summaries } from './summary.service';

policies.state(referralsPolicy);

@Module({
  imports: [CareTeamsModule, DirectoryModule, PersonsModule, SharingModule],
  providers: [ReferralsService, SendingService, ReceivingService, ReferralStore, ReferralsQueries, Summaries, Needs],
  exports: [ReferralsService, SendingService, ReceivingService, ReferralsQueries, Summaries, Needs],
})
export class ReferralsModule {}
