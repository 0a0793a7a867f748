import { Controller, Get, Query } from '@nestjs/common';
import type { MyPerson } from '@app/overviews';
import { MayCome } from '../http';
import { ReadMyPage } from './me.commands';
import { MeDesk, type MyPageItem } from './me.desk';

@Controller('api/me') @MayCome('person')
export class MyPageApi {
  constructor(private readonly desk: MeDesk) {}

  @Get('people')
  async people(): Promise<{ items: readonly MyPerson[]; next: null }> {
    return { items: await this.desk.people(), next: null };
  }

  @Get('page')
  page(@Query() query: ReadMyPage): Promise<MyPageItem> {
    return this.desk.item(query);
  }
}
