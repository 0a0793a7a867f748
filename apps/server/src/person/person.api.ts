import { Body, Controller, Get, Post } from '@nestjs/common';
import { OpenCaseWithKeyWorker } from '@app/key-workers';
import { IdIn, MayCome } from '../http';
import { PersonDesk } from './person.desk';
import type { PersonAnswer } from './person.json';

@Controller('api/people/:person') @MayCome('signed-in')
export class PersonApi {
  constructor(private readonly desk: PersonDesk) {}

  @Get()
  answer(@IdIn('person') personId: string): Promise<PersonAnswer> {
    return this.desk.answer(personId);
  }

  @Post('case') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  openCase(@IdIn('person') personId: string, @Body() command: OpenCaseWithKeyWorker): Promise<{ id: string; version: number }> {
    return this.desk.openCase(personId, command);
  }
}
