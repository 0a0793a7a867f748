import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { fridgePdf } from './fridge-pdf';
import { OnPaper } from './plan.commands';
import { WhoDoesWhatPage } from './views/who-does-what';
import { WhoDoesWhatDesk, type WhoDoesWhatAnswer } from './who-does-what.desk';

@Controller('people/:person/plan/who-does-what') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class WhoDoesWhatPages {
  constructor(private readonly desk: WhoDoesWhatDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return WhoDoesWhatPage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person)) });
  }

  /** What the page prints, as a file. */
  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const [today, by, model] = [localDay(new Date()), readerOf(ctx), await this.desk.page(person, 'print')];
    return new Download(`who-does-what-${today}.pdf`, 'application/pdf', () => fridgePdf(model, today, by, size === 'large'));
  }
}

@Controller('api/people/:person/care-plan/who-does-what') @MayCome('signed-in')
export class WhoDoesWhatApi {
  constructor(private readonly desk: WhoDoesWhatDesk) {}

  @Get()
  answer(@IdIn('person') person: string): Promise<WhoDoesWhatAnswer> {
    return this.desk.answer(person);
  }
}
