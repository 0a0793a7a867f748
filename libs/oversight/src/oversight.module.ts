import { Module } from '@nestjs/common';
import { PersonsModule } from '@app/persons';
import { HeldLooks } from './held-looks.service';
import { Incidents } from './incidents.service';
import { Knowing } from './knowing.service';
import { UnusualAccesses } from './unusual-access.service';

@Module({ imports: [PersonsModule], providers: [HeldLooks, Incidents, Knowing, UnusualAccesses], exports: [HeldLooks, Incidents, Knowing, UnusualAccesses] })
export class OversightModule {}
