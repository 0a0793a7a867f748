import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { KeepOut, KeptOutPeople, ProtectContactPoints, Protection, StopCarer, type KeptOutReport } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';
import { ProtectionDesk } from './protection.desk';
import type { KeptOutItem, ProtectionItem } from './protection-item';

@Controller('api') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ProtectionApi {
  constructor(
    private readonly desk: ProtectionDesk,
    private readonly protection: Protection,
    private readonly people: KeptOutPeople,
  ) {}

  @Get('people/:person/protection')
  read(@IdIn('person') person: string): Promise<ProtectionItem> {
    return this.desk.item(person);
  }

  @Post('people/:person/protection')
  async protect(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: ProtectContactPoints): Promise<ProtectionItem> {
    await this.protection.protect(person, version, command);
    return this.desk.item(person);
  }

  @Post('people/:person/protection/:hidden/lift') @HttpCode(204)
  async lift(@IdIn('person') person: string, @IdIn('hidden') point: string, @IfMatch() version: number): Promise<void> {
    await this.protection.lift(person, point, version);
  }

  @Get('people/:person/kept-out')
  keptOut(@IdIn('person') person: string): Promise<KeptOutItem> {
    return this.desk.keptOutItem(person);
  }

  @Post('people/:person/kept-out')
  async keepOut(@IdIn('person') person: string, @Body() command: KeepOut): Promise<KeptOutItem> {
    await this.people.keepOut(person, command);
    return this.desk.keptOutItem(person);
  }

  @Post('people/:person/kept-out/carers')
  async stopCarer(@IdIn('person') person: string, @Body() command: StopCarer): Promise<KeptOutItem> {
    await this.people.stopCarer(person, command);
    return this.desk.keptOutItem(person);
  }

  @Post('people/:person/kept-out/:exclusion/end') @HttpCode(204)
  async letIn(@IdIn('person') person: string, @IdIn('exclusion') exclusion: string): Promise<void> {
    await this.people.end(person, exclusion);
  }

  @Get('kept-out-reports') @MayCome('staff', 'ig_lead')
  async reports(): Promise<{ items: KeptOutReport[] }> {
    return { items: await this.people.reports() };
  }
}
