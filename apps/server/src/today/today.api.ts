import { Controller, Get } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { MayCome } from '../http';
import { TodayDesk, type Today } from './today.desk';

@Controller('api/today') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class TodayApi {
  constructor(private readonly desk: TodayDesk) {}

  @Get()
  today(): Promise<Today> {
    return this.desk.today(localDay(new Date()));
  }
}
