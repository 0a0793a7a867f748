import { Controller, Get } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { CopyPage } from '../care-plans/views/copy';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { NoteCopyDesk } from './note-copy.desk';

@Controller('people/:person/contact-notes/:note') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class NoteCopyPages {
  constructor(private readonly desk: NoteCopyDesk) {}

  @Get('copy')
  async copy(@IdIn('person') person: string, @IdIn('note') note: string, @Ctx() ctx: PageContext): Promise<Html> {
    const of = { at: `contact-notes/${note}`, back: { at: 'timeline', text: 'Back to the timeline' }, title: 'The note', goesOn: 'A correction that is written later is not in it.' };
    return CopyPage({ ctx, of, ...(await this.desk.copy(person, note, ctx.user ?? null)) });
  }

  @Get('copy.txt')
  async file(@IdIn('person') person: string, @IdIn('note') note: string, @Ctx() ctx: PageContext): Promise<Download> {
    const { text, today } = await this.desk.copy(person, note, ctx.user ?? null);
    return new Download(`contact-note-${today}.txt`, 'text/plain; charset=utf-8', () => Promise.resolve(Buffer.from(text, 'utf8')));
  }
}
