import { Body, Controller, Get, Post } from '@nestjs/common';
import { ProposalsService, PublicationService, PublishDraft, RecordAgreement, TakeBackDraft, WriteDraft } from '@app/care-plans';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ProposalDesk } from './proposal.desk';
import { AgreementPage } from './views/agreement';
import { ProposalPage } from './views/proposal';

const today = (): string => localDay(new Date());

/** A draft that others read before it is published. */
@Controller('people/:person/plan') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ProposalPages {
  constructor(
    private readonly desk: ProposalDesk,
    private readonly proposals: ProposalsService,
    private readonly publication: PublicationService,
  ) {}

  @Get('proposal')
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ProposalPage({ ctx, form, today: today(), ...(await this.desk.page(person)) });
  }

  @Post('draft/opening') @FormOf('/people/:person/plan/draft')
  async open(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<SeeOther> {
    await this.proposals.writeAndOpen(person, version, command);
    return seeOther(`/people/${person}/plan/proposal`, 'Draft saved. Those who read the plan are told, and can say what they would change');
  }

  @Post('draft/readiness') @FormOf('/people/:person/plan/draft')
  async ready(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<SeeOther> {
    await this.proposals.writeAndReady(person, version, command);
    return seeOther(`/people/${person}/plan/proposal`, 'Draft saved and closed. They can read it on their own page and say what they think');
  }

  @Get('proposal/agreement')
  async agreementPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AgreementPage({ ctx, form, today: today(), ...(await this.desk.toAgree(person)) });
  }

  @Post('proposal/:draft/agreement') @FormOf('/people/:person/plan/proposal/agreement')
  async record(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() command: RecordAgreement): Promise<SeeOther> {
    const { state } = await this.proposals.record(person, draft, version, command);
    return seeOther(`/people/${person}/plan/proposal`, state === 'agreed' ? 'Written down: the draft is agreed. Publish it, and it is the plan' : 'Written down. The draft waits: take it back to change it');
  }

  @Post('proposal/:draft/taking-back') @FormOf('/people/:person/plan/proposal')
  async takeBack(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() command: TakeBackDraft): Promise<SeeOther> {
    await this.proposals.takeBack(person, draft, version, command);
    return seeOther(`/people/${person}/plan/draft`, command.to === 'draft' ? 'Taken back. Only your organisation sees the draft now' : 'Taken back. Those who read the plan are asked again');
  }

  @Post('proposal/:draft/publication') @FormOf('/people/:person/plan/proposal')
  async publish(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() { knowsVersion }: PublishDraft): Promise<SeeOther> {
    await this.publication.publish(person, draft, version, new Date(), knowsVersion);
    return seeOther(`/people/${person}/plan`, 'Plan published. Everybody in the circle can read it, as far as they see plans');
  }
}
