import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { EmergencyOpenings, OpenInEmergency, ReviewEmergency, type Opened } from '@app/sharing';
import { IdIn, IfMatch, MayCome, RefusedAfterwards } from '../http';
import { oneEmergencyItem, type OneEmergencyItem } from './emergency-item';
import { NobodyOpened } from './nobody-opened';

@Controller('api/emergency-openings')
export class EmergencyApi {
  constructor(private readonly openings: EmergencyOpenings) {}

  @Post() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer')
  async open(@Body() command: OpenInEmergency): Promise<Opened | RefusedAfterwards> {
    return (await this.openings.open(command)) ?? new RefusedAfterwards(new NobodyOpened());
  }

  @Get(':opening') @MayCome('staff')
  async read(@IdIn('opening') id: string): Promise<OneEmergencyItem> {
    return oneEmergencyItem(await this.openings.one(id));
  }

  @Post(':opening/review') @HttpCode(200) @MayCome('staff', 'ig_lead')
  async review(@IdIn('opening') id: string, @IfMatch() version: number, @Body() command: ReviewEmergency): Promise<OneEmergencyItem> {
    await this.openings.review(id, version, command);
    return oneEmergencyItem(await this.openings.one(id));
  }
}
