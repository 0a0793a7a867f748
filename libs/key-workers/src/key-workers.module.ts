import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { AllocationQueries } from './allocation.queries';
import { AllocationService } from './allocation.service';
import { keyWorkersPolicy } from './key-workers.policy';
import { KeyWorkersQueries } from './key-workers.queries';
import { KeyWorkersService } from './key-workers.service';

policies.state(keyWorkersPolicy);

const PROVIDERS = [AllocationQueries, AllocationService, KeyWorkersQueries, KeyWorkersService];

@Module({ imports: [CareTeamsModule, CasesModule], providers: PROVIDERS, exports: PROVIDERS })
export class KeyWorkersModule {}
