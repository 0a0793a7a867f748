import { Body, Controller, Get, Post } from '@nestjs/common';
import { CoverCaseload, CoverService } from '@app/key-workers';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { CoverPage } from './views/cover';

@Controller('workers/:worker/cover') @MayCome('staff', 'team_manager')
export class CoverPages {
  constructor(private readonly cover: CoverService) {}

  @Get()
  async page(@IdIn('worker') worker: string, @Ctx('dashboard') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return CoverPage({ ctx, form, plan: await this.cover.plan(worker) });
  }

  @Post() @FormOf('/workers/:worker/cover')
  async coverCaseload(@IdIn('worker') worker: string, @Body() command: CoverCaseload): Promise<SeeOther> {
    const { covered, left } = await this.cover.coverCaseload(worker, command);
    return seeOther(`/workers/${worker}/cover`, `${covered.length} covered${left.length > 0 ? `, ${left.length} not: see below why` : ''}`);
  }

  @Post('end') @FormOf('/workers/:worker/cover')
  async end(@IdIn('worker') worker: string): Promise<SeeOther> {
    await this.cover.end(worker);
    return seeOther(`/workers/${worker}/cover`, 'The cover has ended');
  }
}
