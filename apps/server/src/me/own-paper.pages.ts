import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { planPdf } from '../care-plans/plan-pdf';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { OwnPaperDesk } from './own-paper.desk';

/** What stands on the page of a person, or of a family carer as far as the person agreed, on paper. */
@Controller('me/:person') @MayCome('person')
export class OwnPaperPages {
  constructor(private readonly desk: OwnPaperDesk) {}

  @Get('plan/pdf')
  async plan(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx('me') ctx: PageContext): Promise<Download> {
    const paper = { today: localDay(new Date()), by: readerOf(ctx), ...(await this.desk.plan(person)) };
    return new Download(`my-plan-${paper.today}.pdf`, 'application/pdf', () => planPdf(paper, size === 'large'));
  }
}
