import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Case } from '@app/cases';
import { CaseCourseService, CloseCase, HoldCase, ReopenCase } from '@app/key-workers';
import { IdIn, MayCome } from '../http';

/** A case as JSON has it after something became of it. */
export interface CaseItem {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly nextReviewOn: string | null;
  readonly closedAt: Date | null;
}

const itemOf = ({ id, personId, state, nextReviewOn, closedAt }: Case): CaseItem => ({ id, personId, state, nextReviewOn, closedAt });

@Controller('api/cases/:case') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CaseCourseApi {
  constructor(private readonly course: CaseCourseService) {}

  @Post('hold') @HttpCode(200)
  async hold(@IdIn('case') id: string, @Body() command: HoldCase): Promise<CaseItem> {
    return itemOf(await this.course.hold(id, command));
  }

  @Post('resume') @HttpCode(200)
  async resume(@IdIn('case') id: string): Promise<CaseItem> {
    return itemOf(await this.course.resume(id));
  }

  @Post('close') @HttpCode(200)
  async close(@IdIn('case') id: string, @Body() command: CloseCase): Promise<CaseItem> {
    return itemOf(await this.course.close(id, command));
  }

  @Post('reopen') @HttpCode(200)
  async reopen(@IdIn('case') id: string, @Body() command: ReopenCase): Promise<CaseItem> {
    return itemOf(await this.course.reopen(id, command));
  }
}
