import { Module } from '@nestjs/common';
import { CasesModule } from '@app/cases';
import { KeyWorkersModule } from '@app/key-workers';
import { PersonsModule } from '@app/persons';
import { FlowQueries } from './flow.queries';
import { WaitingQueries } from './waiting.queries';

const QUERIES = [FlowQueries, WaitingQueries];

/** What a dashboard shows: read only, and of nobody whom its reader could not list. */
@Module({ imports: [CasesModule, KeyWorkersModule, PersonsModule], providers: QUERIES, exports: QUERIES })
export class MeasuresModule {}
