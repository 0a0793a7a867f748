import { Body, Controller, Get, Post } from '@nestjs/common';
import { AnswerComplaint, Complaints, MakeComplaint, RecordComplaint } from '@app/information-rights';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ComplaintsDesk } from './complaints.desk';
import { ComplaintPage } from './views/complaint';
import { ComplaintsPage } from './views/complaints';
import { MyComplaintsPage } from './views/my-complaints';
import { RecordComplaintPage } from './views/record-complaint';

const today = (): string => localDay(new Date());
const AT = '/information-governance/complaints';

/** "You have not looked after my information": said by the person, or to somebody; looked at by those only who look after information there. */
@Controller() @MayCome('staff', 'ig_lead')
export class ComplaintsPages {
  constructor(
    private readonly desk: ComplaintsDesk,
    private readonly complaints: Complaints,
  ) {}

  @Get('people/:person/complaint') @MayCome('staff', 'practitioner', 'team_manager')
  async recordPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RecordComplaintPage({ ctx, form, today: today(), ...(await this.desk.toRecord(person)) });
  }

  @Post('people/:person/complaint') @MayCome('staff', 'practitioner', 'team_manager') @FormOf('/people/:person/complaint')
  async record(@IdIn('person') person: string, @Body() command: RecordComplaint): Promise<SeeOther> {
    await this.complaints.record(person, command);
    return seeOther(`/people/${person}/sharing`, 'Written down. Those who look after information there answer within 30 days');
  }

  @Get('me/:person/complaints') @MayCome('person')
  async mine(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyComplaintsPage({ ctx, form, ...(await this.desk.mine(person)) });
  }

  @Post('me/:person/complaints') @MayCome('person') @FormOf('/me/:person/complaints')
  async make(@IdIn('person') person: string, @Body() command: MakeComplaint): Promise<SeeOther> {
    await this.complaints.make(person, command);
    return seeOther(`/me/${person}/complaints`, 'They have it, and write to you within 30 days that they have');
  }

  @Get('information-governance/complaints')
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return ComplaintsPage({ ctx, today: today(), complaints: await this.complaints.list() });
  }

  @Get('information-governance/complaints/:complaint')
  async one(@IdIn('complaint') id: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ComplaintPage({ ctx, form, today: today(), complaint: await this.complaints.one(id) });
  }

  @Post('information-governance/complaints/:complaint/acknowledgement') @FormOf('/information-governance/complaints/:complaint')
  async acknowledge(@IdIn('complaint') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.complaints.acknowledge(id, version);
    return seeOther(`${AT}/${id}`, 'Acknowledged. They read it on their own page');
  }

  @Post('information-governance/complaints/:complaint/answer') @FormOf('/information-governance/complaints/:complaint')
  async answer(@IdIn('complaint') id: string, @IfMatch() version: number, @Body() command: AnswerComplaint): Promise<SeeOther> {
    await this.complaints.answer(id, version, command);
    return seeOther(AT, 'Answered. They read it on their own page');
  }
}
