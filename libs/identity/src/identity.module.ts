import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { OrganisationsModule } from '@app/organisations';
import { Callers } from './callers.service';
import { ColleaguesQueries } from './colleagues.queries';
import { Colleagues } from './colleagues.service';
import { identityPolicy } from './identity.policy';
import { LeaversModule } from './leavers';
import { SignInsQueries } from './sign-ins.queries';
import { SignIns } from './sign-ins.service';

policies.state(identityPolicy);

/** Needs a `LinkBearer` from whoever knows how to reach people. */
@Module({
  imports: [OrganisationsModule, LeaversModule],
  providers: [SignInsQueries, SignIns, Callers, ColleaguesQueries, Colleagues],
  exports: [SignIns, Callers, Colleagues],
})
export class IdentityModule {}
