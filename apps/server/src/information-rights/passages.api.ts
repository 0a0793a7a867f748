import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { HideWords, Passages, ShowWords } from '@app/information-rights';
import { IdIn, MayCome } from '../http';
import { thingToHide, type ThingToHide } from './access-item';

/** Words that are hidden in one item of what an organisation gives. */
@Controller('api/subject-access/:part/items/:item') @MayCome('staff', 'ig_lead')
export class PassagesApi {
  constructor(private readonly passages: Passages) {}

  @Get()
  async thing(@IdIn('part') part: string, @IdIn('item') item: string): Promise<ThingToHide> {
    return thingToHide((await this.passages.thing(part, item)).thing);
  }

  @Post('hidden') @HttpCode(200)
  async hide(@IdIn('part') part: string, @IdIn('item') item: string, @Body() command: HideWords): Promise<ThingToHide> {
    await this.passages.hide(part, item, command);
    return this.thing(part, item);
  }

  @Post('shown') @HttpCode(200)
  async show(@IdIn('part') part: string, @IdIn('item') item: string, @Body() command: ShowWords): Promise<ThingToHide> {
    await this.passages.show(part, item, command);
    return this.thing(part, item);
  }
}
