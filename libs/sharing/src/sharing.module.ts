import { Module } from '@nestjs/common';
import { PersonsModule } from '@app/persons';
import { SharingQueries } from './sharing.queries';
import { SharingService } from './sharing.service';

@Module({ imports: [PersonsModule], providers: [SharingService, SharingQueries], exports: [SharingService, SharingQueries] })
export class SharingModule {}
