import { Body, Controller, Put } from '@nestjs/common';
import type { Identity } from '@app/overviews';
import { GiveReference } from '@app/persons';
import { IdIn, IfMatch, MayCome } from '../http';
import { OwnReferenceDesk } from './own-reference.desk';

@Controller('api/people/:person/reference') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class OwnReferenceApi {
  constructor(private readonly desk: OwnReferenceDesk) {}

  @Put()
  give(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: GiveReference): Promise<Identity['ownReference']> {
    return this.desk.give(person, version, command);
  }
}
