import { Controller, Get, Query } from '@nestjs/common';
import { DirectoryService } from '@app/directory';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { FindServices } from './directory.commands';
import { ServicesList } from './directory.list';
import { ServicePage } from './views/service';
import { ServicesPage } from './views/services';

@Controller('services') @MayCome('staff')
export class ServicesPages {
  constructor(
    private readonly list: ServicesList,
    private readonly directory: DirectoryService,
  ) {}

  @Get()
  async find(@Query() query: FindServices, @Ctx('services') ctx: PageContext): Promise<Html> {
    return ServicesPage({ ctx, query, found: await this.list.found(query), today: localDay(new Date()) });
  }

  @Get(':service')
  async one(@IdIn('service') service: string, @Ctx('services') ctx: PageContext): Promise<Html> {
    return ServicePage({ ctx, service: await this.directory.byId(service), today: localDay(new Date()) });
  }
}
