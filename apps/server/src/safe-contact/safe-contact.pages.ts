import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { RecordSafeContact, SafeContacts } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseChannel } from './safe-contact.commands';
import { SafeContactDesk } from './safe-contact.desk';
import { NewRulePage } from './views/new-rule';
import { SafeContactPage } from './views/safe-contact';

const today = (): string => localDay(new Date());

@Controller('people/:person/safe-contact') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class SafeContactPages {
  constructor(
    private readonly desk: SafeContactDesk,
    private readonly contacts: SafeContacts,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SafeContactPage({ ctx, form, today: today(), ...(await this.desk.page(person)) });
  }

  @Get('new')
  async newPage(@IdIn('person') person: string, @Query() { channel }: ChooseChannel, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return NewRulePage({ ctx, form, channel: channel ?? null, today: today(), ...(await this.desk.form(person)) });
  }

  @Post() @FormOf('/people/:person/safe-contact/new')
  async record(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RecordSafeContact): Promise<SeeOther> {
    await this.contacts.record(person, version, command);
    return seeOther(`/people/${person}/safe-contact`, 'Written down. It is shown wherever somebody is about to ring, write or visit');
  }

  @Post(':rule/end') @FormOf('/people/:person/safe-contact')
  async end(@IdIn('person') person: string, @IdIn('rule') rule: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.contacts.end(person, rule, version);
    return seeOther(`/people/${person}/safe-contact`, 'It holds no longer');
  }
}
