import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  AcceptReferral, AskForInformation, CompleteReferral, DeclineReferral, EndReferral, ReceivingService, SendingService, SupplyInformation, WithdrawReferral,
} from '@app/referrals';
import { IdIn, IfMatch, MayCome } from '../http';
import { ReferralDesk } from './referral.desk';
import { referralItem, type ReferralItem } from './referral-item';
import { ReadReferrals } from './referrals.commands';

@Controller('api/referrals') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ReferralsApi {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly receiving: ReceivingService,
    private readonly sending: SendingService,
  ) {}

  @Get()
  list(@Query() query: ReadReferrals): Promise<{ items: ReferralItem[]; next: string | null }> {
    return this.desk.items(query);
  }

  @Get(':referral')
  async one(@IdIn('referral') id: string): Promise<ReferralItem> {
    return referralItem(await this.desk.one(id));
  }

  @Post(':referral/acknowledgement') @HttpCode(200)
  acknowledge(@IdIn('referral') id: string, @IfMatch() version: number): Promise<ReferralItem> {
    return this.desk.after(this.receiving.acknowledge(id, version));
  }

  @Post(':referral/information-request') @HttpCode(200)
  ask(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: AskForInformation): Promise<ReferralItem> {
    return this.desk.after(this.receiving.ask(id, version, command));
  }

  @Post(':referral/information') @HttpCode(200)
  supply(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: SupplyInformation): Promise<ReferralItem> {
    return this.desk.after(this.sending.supply(id, version, command));
  }

  @Post(':referral/acceptance') @HttpCode(200)
  accept(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: AcceptReferral): Promise<ReferralItem> {
    return this.desk.after(this.receiving.accept(id, version, command));
  }

  @Post(':referral/decline') @HttpCode(200)
  decline(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: DeclineReferral): Promise<ReferralItem> {
    return this.desk.after(this.receiving.decline(id, version, command));
  }

  @Post(':referral/wait') @HttpCode(200)
  wait(@IdIn('referral') id: string, @IfMatch() version: number): Promise<ReferralItem> {
    return this.desk.after(this.receiving.wait(id, version));
  }

  @Post(':referral/start') @HttpCode(200)
  begin(@IdIn('referral') id: string, @IfMatch() version: number): Promise<ReferralItem> {
    return this.desk.after(this.receiving.begin(id, version));
  }

  @Post(':referral/completion') @HttpCode(200)
  complete(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: CompleteReferral): Promise<ReferralItem> {
    return this.desk.after(this.receiving.complete(id, version, command));
  }

  @Post(':referral/early-end') @HttpCode(200)
  end(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: EndReferral): Promise<ReferralItem> {
    return this.desk.after(this.receiving.endEarly(id, version, command));
  }

  @Post(':referral/withdrawal') @HttpCode(200)
  withdraw(@IdIn('referral') id: string, @IfMatch() version: number, @Body() command: WithdrawReferral): Promise<ReferralItem> {
    return this.desk.after(this.sending.withdraw(id, version, command));
  }

  @Post(':referral/settlement') @HttpCode(200)
  settle(@IdIn('referral') id: string, @IfMatch() version: number): Promise<ReferralItem> {
    return this.desk.after(this.sending.settle(id, version));
  }
}
