import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { RecordSafeContact, SafeContacts } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';
import { SafeContactDesk } from './safe-contact.desk';
import type { SafeContactItem } from './safe-contact-item';

@Controller('api/people/:person/safe-contact') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class SafeContactApi {
  constructor(
    private readonly desk: SafeContactDesk,
    private readonly contacts: SafeContacts,
  ) {}

  @Get()
  read(@IdIn('person') person: string): Promise<SafeContactItem> {
    return this.desk.item(person);
  }

  @Post()
  async record(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RecordSafeContact): Promise<SafeContactItem> {
    await this.contacts.record(person, version, command);
    return this.desk.item(person);
  }

  @Post(':rule/end') @HttpCode(204)
  async end(@IdIn('person') person: string, @IdIn('rule') rule: string, @IfMatch() version: number): Promise<void> {
    await this.contacts.end(person, rule, version);
  }
}
