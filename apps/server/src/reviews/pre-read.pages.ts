import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { PreReadDesk } from './pre-read.desk';
import { preRead, preReadPdf } from './pre-read';
import { PreReadPage } from './views/pre-read';

/** What somebody reads before a review. */
@Controller('people/:person/reviews/:review/pre-read') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PreReadPages {
  constructor(private readonly desk: PreReadDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext): Promise<Html> {
    return PreReadPage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person, review)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext): Promise<Download> {
    const [all, today] = [preRead(await this.desk.page(person, review, 'print')), localDay(new Date())];
    return new Download(`before-a-review-${today}.pdf`, 'application/pdf', () => preReadPdf(all, today, readerOf(ctx)));
  }
}
