import { Controller, Get } from '@nestjs/common';
import { HandOnQueries, type Handed } from '@app/overviews';
import { IdIn, MayCome } from '../http';

@Controller('api/workers/:worker/hand-on') @MayCome('staff', 'team_manager')
export class HandOnApi {
  constructor(private readonly queries: HandOnQueries) {}

  /** What of a colleague's somebody else has to take over, as far as the caller may read it. */
  @Get()
  async list(@IdIn('worker') worker: string): Promise<{ items: Handed[]; next: null }> {
    return { items: (await this.queries.of(worker)).items, next: null };
  }
}
