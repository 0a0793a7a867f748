import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { DescribeService, StopService } from '@app/directory';
import { IdIn, IfMatch, MayCome } from '../http';
import { serviceItem, type ServiceItem } from './directory.list';
import { KeepingDesk } from './keeping.desk';

@Controller('api/services') @MayCome('staff', 'practitioner', 'team_manager', 'org_admin')
export class KeepingApi {
  constructor(private readonly desk: KeepingDesk) {}

  @Get('ours')
  async own(): Promise<{ items: ServiceItem[]; next: null }> {
    return { items: (await this.desk.own()).map(serviceItem), next: null };
  }

  @Post()
  async describe(@Body() command: DescribeService): Promise<ServiceItem> {
    return serviceItem(await this.desk.describe(command));
  }

  @Put(':service')
  async change(@IdIn('service') id: string, @IfMatch() version: number, @Body() command: DescribeService): Promise<ServiceItem> {
    return serviceItem(await this.desk.change(id, version, command));
  }

  @Post(':service/confirmation') @HttpCode(200)
  async confirm(@IdIn('service') id: string, @IfMatch() version: number): Promise<ServiceItem> {
    return serviceItem(await this.desk.confirm(id, version));
  }

  @Post(':service/stop') @HttpCode(200)
  async stop(@IdIn('service') id: string, @IfMatch() version: number, @Body() command: StopService): Promise<ServiceItem> {
    return serviceItem(await this.desk.stop(id, version, command));
  }
}
