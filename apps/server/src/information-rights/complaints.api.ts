import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AnswerComplaint, Complaints, MakeComplaint, RecordComplaint, type MyComplaint } from '@app/information-rights';
import { IdIn, IfMatch, MayCome } from '../http';
import { complaintItem, myComplaintItem, type ComplaintItem } from './complaint-item';

@Controller('api') @MayCome('staff', 'ig_lead')
export class ComplaintsApi {
  constructor(private readonly complaints: Complaints) {}

  /** As the person said it; it is read by those only who look after information with whom it is about. */
  @Post('people/:person/complaints') @HttpCode(204) @MayCome('staff', 'practitioner', 'team_manager')
  record(@IdIn('person') person: string, @Body() command: RecordComplaint): Promise<void> {
    return this.complaints.record(person, command);
  }

  @Get('complaints')
  async list(): Promise<{ items: ComplaintItem[]; next: null }> {
    return { items: (await this.complaints.list()).map(complaintItem), next: null };
  }

  @Get('complaints/:complaint')
  async one(@IdIn('complaint') id: string): Promise<ComplaintItem> {
    return complaintItem(await this.complaints.one(id));
  }

  @Post('complaints/:complaint/acknowledgement') @HttpCode(200)
  async acknowledge(@IdIn('complaint') id: string, @IfMatch() version: number): Promise<ComplaintItem> {
    return complaintItem(await this.complaints.acknowledge(id, version));
  }

  @Post('complaints/:complaint/answer') @HttpCode(200)
  async answer(@IdIn('complaint') id: string, @IfMatch() version: number, @Body() command: AnswerComplaint): Promise<ComplaintItem> {
    return complaintItem(await this.complaints.answer(id, version, command));
  }

  /** What one complained of oneself, and what became of it. */
  @Get('me/:person/complaints') @MayCome('person')
  async mine(@IdIn('person') person: string): Promise<{ items: MyComplaint[]; next: null }> {
    return { items: (await this.complaints.mine(person)).map(myComplaintItem), next: null };
  }

  @Post('me/:person/complaints') @HttpCode(204) @MayCome('person')
  make(@IdIn('person') person: string, @Body() command: MakeComplaint): Promise<void> {
    return this.complaints.make(person, command);
  }
}
