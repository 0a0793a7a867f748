import { Controller, Get, Query } from '@nestjs/common';
import { DirectoryService } from '@app/directory';
import { IdIn, MayCome } from '../http';
import { FindServices } from './directory.commands';
import { serviceItem, ServicesList, type ServiceItem } from './directory.list';

@Controller('api/services') @MayCome('staff')
export class ServicesApi {
  constructor(
    private readonly list: ServicesList,
    private readonly directory: DirectoryService,
  ) {}

  @Get()
  find(@Query() query: FindServices): Promise<{ items: ServiceItem[]; next: string | null }> {
    return this.list.items(query);
  }

  @Get(':service')
  async one(@IdIn('service') service: string): Promise<ServiceItem> {
    return serviceItem(await this.directory.byId(service));
  }
}
