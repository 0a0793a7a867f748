import { Body, Controller, Get, Post } from '@nestjs/common';
import { HideWords, Passages, ShowWords } from '@app/information-rights';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { HidingPage } from './views/hiding';

const AT = '/information-governance/subject-access/:part/items/:item';
const at = (part: string, item: string): string => `/information-governance/subject-access/${part}/items/${item}`;

/** One item of what an organisation gives, sentence by sentence: what of it is hidden, and how the person gets it. */
@Controller('information-governance/subject-access/:part/items/:item') @MayCome('staff', 'ig_lead')
export class PassagesPages {
  constructor(private readonly passages: Passages) {}

  @Get()
  async page(@IdIn('part') part: string, @IdIn('item') item: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HidingPage({ ctx, form, ...(await this.passages.thing(part, item)) });
  }

  @Post('hidden') @FormOf(AT)
  async hide(@IdIn('part') part: string, @IdIn('item') item: string, @Body() command: HideWords): Promise<SeeOther> {
    await this.passages.hide(part, item, command);
    return seeOther(at(part, item), 'Hidden in the copy. Read below how the person gets it');
  }

  @Post('shown') @FormOf(AT)
  async show(@IdIn('part') part: string, @IdIn('item') item: string, @Body() command: ShowWords): Promise<SeeOther> {
    await this.passages.show(part, item, command);
    return seeOther(at(part, item), 'It is given after all. Decide again what becomes of the item');
  }
}
