import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay, Text } from '@app/kernel';
import { HeldLooks, HoldLooks, NameColleagues, SettleHeldLook } from '@app/oversight';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { HeldLooksDesk } from './held-looks.desk';
import { HeldLooksPage } from './views/held-looks';
import { HoldLooksPage } from './views/hold-looks';
import { SettleHeldPage } from './views/settle-held';

const today = (): string => localDay(new Date());

/** From which entry of the log. */
export class ChooseEntry {
  @Text({ max: 19, label: 'the entry' }) entry?: string | null;
}

/** What is kept from the person's own page for now, and when it is looked at again. */
@Controller() @MayCome('staff', 'ig_lead')
export class HeldLooksPages {
  constructor(
    private readonly looks: HeldLooks,
    private readonly desk: HeldLooksDesk,
  ) {}

  @Get('held-looks')
  async list(@Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HeldLooksPage({ ctx, form, today: today(), ...(await this.desk.page()) });
  }

  @Post('held-looks/names') @FormOf('/held-looks')
  async name(@Body() { named }: NameColleagues): Promise<SeeOther> {
    await this.looks.name(named === 'yes');
    return seeOther('/held-looks', named === 'yes' ? 'People are told the names of your colleagues' : 'People are told your organisation and the role');
  }

  @Get('people/:person/access-log/hold')
  async holdPage(@IdIn('person') person: string, @Query() { entry }: ChooseEntry, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HoldLooksPage({ ctx, form, ...(await this.desk.form(person, form.text('entry', entry ?? ''))) });
  }

  @Post('people/:person/access-log/hold') @FormOf('/people/:person/access-log/hold')
  async hold(@IdIn('person') person: string, @Body() command: HoldLooks): Promise<SeeOther> {
    await this.desk.form(person, command.entry);
    await this.looks.hold(person, command);
    return seeOther(`/people/${person}/access-log`, 'Held back. You are asked again on the day you set');
  }

  @Get('held-looks/:held')
  async settlePage(@IdIn('held') held: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SettleHeldPage({ ctx, form, held: await this.looks.one(held) });
  }

  @Post('held-looks/:held') @FormOf('/held-looks/:held')
  async settle(@IdIn('held') held: string, @Body() command: SettleHeldLook): Promise<SeeOther> {
    await this.looks.settle(held, command);
    return seeOther('/held-looks', command.decision === 'show' ? 'It stands on the person’s page again' : 'Held back again, until the day you set');
  }
}
