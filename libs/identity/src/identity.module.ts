import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { OrganisationsModule } from '@app/organisations';
import { CallersModule } from './callers.module';
import { ColleaguesQueries } from './colleagues.queries';
import { Colleagues } from './colleagues.service';
import { identityPolicy } from './identity.policy';
import { SignIns } from './sign-ins.service';

policies.state(identityPolicy);

/** Needs a `LinkBearer` from whoever knows how to reach people. */
@Module({
  imports: [OrganisationsModule, CallersModule],
  providers: [SignIns, ColleaguesQueries, Colleagues],
  exports: [CallersModule, SignIns, Colleagues],
})
export class IdentityModule {}
