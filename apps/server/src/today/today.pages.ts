import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { PageContext } from '@app/web-kit';
import { Ctx, drawing, MayCome, seeOther, type Drawing, type SeeOther } from '../http';
import { TodayDesk } from './today.desk';
import { TodayPage } from './views/today';

@Controller('today') @MayCome('signed-in')
export class TodayPages {
  constructor(private readonly desk: TodayDesk) {}

  /** Everybody arrives here; who has nobody to see first begins with what is theirs. */
  @Get()
  async page(@Ctx('today') ctx: PageContext): Promise<Drawing | SeeOther> {
    const [first] = ctx.navItems;
    return first?.key === 'today' ? this.today(ctx, localDay(new Date())) : seeOther(first?.href ?? '/help');
  }

  private today(ctx: PageContext, today: string): Promise<Drawing> {
    return drawing(this.desk.today(today), (data) => TodayPage({ ctx, today, now: new Date(), data }));
  }
}
