import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { HandOverCases, HandoversService, type HandoverPlan } from '@app/key-workers';
import { IdIn, MayCome } from '../http';

@Controller('api/workers/:worker/hand-over') @MayCome('staff', 'team_manager')
export class HandOverAllApi {
  constructor(private readonly handovers: HandoversService) {}

  /** Whom one key worker leads, as far as the caller may list it, and what of it is handed over by itself. */
  @Get()
  plan(@IdIn('worker') worker: string): Promise<HandoverPlan> {
    return this.handovers.plan(worker);
  }

  /** Asks for all that are chosen, or for none. */
  @Post() @HttpCode(200)
  async handOver(@IdIn('worker') worker: string, @Body() command: HandOverCases): Promise<{ asked: number }> {
    return { asked: await this.handovers.handOverAll(worker, command) };
  }
}
