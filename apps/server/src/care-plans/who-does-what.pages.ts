import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { WhoDoesWhatPage } from './views/who-does-what';
import { WhoDoesWhatDesk, type WhoDoesWhatAnswer } from './who-does-what.desk';

@Controller('people/:person/plan/who-does-what') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class WhoDoesWhatPages {
  constructor(private readonly desk: WhoDoesWhatDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return WhoDoesWhatPage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person)) });
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
