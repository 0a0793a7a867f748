import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { Relatives, WriteRelative } from '@app/persons';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { FamilyDesk } from './family.desk';
import { RelativePage } from './views/relative';

@Controller('people/:person/family') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class FamilyPages {
  constructor(
    private readonly desk: FamilyDesk,
    private readonly relatives: Relatives,
  ) {}

  @Get('add')
  async addPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RelativePage({ ctx, form, relative: null, today: localDay(new Date()), ...(await this.desk.toAdd(person)) });
  }

  @Post() @FormOf('/people/:person/family/add')
  async add(@IdIn('person') person: string, @Body() command: WriteRelative): Promise<SeeOther> {
    const { name } = await this.relatives.add(person, command);
    return seeOther(`/people/${person}/circle#family`, `${name} is written down. That opens nothing to them`);
  }

  @Get(':relative')
  async changePage(@IdIn('person') person: string, @IdIn('relative') relative: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RelativePage({ ctx, form, today: localDay(new Date()), ...(await this.desk.toChange(person, relative)) });
  }

  @Post(':relative') @FormOf('/people/:person/family/:relative')
  async change(@IdIn('person') person: string, @IdIn('relative') relative: string, @IfMatch() version: number, @Body() command: WriteRelative): Promise<SeeOther> {
    const { name } = await this.relatives.change(person, relative, version, command);
    return seeOther(`/people/${person}/circle#family`, `What is known of ${name} is saved`);
  }
}
