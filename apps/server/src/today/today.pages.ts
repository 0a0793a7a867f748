import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { TodayQueries } from '@app/overviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, MayCome } from '../http';
import { TodayPage } from './views/today';

@Controller('today') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class TodayPages {
  constructor(private readonly queries: TodayQueries) {}

  @Get()
  async page(@Ctx('today') ctx: PageContext): Promise<Html> {
    const today = localDay(new Date());
    return TodayPage({ ctx, today, data: await this.queries.page(today) });
  }
}
