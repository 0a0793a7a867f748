import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { localDay, NotFound } from '@app/kernel';
import {
  AcceptReferral, AskForInformation, CompleteReferral, DeclineReferral, EndReferral, ReceivingService, SendingService, SupplyInformation, WithdrawReferral,
} from '@app/referrals';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, drawing, Form, FormOf, type FormState, IdIn, IfMatch, MayCome, seeOther, type Drawing, type SeeOther } from '../http';
import { ReferralDesk } from './referral.desk';
import { ReadReferrals } from './referrals.commands';
import { ReferralActPage } from './views/referral-act';
import { isAct } from './views/acts';
import { ReferralPage } from './views/referral';
import { ReferralsPage } from './views/referrals';

const today = (): string => localDay(new Date());
const back = (id: string, words: string): SeeOther => seeOther(`/referrals/${id}`, words);

@Controller('referrals') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReferralsPages {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly receiving: ReceivingService,
    private readonly sending: SendingService,
  ) {}

  @Get()
  list(@Query() query: ReadReferrals, @Ctx('referrals') ctx: PageContext): Promise<Drawing> {
    return drawing(this.desk.queue(query), (data) => ReferralsPage({ ctx, query, today: today(), ...data }));
  }

  @Get(':referral')
  async one(@IdIn('referral') id: string, @Ctx('referrals') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ReferralPage({ ctx, form, today: today(), seen: await this.desk.one(id) });
  }

  @Get(':referral/:act')
  async actPage(@IdIn('referral') id: string, @Param('act') act: string, @Ctx('referrals') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    if (!isAct(act)) throw new NotFound('Referral', id);
    return ReferralActPage({ ctx, form, act, today: today(), ...(await this.desk.withOthers(id)) });
  }

  @Post(':referral/acknowledgement') @FormOf('/referrals/:referral')
  async acknowledge(@IdIn('referral') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.receiving.acknowledge(id, version);
    return back(id, 'They have been told that you have seen it');
  }

  @Post(':referral/information-request') @FormOf('/referrals/:referral/information-request')
  async ask(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: AskForInformation): Promise<SeeOther> {
    await this.receiving.ask(id, version, command);
    return back(id, 'Your question has gone to them');
  }

  @Post(':referral/information') @FormOf('/referrals/:referral/information')
  async supply(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: SupplyInformation): Promise<SeeOther> {
    await this.sending.supply(id, version, command);
    return back(id, 'Your answer has gone to them');
  }

  @Post(':referral/acceptance') @FormOf('/referrals/:referral/acceptance')
  async accept(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: AcceptReferral): Promise<SeeOther> {
    await this.receiving.accept(id, version, command);
    return back(id, 'Accepted. You are in the circle now');
  }

  @Post(':referral/decline') @FormOf('/referrals/:referral/decline')
  async decline(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: DeclineReferral): Promise<SeeOther> {
    await this.receiving.decline(id, version, command);
    return back(id, 'Declined. It is back with whoever referred');
  }

  @Post(':referral/wait') @FormOf('/referrals/:referral')
  async wait(@IdIn('referral') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.receiving.wait(id, version);
    return back(id, 'Noted: they wait for the help to begin');
  }

  @Post(':referral/start') @FormOf('/referrals/:referral')
  async begin(@IdIn('referral') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.receiving.begin(id, version);
    return back(id, 'Noted: the help has begun');
  }

  @Post(':referral/completion') @FormOf('/referrals/:referral/completion')
  async complete(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: CompleteReferral): Promise<SeeOther> {
    await this.receiving.complete(id, version, command);
    return back(id, 'Complete. You have 10 working days for your closing note');
  }

  @Post(':referral/early-end') @FormOf('/referrals/:referral/early-end')
  async end(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: EndReferral): Promise<SeeOther> {
    await this.receiving.endEarly(id, version, command);
    return back(id, 'Ended. You have 10 working days for your closing note');
  }

  @Post(':referral/withdrawal') @FormOf('/referrals/:referral/withdrawal')
  async withdraw(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: WithdrawReferral): Promise<SeeOther> {
    await this.sending.withdraw(id, version, command);
    return back(id, 'Withdrawn');
  }

  @Post(':referral/settlement') @FormOf('/referrals/:referral')
  async settle(@IdIn('referral') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.sending.settle(id, version);
    return back(id, 'Taken off your list');
  }
}
