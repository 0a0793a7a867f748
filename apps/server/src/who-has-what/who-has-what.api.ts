import { Controller, Get } from '@nestjs/common';
import { SharingHeldQueries, type Held } from '@app/overviews';
import { IdIn, MayCome } from '../http';

@Controller('api/people/:person/who-has-what') @MayCome('staff', 'ig_lead')
export class WhoHasWhatApi {
  constructor(private readonly queries: SharingHeldQueries) {}

  /** Which organisation holds which kinds of information of a person, by which decision, told when, until when. */
  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: Held[]; next: null }> {
    return { items: (await this.queries.of(person)).held, next: null };
  }
}
