import { Controller, Get } from '@nestjs/common';
import { WaitingRights } from '@app/information-rights';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { WaitingRightPage } from './views/waiting-right';

/** What somebody said to the lead's organisation and nobody has answered: who answers, and since when it waits. */
@Controller('information-governance') @MayCome('staff', 'ig_lead')
export class WaitingPages {
  constructor(private readonly waiting: WaitingRights) {}

  @Get('corrections/:correction')
  async correction(@IdIn('correction') id: string, @Ctx('governance') ctx: PageContext): Promise<Html> {
    return WaitingRightPage({ ctx, now: new Date(), waiting: await this.waiting.one(id) });
  }

  @Get('objections/:objection')
  async objection(@IdIn('objection') id: string, @Ctx('governance') ctx: PageContext): Promise<Html> {
    return WaitingRightPage({ ctx, now: new Date(), waiting: await this.waiting.one(id) });
  }
}
