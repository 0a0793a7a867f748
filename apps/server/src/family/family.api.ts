import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { PersonsService, Relatives, WriteRelative } from '@app/persons';
import { IdIn, IfMatch, MayCome } from '../http';
import { relativeItem, type RelativeItem } from './family.desk';

@Controller('api/people/:person/family') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class FamilyApi {
  constructor(
    private readonly persons: PersonsService,
    private readonly relatives: Relatives,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: RelativeItem[]; next: null }> {
    await this.persons.find(person);
    return { items: (await this.relatives.all(person)).map((one) => relativeItem(one, localDay(new Date()))), next: null };
  }

  @Post()
  async add(@IdIn('person') person: string, @Body() command: WriteRelative): Promise<RelativeItem> {
    return relativeItem(await this.relatives.add(person, command), localDay(new Date()));
  }

  @Post(':relative') @HttpCode(200)
  async change(@IdIn('person') person: string, @IdIn('relative') relative: string, @IfMatch() version: number, @Body() command: WriteRelative): Promise<RelativeItem> {
    return relativeItem(await this.relatives.change(person, relative, version, command), localDay(new Date()));
  }
}
