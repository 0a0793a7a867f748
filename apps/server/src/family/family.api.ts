import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Relatives, WriteRelative } from '@app/persons';
import { IdIn, IfMatch, MayCome } from '../http';
import { FamilyDesk, type RelativeItem } from './family.desk';

@Controller('api/people/:person/family') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class FamilyApi {
  constructor(
    private readonly desk: FamilyDesk,
    private readonly relatives: Relatives,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: RelativeItem[]; next: null }> {
    return { items: await this.desk.list(person), next: null };
  }

  @Post()
  async add(@IdIn('person') person: string, @Body() command: WriteRelative): Promise<RelativeItem> {
    return this.desk.item(await this.relatives.add(person, command));
  }

  @Post(':relative') @HttpCode(200)
  async change(@IdIn('person') person: string, @IdIn('relative') relative: string, @IfMatch() version: number, @Body() command: WriteRelative): Promise<RelativeItem> {
    return this.desk.item(await this.relatives.change(person, relative, version, command));
  }
}
