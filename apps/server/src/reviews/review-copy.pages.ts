import { Controller, Get } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { CopyPage } from '../care-plans/views/copy';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { ReviewCopyDesk } from './review-copy.desk';

@Controller('people/:person/reviews/:review') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReviewCopyPages {
  constructor(private readonly desk: ReviewCopyDesk) {}

  @Get('copy')
  async copy(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext): Promise<Html> {
    const of = { at: `reviews/${review}`, back: { at: `reviews/${review}`, text: 'Back to the review' }, title: 'The review', goesOn: 'What is decided or said later is not in it.' };
    return CopyPage({ ctx, of, ...(await this.desk.copy(person, review, ctx.user ?? null)) });
  }

  @Get('copy.txt')
  async file(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext): Promise<Download> {
    const { text, today } = await this.desk.copy(person, review, ctx.user ?? null);
    return new Download(`review-${today}.txt`, 'text/plain; charset=utf-8', () => Promise.resolve(Buffer.from(text, 'utf8')));
  }
}
