import { Body, Controller, Get, Post } from '@nestjs/common';
import { DescribeService, StopService } from '@app/directory';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { KeepingDesk } from './keeping.desk';
import { DescribePage } from './views/describe';
import { OwnServicesPage } from './views/own-services';
import { StopPage } from './views/stop';

const today = (): string => localDay(new Date());

@Controller('services') @MayCome('staff', 'practitioner', 'team_manager', 'org_admin')
export class KeepingPages {
  constructor(private readonly desk: KeepingDesk) {}

  @Get('ours')
  async own(@Ctx('services') ctx: PageContext): Promise<Html> {
    return OwnServicesPage({ ctx, today: today(), services: await this.desk.own() });
  }

  @Get('new')
  async newPage(@Ctx('services') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return DescribePage({ ctx, form, ...(await this.desk.blank()) });
  }

  @Post('new') @FormOf('/services/new')
  async describe(@Body() command: DescribeService): Promise<SeeOther> {
    const { id } = await this.desk.describe(command);
    return seeOther(`/services/${id}`, 'Saved as a draft. Nobody else sees it until you say that it is right');
  }

  @Get(':service/change')
  async changePage(@IdIn('service') id: string, @Ctx('services') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return DescribePage({ ctx, form, ...(await this.desk.kept(id)) });
  }

  @Post(':service/change') @FormOf('/services/:service/change')
  async change(@IdIn('service') id: string, @IfMatch() version: number, @Body() command: DescribeService): Promise<SeeOther> {
    await this.desk.change(id, version, command);
    return seeOther(`/services/${id}`, 'Saved');
  }

  @Post(':service/confirmation') @FormOf('/services/:service')
  async confirm(@IdIn('service') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.desk.confirm(id, version);
    return seeOther(`/services/${id}`, 'Everybody now reads that this is right, as of today');
  }

  @Get(':service/stop')
  async stopPage(@IdIn('service') id: string, @Ctx('services') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return StopPage({ ctx, form, ...(await this.desk.kept(id)) });
  }

  @Post(':service/stop') @FormOf('/services/:service/stop')
  async stop(@IdIn('service') id: string, @IfMatch() version: number, @Body() command: StopService): Promise<SeeOther> {
    const { state } = await this.desk.stop(id, version, command);
    return seeOther(`/services/${id}`, state === 'paused' ? 'It takes no referrals for now. Everybody reads why' : 'It is no longer listed');
  }
}
