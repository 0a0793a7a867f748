import { Body, Controller, Get, Post } from '@nestjs/common';
import { LegalHolds, LiftLegalHold, PlaceLegalHold, ReviewLegalHold } from '@app/information-rights';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { HoldsDesk } from './holds.desk';
import { LegalHoldPage } from './views/legal-hold';
import { LegalHoldsPage } from './views/legal-holds';
import { PlaceHoldPage } from './views/place-hold';

const today = (): string => localDay(new Date());
const AT = '/information-governance/holds';

/** Legal holds: whose record is held back from its end, why, and until somebody lifts it. For the leads of the organisation itself. */
@Controller('information-governance') @MayCome('staff', 'ig_lead')
export class HoldsPages {
  constructor(
    private readonly desk: HoldsDesk,
    private readonly holds: LegalHolds,
  ) {}

  @Get('holds')
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return LegalHoldsPage({ ctx, today: today(), holds: await this.holds.list() });
  }

  @Get('holds/:hold')
  async one(@IdIn('hold') id: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return LegalHoldPage({ ctx, form, today: today(), hold: await this.holds.one(id) });
  }

  @Get('people/:person/holds')
  async placePage(@IdIn('person') person: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return PlaceHoldPage({ ctx, form, today: today(), ...(await this.desk.of(person)) });
  }

  @Post('people/:person/holds') @FormOf('/information-governance/people/:person/holds')
  async place(@IdIn('person') person: string, @Body() command: PlaceLegalHold): Promise<SeeOther> {
    await this.desk.place(person, command);
    return seeOther(AT, 'Held back. Nothing of it is disposed of until the hold is lifted');
  }

  @Post('holds/:hold/review') @FormOf('/information-governance/holds/:hold')
  async review(@IdIn('hold') id: string, @IfMatch() version: number, @Body() command: ReviewLegalHold): Promise<SeeOther> {
    await this.holds.review(id, version, command);
    return seeOther(AT, 'It stands on');
  }

  @Post('holds/:hold/lifting') @FormOf('/information-governance/holds/:hold')
  async lift(@IdIn('hold') id: string, @IfMatch() version: number, @Body() command: LiftLegalHold): Promise<SeeOther> {
    await this.holds.lift(id, version, command);
    return seeOther(AT, 'Lifted. It holds nothing back any more');
  }
}
