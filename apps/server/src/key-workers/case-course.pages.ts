import { Body, Controller, Get, Post } from '@nestjs/common';
import { CaseCourseService, CloseCase, HoldCase, ReopenCase } from '@app/key-workers';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { KeyWorkerDesk } from './key-worker.desk';
import { ClosePage } from './views/close';
import { HoldPage } from './views/hold';

const today = (): string => localDay(new Date());

@Controller('cases/:case') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CaseCoursePages {
  constructor(
    private readonly desk: KeyWorkerDesk,
    private readonly course: CaseCourseService,
  ) {}

  @Get('hold')
  async holdPage(@IdIn('case') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HoldPage({ ctx, form, today: today(), data: await this.desk.page(id) });
  }

  @Post('hold') @FormOf('/cases/:case/hold')
  async hold(@IdIn('case') id: string, @Body() command: HoldCase): Promise<SeeOther> {
    await this.course.hold(id, command);
    return seeOther(`/cases/${id}/key-worker`, 'The case is on hold. Its key worker stays');
  }

  @Post('resume') @FormOf('/cases/:case/key-worker')
  async resume(@IdIn('case') id: string): Promise<SeeOther> {
    await this.course.resume(id);
    return seeOther(`/cases/${id}/key-worker`, 'The case goes on');
  }

  @Get('close')
  async closePage(@IdIn('case') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ClosePage({ ctx, form, today: today(), data: await this.desk.closing(id) });
  }

  @Post('close') @FormOf('/cases/:case/close')
  async close(@IdIn('case') id: string, @Body() command: CloseCase): Promise<SeeOther> {
    await this.course.close(id, command);
    return seeOther(`/cases/${id}/key-worker`, 'The case is closed. The circle has ten working days for the closing note');
  }

  @Post('reopen') @FormOf('/cases/:case/key-worker')
  async reopen(@IdIn('case') id: string, @Body() command: ReopenCase): Promise<SeeOther> {
    await this.course.reopen(id, command);
    return seeOther(`/cases/${id}/key-worker`, 'The case is open again and waits for a key worker');
  }
}
