import { Controller, Get } from '@nestjs/common';
import { WaitingRights } from '@app/information-rights';
import { IdIn, MayCome } from '../http';
import { waitingItem, type WaitingItem } from './access-item';

@Controller('api/information-governance') @MayCome('staff', 'ig_lead')
export class WaitingApi {
  constructor(private readonly waiting: WaitingRights) {}

  @Get('corrections/:correction')
  async correction(@IdIn('correction') id: string): Promise<WaitingItem> {
    return waitingItem(await this.waiting.one(id));
  }

  @Get('objections/:objection')
  async objection(@IdIn('objection') id: string): Promise<WaitingItem> {
    return waitingItem(await this.waiting.one(id));
  }
}
