import { Controller, Get, Query } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, MayCome } from '../http';
import { ReadMyLog, ReadMyPage } from './me.commands';
import { MeDesk } from './me.desk';
import { ChoosePersonPage } from './views/choose-person';
import { MyAccessLogPage } from './views/my-access-log';
import { MyPage } from './views/my-page';

/** The thin pages of a person and of a family carer: read only. */
@Controller('me') @MayCome('person')
export class MePages {
  constructor(private readonly desk: MeDesk) {}

  @Get()
  async page(@Query() query: ReadMyPage, @Ctx('me') ctx: PageContext): Promise<Html> {
    const people = await this.desk.choice(query);
    return people ? ChoosePersonPage({ ctx, people }) : MyPage({ ctx, page: await this.desk.page(query) });
  }

  @Get('access-log')
  async accessLog(@Query() query: ReadMyLog, @Ctx('me') ctx: PageContext): Promise<Html> {
    const people = await this.desk.choice(query);
    return people ? ChoosePersonPage({ ctx, people }) : MyAccessLogPage({ ctx, log: await this.desk.accessLog(query) });
  }
}
