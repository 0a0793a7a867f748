import { Controller, Get, StreamableFile } from '@nestjs/common';
import { SharingHeldQueries } from '@app/overviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { WhoHasWhatPage } from './views/who-has-what';
import { heldCsv } from './who-has-what.csv';

@Controller('people/:person') @MayCome('staff', 'ig_lead')
export class WhoHasWhatPages {
  constructor(private readonly queries: SharingHeldQueries) {}

  @Get('who-has-what')
  async page(@IdIn('person') person: string, @Ctx('access') ctx: PageContext): Promise<Html> {
    return WhoHasWhatPage({ ctx, ...(await this.queries.of(person)) });
  }

  /** The same as a table of organisations and kinds of information. It names nobody whom it is about. */
  @Get('who-has-what.csv')
  async download(@IdIn('person') person: string): Promise<StreamableFile> {
    const file = Buffer.from(heldCsv((await this.queries.of(person)).held));
    return new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="who-has-what.csv"', length: file.length });
  }
}
