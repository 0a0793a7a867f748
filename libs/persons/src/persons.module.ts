import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { Merges } from './merges.service';
import { personsPolicy } from './persons.policy';
import { OwnReferences } from './own-references.service';
import { PersonsQueries } from './persons.queries';
import { PersonsService } from './persons.service';

policies.state(personsPolicy);

@Module({ providers: [PersonsService, PersonsQueries, OwnReferences, Merges], exports: [PersonsService, PersonsQueries, OwnReferences, Merges] })
export class PersonsModule {}
