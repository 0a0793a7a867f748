import { Body, Controller, Get, Post } from '@nestjs/common';
import { AllocationService, AssignKeyWorker, DeclineCase, HandOverCase } from '@app/key-workers';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { KeyWorkerDesk } from './key-worker.desk';
import { DeclinePage } from './views/decline';
import { HandOverPage } from './views/hand-over';
import { KeyWorkerPage } from './views/key-worker';

const today = (): string => localDay(new Date());

@Controller('cases/:case/key-worker') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class KeyWorkerPages {
  constructor(
    private readonly desk: KeyWorkerDesk,
    private readonly allocation: AllocationService,
  ) {}

  @Get()
  async page(@IdIn('case') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return KeyWorkerPage({ ctx, form, today: today(), data: await this.desk.page(id) });
  }

  @Post() @FormOf('/cases/:case/key-worker')
  async assign(@IdIn('case') id: string, @Body() command: AssignKeyWorker): Promise<SeeOther> {
    const { state } = await this.allocation.assign(id, command);
    return seeOther(`/cases/${id}/key-worker`, state === 'accepted' ? 'You are the key worker now' : 'Asked. The case waits until they say yes');
  }

  @Post('accept') @FormOf('/cases/:case/key-worker')
  async accept(@IdIn('case') id: string): Promise<SeeOther> {
    await this.allocation.accept(id);
    return seeOther(`/cases/${id}/key-worker`, 'You are the key worker now');
  }

  @Get('decline')
  async declinePage(@IdIn('case') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return DeclinePage({ ctx, form, today: today(), data: await this.desk.page(id) });
  }

  @Post('decline') @FormOf('/cases/:case/key-worker/decline')
  async decline(@IdIn('case') id: string, @Body() command: DeclineCase): Promise<SeeOther> {
    await this.allocation.decline(id, command);
    return seeOther(`/cases/${id}/key-worker`, 'You said no. Whoever asked you reads why');
  }

  @Post('withdraw') @FormOf('/cases/:case/key-worker')
  async withdraw(@IdIn('case') id: string): Promise<SeeOther> {
    await this.allocation.withdraw(id);
    return seeOther(`/cases/${id}/key-worker`, 'The question is taken back');
  }

  @Get('handover')
  async handOverPage(@IdIn('case') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HandOverPage({ ctx, form, today: today(), data: await this.desk.page(id) });
  }

  @Post('handover') @FormOf('/cases/:case/key-worker/handover')
  async handOver(@IdIn('case') id: string, @Body() command: HandOverCase): Promise<SeeOther> {
    await this.allocation.handOver(id, command);
    return seeOther(`/cases/${id}/key-worker`, 'Asked. The key worker stays until they say yes');
  }
}
