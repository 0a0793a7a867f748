import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { letterPdf } from './letter-pdf';
import { ReviewLetterDesk } from './review-letter.desk';
import { LetterPage } from './views/letter';

@Controller('people/:person/reviews/:review/letter') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReviewLetterPages {
  constructor(private readonly desk: ReviewLetterDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext): Promise<Html> {
    return LetterPage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person, review)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @IdIn('review') review: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const { letter, today } = await this.desk.toTake(person, review);
    return new Download(`letter-${today}.pdf`, 'application/pdf', () => letterPdf(letter, today, ctx.user?.organisation ?? '', size === 'large'));
  }
}
