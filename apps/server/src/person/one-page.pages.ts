import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type PageContext } from '@app/web-kit';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { FirstDayDesk } from './first-day.desk';
import { onePagePdf } from './one-page-pdf';

@Controller('people/:person/one-page') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class OnePagePages {
  constructor(private readonly desk: FirstDayDesk) {}

  @Get()
  async pdf(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Download> {
    const now = new Date();
    const brief = await this.desk.brief(person, now, 'print');
    return new Download(`one-page-${localDay(now)}.pdf`, 'application/pdf', () => onePagePdf(brief, localDay(now), readerOf(ctx)));
  }
}
