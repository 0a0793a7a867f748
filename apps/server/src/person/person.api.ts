import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OpenCaseWithKeyWorker } from '@app/key-workers';
import { IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { WhichRecord } from '../merging/merging.commands';
import { MergingDesk } from '../merging/merging.desk';
import { PersonDesk } from './person.desk';
import type { PersonAnswer } from './person.json';

@Controller('api/people/:person') @MayCome('signed-in')
export class PersonApi {
  constructor(
    private readonly desk: PersonDesk,
    private readonly merging: MergingDesk,
  ) {}

  /** A record that goes on as another leads there whoever works with both; `record=earlier` reads it itself. */
  @Get()
  async answer(@IdIn('person') personId: string, @Query() { record }: WhichRecord): Promise<PersonAnswer | SeeOther> {
    const onwards = await this.merging.onwards(personId, record);
    return onwards ? seeOther(`/api/people/${onwards}`) : this.desk.answer(personId);
  }

  @Post('case') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  openCase(@IdIn('person') personId: string, @Body() command: OpenCaseWithKeyWorker): Promise<{ id: string; version: number }> {
    return this.desk.openCase(personId, command);
  }
}
