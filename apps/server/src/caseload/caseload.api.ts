import { Controller, Get, Query } from '@nestjs/common';
import { MayCome } from '../http';
import { ReadCaseload } from './caseload.commands';
import { CaseloadList, type CaseloadItem } from './caseload.list';

@Controller('api/caseload') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CaseloadApi {
  constructor(private readonly list: CaseloadList) {}

  @Get()
  items(@Query() query: ReadCaseload): Promise<{ items: CaseloadItem[]; total: number; next: string | null }> {
    return this.list.items(query);
  }
}
