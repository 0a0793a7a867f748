import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { AllocationQueries } from './allocation.queries';
import { AllocationService } from './allocation.service';
import { AllocationsService } from './allocations.service';
import { CaseCourseService } from './case-course.service';
import { CourseQueries } from './course.queries';
import { CoverQueries } from './cover.queries';
import { CoverService } from './cover.service';
import { HandoversService } from './handovers.service';
import { keyWorkersPolicy } from './key-workers.policy';
import { KeyWorkersQueries } from './key-workers.queries';
import { KeyWorkersService } from './key-workers.service';

policies.state(keyWorkersPolicy);

const PROVIDERS = [AllocationQueries, AllocationService, AllocationsService, CaseCourseService, CoverQueries, CoverService, HandoversService, KeyWorkersQueries, KeyWorkersService];

@Module({ imports: [CareTeamsModule, CasesModule], providers: [...PROVIDERS, CourseQueries], exports: PROVIDERS })
export class KeyWorkersModule {}
