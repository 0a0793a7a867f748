import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
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
}

@Controller('api/people/:person/emergency') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class EmergencyViewApi {
  constructor(private readonly desk: EmergencyViewDesk) {}

  @Get()
  answer(@IdIn('person') person: string): Promise<EmergencyViewAnswer> {
    return this.desk.answer(person, new Date());
  }
}
