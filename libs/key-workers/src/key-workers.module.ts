import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { keyWorkersPolicy } from './key-workers.policy';
import { KeyWorkersQueries } from './key-workers.queries';
import { KeyWorkersService } from './key-workers.service';

policies.state(keyWorkersPolicy);

@Module({ imports: [CareTeamsModule, CasesModule, PersonsModule], providers: [KeyWorkersService, KeyWorkersQueries], exports: [KeyWorkersService, KeyWorkersQueries] })
export class KeyWorkersModule {}
