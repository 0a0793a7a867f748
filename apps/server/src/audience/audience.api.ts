import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ChangeAudience } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';
import { AudienceDesk } from './audience.desk';
import type { AudienceItem } from './audience-item';

@Controller('api/people/:person/audience/:kind/:item') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AudienceApi {
  constructor(private readonly desk: AudienceDesk) {}

  /** Of a note, an alert or an address or number; `kind` is ContactNote, Alert or ContactPoint. */
  @Get()
  read(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string): Promise<AudienceItem> {
    return this.desk.item(person, kind, item);
  }

  @Put()
  change(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @IfMatch() version: number, @Body() command: ChangeAudience): Promise<AudienceItem> {
    return this.desk.change(person, kind, item, version, command);
  }
}
