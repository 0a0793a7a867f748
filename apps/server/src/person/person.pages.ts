import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { OpenCaseWithKeyWorker } from '@app/key-workers';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, drawing, Form, FormOf, FormState, IdIn, MayCome, seeOther, type Drawing, type SeeOther } from '../http';
import { WhichRecord } from '../merging/merging.commands';
import { MergingDesk } from '../merging/merging.desk';
import { PersonDesk } from './person.desk';
import { CasePage } from './views/case';
import { OverviewPage } from './views/overview';

@Controller('people/:person') @MayCome('staff')
export class PersonPages {
  constructor(
    private readonly desk: PersonDesk,
    private readonly merging: MergingDesk,
  ) {}

  @Get()
  async overview(@IdIn('person') personId: string, @Query() { record }: WhichRecord, @Ctx() ctx: PageContext, @Form({ kept: '/contact-notes/new' }) form: FormState): Promise<Drawing | SeeOther> {
    const onwards = form.isFilled ? null : await this.merging.onwards(personId, record);
    if (onwards) return seeOther(`/people/${onwards}`);
    return drawing(this.desk.overview(personId), (data) => OverviewPage({ ctx, form, preview: null, today: localDay(new Date()), ...data }));
  }

  @Get('case/new') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async casePage(@IdIn('person') personId: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return CasePage({ ctx, form, today: localDay(new Date()), ...(await this.desk.caseChoices(personId)) });
  }

  @Post('case/new') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate') @FormOf('/people/:person/case/new')
  async openCase(@IdIn('person') personId: string, @Body() command: OpenCaseWithKeyWorker): Promise<SeeOther> {
    await this.desk.openCase(personId, command);
    return seeOther(`/people/${personId}`, 'Case opened');
  }
}
