import { Controller, Get } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Download, IdIn, MayCome } from '../http';
import { PlanCopyDesk } from './plan-copy.desk';
import { CopyPage } from './views/copy';

@Controller('people/:person/plan') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PlanCopyPages {
  constructor(private readonly desk: PlanCopyDesk) {}

  @Get('copy')
  async copy(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return CopyPage({ ctx, ...(await this.desk.copy(person, ctx.user ?? null)) });
  }

  @Get('copy.txt')
  async file(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Download> {
    const { text, today } = await this.desk.copy(person, ctx.user ?? null);
    return new Download(`care-plan-${today}.txt`, 'text/plain; charset=utf-8', () => Promise.resolve(Buffer.from(text, 'utf8')));
  }
}
