import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { LiftRestriction, NameColleague, OpenRestricted, RestrictRecord, Restrictions } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, RecordOpened, seeOther, type SeeOther } from '../http';
import { ownPath } from '../http/request';
import { OnTheWay } from './restriction.commands';
import { RestrictionDesk } from './restriction.desk';
import { OpeningPage } from './views/opening';
import { RestrictedRecordPage } from './views/restricted-record';
import { RestrictedRecordsPage } from './views/restricted-records';
import { RestrictionPage } from './views/restriction';

const today = (): string => localDay(new Date());

@Controller() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class RestrictionsPages {
  constructor(
    private readonly desk: RestrictionDesk,
    private readonly restrictions: Restrictions,
  ) {}

  @Get('people/:person/restriction')
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RestrictionPage({ ctx, form, today: today(), ...(await this.desk.page(person)) });
  }

  @Post('people/:person/restriction') @FormOf('/people/:person/restriction')
  async restrict(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RestrictRecord): Promise<RecordOpened> {
    await this.restrictions.restrict(person, version, command);
    return new RecordOpened(person, seeOther(`/people/${person}/restriction`, 'Only those named open this record from now on'));
  }

  @Post('people/:person/restriction/lift') @FormOf('/people/:person/restriction')
  async lift(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: LiftRestriction): Promise<SeeOther> {
    await this.restrictions.lift(person, version, command);
    return seeOther(`/people/${person}/restriction`, 'Everybody who helps opens this record as before');
  }

  @Get('people/:person/opening')
  async opening(@IdIn('person') person: string, @Query() { returnTo }: OnTheWay, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return OpeningPage({ ctx, form, doorstep: await this.restrictions.doorstep(person), returnTo: ownPath(form.text('returnTo') || returnTo) });
  }

  @Post('people/:person/opening') @FormOf('/people/:person/opening')
  async open(@IdIn('person') person: string, @Body() command: OpenRestricted): Promise<RecordOpened> {
    await this.restrictions.open(person, command);
    const to = ownPath(command.returnTo);
    return new RecordOpened(person, seeOther(to === '/' ? `/people/${person}` : to));
  }

  @Get('information-governance/restricted') @MayCome('staff', 'ig_lead')
  async written(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return RestrictedRecordsPage({ ctx, today: today(), records: await this.restrictions.written() });
  }

  @Get('information-governance/restricted/:person') @MayCome('staff', 'ig_lead')
  async writtenOf(@IdIn('person') person: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RestrictedRecordPage({ ctx, form, ...(await this.restrictions.writtenOf(person)) });
  }

  @Post('information-governance/restricted/:person') @MayCome('staff', 'ig_lead') @FormOf('/information-governance/restricted/:person')
  async name(@IdIn('person') person: string, @Body() command: NameColleague): Promise<SeeOther> {
    await this.restrictions.nameColleague(person, command);
    return seeOther('/information-governance/restricted', 'They open the record from now on. Tell them');
  }
}
