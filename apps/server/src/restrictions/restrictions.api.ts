import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { LiftRestriction, NameColleague, OpenRestricted, RestrictRecord, Restrictions, type Doorstep, type RestrictedRecord } from '@app/sharing';
import { IdIn, IfMatch, MayCome, RecordOpened } from '../http';
import { RestrictionDesk } from './restriction.desk';
import { restrictionItem, type RestrictionItem } from './restriction-item';

@Controller('api') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class RestrictionsApi {
  constructor(
    private readonly desk: RestrictionDesk,
    private readonly restrictions: Restrictions,
  ) {}

  @Get('people/:person/restriction')
  async read(@IdIn('person') person: string): Promise<RestrictionItem> {
    return restrictionItem((await this.desk.page(person)).stands);
  }

  @Put('people/:person/restriction') @HttpCode(204)
  async restrict(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RestrictRecord): Promise<RecordOpened> {
    await this.restrictions.restrict(person, version, command);
    return new RecordOpened(person);
  }

  @Post('people/:person/restriction/lift') @HttpCode(204)
  async lift(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: LiftRestriction): Promise<void> {
    await this.restrictions.lift(person, version, command);
  }

  @Get('people/:person/opening')
  doorstep(@IdIn('person') person: string): Promise<Doorstep> {
    return this.restrictions.doorstep(person);
  }

  @Post('people/:person/opening') @HttpCode(204)
  async open(@IdIn('person') person: string, @Body() command: OpenRestricted): Promise<RecordOpened> {
    await this.restrictions.open(person, command);
    return new RecordOpened(person);
  }

  @Get('restricted-records') @MayCome('staff', 'ig_lead')
  async written(): Promise<{ items: RestrictedRecord[] }> {
    return { items: await this.restrictions.written() };
  }

  @Post('restricted-records/:person/colleagues') @HttpCode(204) @MayCome('staff', 'ig_lead')
  async name(@IdIn('person') person: string, @Body() command: NameColleague): Promise<void> {
    await this.restrictions.nameColleague(person, command);
  }
}
