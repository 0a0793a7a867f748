import { Module } from '@nestjs/common';
import { PersonsModule } from '@app/persons';
import { HeldLooks } from './held-looks.service';
import { Knowing } from './knowing.service';
import { UnusualAccesses } from './unusual-access.service';

@Module({ imports: [PersonsModule], providers: [HeldLooks, Knowing, UnusualAccesses], exports: [HeldLooks, Knowing, UnusualAccesses] })
export class OversightModule {}
