import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AllocationService, AssignKeyWorker, DeclineCase, HandOverCase } from '@app/key-workers';
import { IdIn, MayCome } from '../http';
import { assignmentItem, keyWorkerItem, type AssignmentItem, type KeyWorkerItem } from './key-worker-item';
import { KeyWorkerDesk } from './key-worker.desk';

@Controller('api/cases/:case/key-worker') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class KeyWorkerApi {
  constructor(
    private readonly desk: KeyWorkerDesk,
    private readonly allocation: AllocationService,
  ) {}

  @Get()
  async page(@IdIn('case') id: string): Promise<KeyWorkerItem> {
    return keyWorkerItem(await this.desk.page(id));
  }

  @Post()
  async assign(@IdIn('case') id: string, @Body() command: AssignKeyWorker): Promise<AssignmentItem> {
    return assignmentItem(await this.allocation.assign(id, command));
  }

  @Post('accept') @HttpCode(200)
  async accept(@IdIn('case') id: string): Promise<AssignmentItem> {
    return assignmentItem(await this.allocation.accept(id));
  }

  @Post('decline') @HttpCode(200)
  async decline(@IdIn('case') id: string, @Body() command: DeclineCase): Promise<AssignmentItem> {
    return assignmentItem(await this.allocation.decline(id, command));
  }

  @Post('withdraw') @HttpCode(200)
  async withdraw(@IdIn('case') id: string): Promise<AssignmentItem> {
    return assignmentItem(await this.allocation.withdraw(id));
  }

  @Post('handover')
  async handOver(@IdIn('case') id: string, @Body() command: HandOverCase): Promise<AssignmentItem> {
    return assignmentItem(await this.allocation.handOver(id, command));
  }
}
