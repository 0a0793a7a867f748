import { Controller, Get, Query } from '@nestjs/common';
import { DirectoryService } from '@app/directory';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, type FormState, IdIn, MayCome } from '../http';
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
    return ServicesPage({ ctx, query, found: await this.list.found(query), keeps: this.directory.mayKeep(), today: localDay(new Date()) });
  }

  @Get(':service')
  async one(@IdIn('service') service: string, @Ctx('services') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    const found = await this.directory.byId(service);
    return ServicePage({ ctx, service: found, keeps: this.directory.keeps(found), form, today: localDay(new Date()) });
  }
}
