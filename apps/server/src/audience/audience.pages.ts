import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { ChangeAudience } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { AudienceDesk } from './audience.desk';
import { AudiencePage } from './views/audience';

const today = (): string => localDay(new Date());

@Controller('people/:person/audience/:kind/:item') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AudiencePages {
  constructor(private readonly desk: AudienceDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AudiencePage({ ctx, form, today: today(), ...(await this.desk.page(person, kind, item, form)) });
  }

  /** Without JavaScript: the form again, with the names of who would see it. Nothing is saved. */
  @Post('check')
  async check(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Ctx() ctx: PageContext, @Body() typed: Record<string, unknown>): Promise<Html> {
    const form = new FormState(typed);
    return AudiencePage({ ctx, form, today: today(), ...(await this.desk.page(person, kind, item, form)) });
  }

  @Post() @FormOf('/people/:person/audience/:kind/:item')
  async change(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @IfMatch() version: number, @Body() command: ChangeAudience): Promise<SeeOther> {
    await this.desk.change(person, kind, item, version, command);
    return seeOther(`/people/${person}/audience/${kind}/${item}`, 'Saved who may see it');
  }
}
