import { Controller, Get, Query } from '@nestjs/common';
import type { AccessLogEntry } from '@app/overviews';
import { IdIn, MayCome } from '../http';
import { ReadAccessLog } from './access-log.commands';
import { AccessLogDesk } from './access-log.desk';

@Controller('api/people/:person/access-log')
export class AccessLogApi {
  constructor(private readonly desk: AccessLogDesk) {}

  /** For an information-governance lead, for the person, and for a family carer if the person agreed. */
  @Get() @MayCome('signed-in')
  list(@IdIn('person') person: string, @Query() query: ReadAccessLog): Promise<{ items: readonly AccessLogEntry[]; next: string | null }> {
    return this.desk.items(person, query);
  }
}
