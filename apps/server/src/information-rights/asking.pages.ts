import { Body, Controller, Get, Post } from '@nestjs/common';
import { RecordAccessRequest } from '@app/information-rights';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { AccessDesk } from './access.desk';
import { AskForCopyPage } from './views/ask-for-copy';

/** "I want a copy of what you hold about me", said to somebody who works with the person. */
@Controller('people/:person/subject-access') @MayCome('staff', 'practitioner', 'team_manager')
export class AskingPages {
  constructor(private readonly desk: AccessDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AskForCopyPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.toAsk(person)) });
  }

  @Post() @FormOf('/people/:person/subject-access')
  async ask(@IdIn('person') person: string, @Body() command: RecordAccessRequest): Promise<SeeOther> {
    await this.desk.record(person, command);
    return seeOther(`/people/${person}/subject-access`, 'Written down. Those who look after information answer within a month');
  }
}
