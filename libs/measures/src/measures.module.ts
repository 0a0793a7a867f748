import { Module } from '@nestjs/common';
import { CasesModule } from '@app/cases';
import { KeyWorkersModule } from '@app/key-workers';
import { PersonsModule } from '@app/persons';
import { FlowQueries } from './flow.queries';
import { Panels } from './panels';
import { TakenAway } from './taken-away';
import { WaitingQueries } from './waiting.queries';

const PROVIDERS = [FlowQueries, Panels, TakenAway, WaitingQueries];

/** What a dashboard shows: read only, and of nobody whom its reader could not list. */
@Module({ imports: [CasesModule, KeyWorkersModule, PersonsModule], providers: PROVIDERS, exports: PROVIDERS })
export class MeasuresModule {}
