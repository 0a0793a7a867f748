import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CasesModule } from '@app/cases';
import { SharingModule } from '@app/sharing';
import { careTeamsPolicy } from './care-teams.policy';
import { CareTeamsQueries } from './care-teams.queries';
import { CareTeamsService } from './care-teams.service';

policies.state(careTeamsPolicy);

@Module({ imports: [CasesModule, SharingModule], providers: [CareTeamsService, CareTeamsQueries], exports: [CareTeamsService, CareTeamsQueries] })
export class CareTeamsModule {}
