import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AnswerWrong, Corrections, RecordWrong } from '@app/corrections';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { CorrectionsDesk } from './corrections.desk';
import { CorrectionPage } from './views/correction';
import { CorrectionsPage } from './views/corrections';
import { RecordWrongPage } from './views/record-wrong';

const today = (): string => localDay(new Date());

@Controller('people/:person/corrections') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CorrectionsPages {
  constructor(
    private readonly desk: CorrectionsDesk,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return CorrectionsPage({ ctx, today: today(), ...(await this.desk.page(person)) });
  }

  @Get('of/:kind/:item')
  async recordPage(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RecordWrongPage({ ctx, form, today: today(), ...(await this.desk.toRecord(person, { kind, item })) });
  }

  @Post('of/:kind/:item') @FormOf('/people/:person/corrections/of/:kind/:item')
  async record(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Body() command: RecordWrong): Promise<SeeOther> {
    await this.corrections.record(person, { kind, item }, command);
    return seeOther(`/people/${person}/corrections`, 'What they said stands beside it. Whoever wrote it is told');
  }

  @Get(':correction')
  async one(@IdIn('person') person: string, @IdIn('correction') correction: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return CorrectionPage({ ctx, form, today: today(), ...(await this.desk.one(person, correction)) });
  }

  @Post(':correction/answer') @FormOf('/people/:person/corrections/:correction')
  async answer(@IdIn('person') person: string, @IdIn('correction') correction: string, @IfMatch() version: number, @Body() command: AnswerWrong): Promise<SeeOther> {
    await this.corrections.answer(person, correction, version, command);
    return seeOther(`/people/${person}/corrections`, 'Your answer stands beside it. They read it on their own page');
  }
}
