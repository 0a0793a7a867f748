import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Knowing, LiftKnownPerson } from '@app/oversight';
import { IdIn, MayCome } from '../http';
import { knownItem, type KnownItem } from './oversight-item';

@Controller('api')
export class KnowingApi {
  constructor(private readonly knowing: Knowing) {}

  /** The caller knows this person outside work, and no longer opens the record. */
  @Post('people/:person/knowing') @HttpCode(204) @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  say(@IdIn('person') person: string): Promise<void> {
    return this.knowing.say(person);
  }

  /** Colleagues who keep themselves out, for their managers and lead. */
  @Get('known-people') @MayCome('staff', 'team_manager', 'ig_lead')
  async list(): Promise<{ items: readonly KnownItem[] }> {
    return { items: (await this.knowing.list()).map(knownItem) };
  }

  @Post('known-people/:known/lift') @HttpCode(204) @MayCome('staff', 'team_manager', 'ig_lead')
  lift(@IdIn('known') known: string, @Body() command: LiftKnownPerson): Promise<void> {
    return this.knowing.lift(known, command);
  }
}
