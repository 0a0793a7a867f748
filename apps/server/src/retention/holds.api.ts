import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { LegalHolds, LiftLegalHold, PlaceLegalHold, ReviewLegalHold } from '@app/information-rights';
import { IdIn, IfMatch, MayCome } from '../http';
import { HoldsDesk } from './holds.desk';
import { holdItem, type HoldItem } from './retention-item';

@Controller('api') @MayCome('staff', 'ig_lead')
export class HoldsApi {
  constructor(
    private readonly desk: HoldsDesk,
    private readonly holds: LegalHolds,
  ) {}

  @Get('legal-holds')
  async list(): Promise<{ items: HoldItem[]; next: null }> {
    return { items: (await this.holds.list()).map(holdItem), next: null };
  }

  @Get('legal-holds/:hold')
  async one(@IdIn('hold') id: string): Promise<HoldItem> {
    return holdItem(await this.holds.one(id));
  }

  @Post('people/:person/legal-holds')
  async place(@IdIn('person') person: string, @Body() command: PlaceLegalHold): Promise<HoldItem> {
    return holdItem(await this.desk.place(person, command));
  }

  @Post('legal-holds/:hold/review') @HttpCode(200)
  async review(@IdIn('hold') id: string, @IfMatch() version: number, @Body() command: ReviewLegalHold): Promise<HoldItem> {
    return holdItem(await this.holds.review(id, version, command));
  }

  @Post('legal-holds/:hold/lifting') @HttpCode(200)
  async lift(@IdIn('hold') id: string, @IfMatch() version: number, @Body() command: LiftLegalHold): Promise<HoldItem> {
    return holdItem(await this.holds.lift(id, version, command));
  }
}
