import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { personsPolicy } from './persons.policy';
import { PersonsQueries } from './persons.queries';
import { PersonsService } from './persons.service';

policies.state(personsPolicy);

@Module({ providers: [PersonsService, PersonsQueries], exports: [PersonsService, PersonsQueries] })
export class PersonsModule {}
