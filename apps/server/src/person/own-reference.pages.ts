import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { GiveReference } from '@app/persons';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { OwnReferenceDesk } from './own-reference.desk';
import { OwnReferencePage } from './views/own-reference';

@Controller('people/:person/reference') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class OwnReferencePages {
  constructor(private readonly desk: OwnReferenceDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return OwnReferencePage({ ctx, form, identity: await this.desk.identity(person), today: localDay(new Date()) });
  }

  @Post() @FormOf('/people/:person/reference')
  async give(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: GiveReference): Promise<SeeOther> {
    const { reference } = await this.desk.give(person, version, command);
    return seeOther(`/people/${person}`, reference ? `Our reference is ${reference}` : 'Our reference was taken away');
  }
}
