import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { emergencyPdf } from './emergency-pdf';
import { EmergencyViewDesk, type EmergencyViewAnswer } from './emergency-view.desk';
import { EmergencyViewPage } from './views/emergency-view';

@Controller('people/:person/emergency') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class EmergencyViewPages {
  constructor(private readonly desk: EmergencyViewDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    const now = new Date();
    return EmergencyViewPage({ ctx, today: localDay(now), ...(await this.desk.view(person, now)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const now = new Date();
    const view = await this.desk.view(person, now, 'print');
    return new Download(`emergency-${localDay(now)}.pdf`, 'application/pdf', () => emergencyPdf(view, localDay(now), readerOf(ctx), size === 'large'));
  }
}

@Controller('api/people/:person/emergency') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class EmergencyViewApi {
  constructor(private readonly desk: EmergencyViewDesk) {}

  @Get()
  answer(@IdIn('person') person: string): Promise<EmergencyViewAnswer> {
    return this.desk.answer(person, new Date());
  }
}
