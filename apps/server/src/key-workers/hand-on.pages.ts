import { Controller, Get } from '@nestjs/common';
import { HandOnQueries } from '@app/overviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { HandOnPage } from './views/hand-on';

/** A colleague leaves: everything that is theirs, each with the page on which somebody else takes it over. */
@Controller('workers/:worker/hand-on') @MayCome('staff', 'team_manager')
export class HandOnPages {
  constructor(private readonly queries: HandOnQueries) {}

  @Get()
  async page(@IdIn('worker') worker: string, @Ctx('dashboard') ctx: PageContext): Promise<Html> {
    return HandOnPage({ ctx, ...(await this.queries.of(worker)) });
  }
}
