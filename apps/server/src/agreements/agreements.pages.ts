import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { Agreements, ResumeAgreement, SuspendAgreement } from '@app/organisations';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ListImpact } from './agreements.commands';
import { AgreementPage } from './views/agreement';
import { AgreementsPage } from './views/agreements';
import { ImpactPage } from './views/impact';

const AT = '/information-governance/agreements';

/** Sharing agreements: suspended and resumed as an act, with what that means said before. */
@Controller('information-governance/agreements') @MayCome('staff', 'ig_lead')
export class AgreementsPages {
  constructor(private readonly agreements: Agreements) {}

  @Get()
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return AgreementsPage({ ctx, today: localDay(new Date()), agreements: await this.agreements.list() });
  }

  @Get(':agreement')
  async page(@IdIn('agreement') id: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AgreementPage({ ctx, form, today: localDay(new Date()), agreement: await this.agreements.one(id), impact: await this.agreements.impact(id) });
  }

  @Get(':agreement/impact')
  async impact(@IdIn('agreement') id: string, @Query() { kind = 'helped' }: ListImpact, @Ctx('governance') ctx: PageContext): Promise<Html> {
    return ImpactPage({ ctx, kind, agreement: await this.agreements.one(id), lines: await this.agreements.lines(id, kind) });
  }

  @Post(':agreement/suspension') @FormOf('/information-governance/agreements/:agreement')
  async suspend(@IdIn('agreement') id: string, @IfMatch() version: number, @Body() command: SuspendAgreement): Promise<SeeOther> {
    await this.agreements.suspend(id, version, command);
    return seeOther(`${AT}/${id}`, 'Suspended. Nobody of theirs opens anything from now on');
  }

  @Post(':agreement/resumption') @FormOf('/information-governance/agreements/:agreement')
  async resume(@IdIn('agreement') id: string, @IfMatch() version: number, @Body() command: ResumeAgreement): Promise<SeeOther> {
    await this.agreements.resume(id, version, command);
    return seeOther(`${AT}/${id}`, 'It goes on. They open again what the decisions about each person allow');
  }
}
