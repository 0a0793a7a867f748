import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { AccessLogQueries } from '@app/overviews';
import { HeldLooks, HoldLooks, NameColleagues, SettleHeldLook } from '@app/oversight';
import { IdIn, MayCome } from '../http';
import { heldItem, type HeldItem } from './oversight-item';

@Controller('api') @MayCome('staff', 'ig_lead')
export class HeldLooksApi {
  constructor(
    private readonly looks: HeldLooks,
    private readonly log: AccessLogQueries,
  ) {}

  @Get('held-looks')
  async list(): Promise<{ items: readonly HeldItem[] }> {
    return { items: (await this.looks.list()).map(heldItem) };
  }

  /** Whose visits do not stand on the person's own page until a day. */
  @Post('people/:person/access-log/held') @HttpCode(204)
  async hold(@IdIn('person') person: string, @Body() command: HoldLooks): Promise<void> {
    await this.log.person(person);
    await this.looks.hold(person, command);
  }

  @Post('held-looks/:held/review') @HttpCode(204)
  settle(@IdIn('held') held: string, @Body() command: SettleHeldLook): Promise<void> {
    return this.looks.settle(held, command);
  }

  /** Whether people who read who looked are told the names of the organisation's staff. */
  @Put('names-of-colleagues') @HttpCode(204)
  name(@Body() { named }: NameColleagues): Promise<void> {
    return this.looks.name(named === 'yes');
  }
}
