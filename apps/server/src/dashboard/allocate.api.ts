import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AskKeyWorkers, type Allocated } from '@app/key-workers';
import { MayCome } from '../http';
import { assignmentItem, type AssignmentItem } from '../key-workers/key-worker-item';
import { AllocateDesk } from './allocate.desk';

/** What became of one of several questions. */
export interface AllocatedItem {
  readonly caseId: string;
  readonly assignment: AssignmentItem | null;
  /** why this case was left as it was */
  readonly refused: { readonly code: string; readonly message: string; readonly errors: readonly { pointer: string; code: string; message: string }[] } | null;
}

const itemOf = ({ about, assignment, refused }: Allocated): AllocatedItem => ({
  caseId: about.caseId, assignment: assignment && assignmentItem(assignment), refused: refused && { code: refused.code, message: refused.message, errors: refused.errors },
});

@Controller('api/dashboards/team/allocations') @MayCome('staff', 'team_manager')
export class AllocateApi {
  constructor(private readonly desk: AllocateDesk) {}

  @Post() @HttpCode(200)
  async ask(@Body() command: AskKeyWorkers): Promise<{ items: AllocatedItem[] }> {
    return { items: (await this.desk.ask(command)).map(itemOf) };
  }
}
