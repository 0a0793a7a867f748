import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { RecordSharingConversation, SharingConversations, StopSharing } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';
import { SharingDesk } from './sharing.desk';
import type { SharingItem } from './sharing-item';

@Controller('api/people/:person/sharing') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class SharingApi {
  constructor(
    private readonly desk: SharingDesk,
    private readonly conversations: SharingConversations,
  ) {}

  @Get()
  read(@IdIn('person') person: string): Promise<SharingItem> {
    return this.desk.item(person);
  }

  @Post('conversations')
  async record(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RecordSharingConversation): Promise<SharingItem> {
    await this.conversations.record(person, version, command);
    return this.desk.item(person);
  }

  @Post('stop') @HttpCode(204)
  async stop(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: StopSharing): Promise<void> {
    await this.conversations.stop(person, version, command);
  }
}
