import { Controller, Get, Query } from '@nestjs/common';
import type { Helper, WouldSee } from '@app/overviews';
import { IdIn, MayCome } from '../http';
import { ChooseWhoSees } from './would-see.commands';
import { WouldSeeDesk } from './would-see.desk';

@Controller('api/people/:person/would-see') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class WouldSeeApi {
  constructor(private readonly desk: WouldSeeDesk) {}

  /** Of what the caller may read: what a helper would. Without one, whom one can choose. */
  @Get()
  async read(@IdIn('person') person: string, @Query() query: ChooseWhoSees): Promise<{ helpers: readonly Helper[]; seen: WouldSee | null }> {
    const { helpers, seen } = await this.desk.page(person, query);
    return { helpers, seen };
  }
}
