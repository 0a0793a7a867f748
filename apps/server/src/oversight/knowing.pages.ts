import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { Knowing, LiftKnownPerson } from '@app/oversight';
import { PersonPageQueries } from '@app/overviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { KnowPersonPage } from './views/know-person';
import { KnownPeoplePage } from './views/known-people';
import { LiftKnownPage } from './views/lift-known';

/** "I know this person", and who lets a colleague in again. */
@Controller()
export class KnowingPages {
  constructor(
    private readonly knowing: Knowing,
    private readonly people: PersonPageQueries,
  ) {}

  @Get('people/:person/know') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return KnowPersonPage({ ctx, form, today: localDay(new Date()), identity: await this.people.identity(person) });
  }

  @Post('people/:person/know') @FormOf('/people/:person/know') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async say(@IdIn('person') person: string): Promise<SeeOther> {
    await this.knowing.say(person);
    return seeOther('/caseload', 'You no longer open that record. Your manager has been told, and nobody asks why');
  }

  @Get('known-people') @MayCome('staff', 'team_manager', 'ig_lead')
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return KnownPeoplePage({ ctx, known: await this.knowing.list() });
  }

  @Get('known-people/:known') @MayCome('staff', 'team_manager', 'ig_lead')
  async liftPage(@IdIn('known') known: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return LiftKnownPage({ ctx, form, known: await this.knowing.one(known) });
  }

  @Post('known-people/:known') @FormOf('/known-people/:known') @MayCome('staff', 'team_manager', 'ig_lead')
  async lift(@IdIn('known') known: string, @Body() command: LiftKnownPerson): Promise<SeeOther> {
    await this.knowing.lift(known, command);
    return seeOther('/known-people', 'They can open the record again, and have been told');
  }
}
