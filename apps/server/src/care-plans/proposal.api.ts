import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ProposalsService, RecordAgreement, TakeBackDraft } from '@app/care-plans';
import { IdIn, IfMatch, MayCome } from '../http';
import { DraftDesk } from './draft.desk';
import type { PlanAnswer } from './plan-item';
import type { ProposalItem } from './proposal-item';
import { ProposalDesk } from './proposal.desk';

const WRITERS = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'] as const;

/** A draft that others read before it is published: the moves are its author's. */
@Controller('api/people/:person/care-plan') @MayCome('staff', ...WRITERS)
export class ProposalApi {
  constructor(
    private readonly desk: ProposalDesk,
    private readonly writing: DraftDesk,
    private readonly proposals: ProposalsService,
  ) {}

  @Get('proposal') @MayCome('signed-in')
  proposal(@IdIn('person') person: string): Promise<ProposalItem> {
    return this.desk.answer(person);
  }

  @Post('drafts/:draft/opening') @HttpCode(200)
  async open(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number): Promise<ProposalItem> {
    await this.proposals.open(person, draft, version);
    return this.desk.answer(person);
  }

  @Post('drafts/:draft/readiness') @HttpCode(200)
  async ready(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number): Promise<ProposalItem> {
    await this.proposals.ready(person, draft, version);
    return this.desk.answer(person);
  }

  @Post('drafts/:draft/taking-back') @HttpCode(200)
  async takeBack(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() command: TakeBackDraft): Promise<PlanAnswer & { version: number }> {
    await this.proposals.takeBack(person, draft, version, command);
    return this.writing.answer(person, draft);
  }

  @Post('drafts/:draft/agreement') @HttpCode(200)
  async record(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() command: RecordAgreement): Promise<ProposalItem> {
    await this.proposals.record(person, draft, version, command);
    return this.desk.answer(person);
  }
}
