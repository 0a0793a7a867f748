import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CoverCaseload, CoverService, type CoverPlan, type CoverResult } from '@app/key-workers';
import { IdIn, MayCome } from '../http';

@Controller('api/workers/:worker/cover') @MayCome('staff', 'team_manager')
export class CoverApi {
  constructor(private readonly cover: CoverService) {}

  @Get()
  plan(@IdIn('worker') worker: string): Promise<CoverPlan> {
    return this.cover.plan(worker);
  }

  @Post()
  coverCaseload(@IdIn('worker') worker: string, @Body() command: CoverCaseload): Promise<CoverResult> {
    return this.cover.coverCaseload(worker, command);
  }

  @Post('end') @HttpCode(204)
  end(@IdIn('worker') worker: string): Promise<void> {
    return this.cover.end(worker);
  }
}
