import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { personsPolicy } from './persons.policy';
import { OwnReferences } from './own-references.service';
import { PersonsQueries } from './persons.queries';
import { PersonsService } from './persons.service';

policies.state(personsPolicy);

@Module({ providers: [PersonsService, PersonsQueries, OwnReferences], exports: [PersonsService, PersonsQueries, OwnReferences] })
export class PersonsModule {}
