import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AnswerWrong, Corrections, RecordWrong } from '@app/corrections';
import { IdIn, IfMatch, MayCome } from '../http';
import { correctionItem, type CorrectionItem } from './correction-item';
import { CorrectionsDesk } from './corrections.desk';

@Controller('api/people/:person/corrections') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CorrectionsApi {
  constructor(
    private readonly desk: CorrectionsDesk,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  list(@IdIn('person') person: string): Promise<{ items: CorrectionItem[]; next: null }> {
    return this.desk.items(person);
  }

  /** Of a note or a line of the plan, as the person said it to the caller; `kind` is ContactNote, Need, Goal, CareAction or PlanStatement. */
  @Post('of/:kind/:item')
  async record(@IdIn('person') person: string, @Param('kind') kind: string, @IdIn('item') item: string, @Body() command: RecordWrong): Promise<CorrectionItem> {
    return correctionItem(await this.corrections.record(person, { kind, item }, command));
  }

  /** By the organisation that wrote what is said to be wrong. */
  @Post(':correction/answer') @HttpCode(200)
  async answer(@IdIn('person') person: string, @IdIn('correction') correction: string, @IfMatch() version: number, @Body() command: AnswerWrong): Promise<CorrectionItem> {
    return correctionItem(await this.corrections.answer(person, correction, version, command));
  }
}
