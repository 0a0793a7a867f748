import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { FirstDayDesk } from './first-day.desk';
import { firstDayPdf } from './first-day-pdf';
import { FirstDayPage } from './views/first-day';

@Controller('people/:person/first-day') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class FirstDayPages {
  constructor(private readonly desk: FirstDayDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    const now = new Date();
    return FirstDayPage({ ctx, today: localDay(now), ...(await this.desk.brief(person, now)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const [now, by] = [new Date(), readerOf(ctx)];
    const brief = await this.desk.brief(person, now, 'print');
    return new Download(`first-day-${localDay(now)}.pdf`, 'application/pdf', () => firstDayPdf(brief, localDay(now), by, size === 'large'));
  }
}

@Controller('api/people/:person/first-day') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class FirstDayApi {
  constructor(private readonly desk: FirstDayDesk) {}

  @Get()
  answer(@IdIn('person') person: string): ReturnType<FirstDayDesk['answer']> {
    return this.desk.answer(person, new Date());
  }
}
