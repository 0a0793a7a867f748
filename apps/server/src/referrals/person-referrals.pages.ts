import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { MakeReferral } from '@app/referrals';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { NewReferralDesk } from './new-referral.desk';
import { ReferralDesk } from './referral.desk';
import { ChooseService } from './referrals.commands';
import { CheckReferralPage } from './views/check-referral';
import { NewReferralPage } from './views/new-referral';
import { PersonReferralsPage } from './views/person-referrals';

const today = (): string => localDay(new Date());

@Controller('people/:person/referrals') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PersonReferralsPages {
  constructor(
    private readonly desk: NewReferralDesk,
    private readonly referrals: ReferralDesk,
  ) {}

  @Get()
  async list(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return PersonReferralsPage({ ctx, today: today(), ...(await this.desk.ofPerson(person)) });
  }

  @Get('new')
  async newPage(@IdIn('person') person: string, @Query() query: ChooseService, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return NewReferralPage({ ctx, form, today: today(), ...(await this.desk.toMake(person, query, form)) });
  }

  /** What will be sent, to be read once more. Nothing is saved. */
  @Post('check') @FormOf('/people/:person/referrals/new')
  async check(@IdIn('person') person: string, @Body() command: MakeReferral, @Ctx() ctx: PageContext): Promise<Html> {
    return CheckReferralPage({ ctx, command, today: today(), ...(await this.desk.toCheck(person, command)) });
  }

  /** The form again, with what was typed. */
  @Post('change')
  async change(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Body() typed: Record<string, unknown>): Promise<Html> {
    const form = new FormState(typed);
    return NewReferralPage({ ctx, form, today: today(), ...(await this.desk.toMake(person, { limit: 20 }, form)) });
  }

  @Post() @FormOf('/people/:person/referrals/new')
  async send(@IdIn('person') person: string, @Body() command: MakeReferral): Promise<SeeOther> {
    const { id, toOrganisation } = await this.referrals.make(person, command);
    return seeOther(`/referrals/${id}`, `Referral sent to ${toOrganisation}`);
  }
}
