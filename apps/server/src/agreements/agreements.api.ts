import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Agreements, ResumeAgreement, SuspendAgreement, type Impact } from '@app/organisations';
import { IdIn, IfMatch, MayCome } from '../http';
import { agreementItem, impactItem, type AgreementItem, type ImpactItem } from './agreement-item';
import { ListImpact } from './agreements.commands';

@Controller('api/agreements') @MayCome('staff', 'ig_lead')
export class AgreementsApi {
  constructor(private readonly agreements: Agreements) {}

  @Get()
  async list(): Promise<{ items: AgreementItem[]; next: null }> {
    return { items: (await this.agreements.list()).map(agreementItem), next: null };
  }

  /** With how many of each kind a suspension concerns. */
  @Get(':agreement')
  async one(@IdIn('agreement') id: string): Promise<AgreementItem & { impact: Record<Impact, number> }> {
    return { ...agreementItem(await this.agreements.one(id)), impact: await this.agreements.impact(id) };
  }

  @Get(':agreement/impact')
  async impact(@IdIn('agreement') id: string, @Query() { kind }: ListImpact): Promise<{ items: ImpactItem[]; next: null }> {
    return { items: (await this.agreements.lines(id, kind)).map(impactItem), next: null };
  }

  @Post(':agreement/suspension') @HttpCode(200)
  async suspend(@IdIn('agreement') id: string, @IfMatch() version: number, @Body() command: SuspendAgreement): Promise<AgreementItem> {
    return agreementItem(await this.agreements.suspend(id, version, command));
  }

  @Post(':agreement/resumption') @HttpCode(200)
  async resume(@IdIn('agreement') id: string, @IfMatch() version: number, @Body() command: ResumeAgreement): Promise<AgreementItem> {
    return agreementItem(await this.agreements.resume(id, version, command));
  }
}
