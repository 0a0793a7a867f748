import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { AboutMeEntries } from './about-me.service';
import { Merges } from './merges.service';
import { personsPolicy } from './persons.policy';
import { OwnReferences } from './own-references.service';
import { PersonsQueries } from './persons.queries';
import { PersonsService } from './persons.service';
import { Relatives } from './relatives.service';

policies.state(personsPolicy);

const OPEN = [PersonsService, PersonsQueries, OwnReferences, AboutMeEntries, Relatives, Merges];

@Module({ providers: OPEN, exports: OPEN })
export class PersonsModule {}
