import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, MayCome, seeOther, type SeeOther } from '../http';
import { TodayDesk } from './today.desk';
import { TodayPage } from './views/today';

@Controller('today') @MayCome('signed-in')
export class TodayPages {
  constructor(private readonly desk: TodayDesk) {}

  /** Everybody arrives here; who has nobody to see first begins with what is theirs. */
  @Get()
  async page(@Ctx('today') ctx: PageContext): Promise<Html | SeeOther> {
    const [first] = ctx.navItems;
    return first?.key === 'today' ? this.today(ctx, localDay(new Date())) : seeOther(first?.href ?? '/help');
  }

  private async today(ctx: PageContext, today: string): Promise<Html> {
    return TodayPage({ ctx, today, now: new Date(), data: await this.desk.today(today) });
  }
}
