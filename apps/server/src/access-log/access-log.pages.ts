import { Controller, Get, Query } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { FindLog, ReadAccessLog } from './access-log.commands';
import { AccessLogDesk } from './access-log.desk';
import { AccessLogPage } from './views/access-log';
import { WhoLookedPage } from './views/who-looked';

@Controller()
export class AccessLogPages {
  constructor(private readonly desk: AccessLogDesk) {}

  @Get('who-looked') @MayCome('staff', 'ig_lead')
  async whoLooked(@Query() query: FindLog, @Ctx('access') ctx: PageContext): Promise<Html> {
    return WhoLookedPage({ ctx, ...(await this.desk.whoLooked(query)) });
  }

  @Get('people/:person/access-log') @MayCome('staff')
  async page(@IdIn('person') person: string, @Query() query: ReadAccessLog, @Ctx('access') ctx: PageContext): Promise<Html> {
    const data = await this.desk.page(person, query);
    return AccessLogPage({ ctx, person: await this.desk.person(person), ...data });
  }
}
