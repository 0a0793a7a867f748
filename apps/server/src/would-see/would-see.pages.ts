import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { WouldSeePage } from './views/would-see';
import { ChooseWhoSees } from './would-see.commands';
import { WouldSeeDesk } from './would-see.desk';

@Controller('people/:person/would-see') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class WouldSeePages {
  constructor(private readonly desk: WouldSeeDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Query() query: ChooseWhoSees, @Ctx() ctx: PageContext): Promise<Html> {
    return WouldSeePage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person, query)) });
  }
}
