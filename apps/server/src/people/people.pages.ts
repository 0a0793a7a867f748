import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { EmergencyOpenings } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, MayCome, seeOther, type SeeOther } from '../http';
import { FindPeople, RegisterOnPage } from './people.commands';
import { PeopleList } from './people.list';
import { PeoplePage } from './views/people';
import { RegisterPage } from './views/register';

@Controller('people') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PeoplePages {
  constructor(
    private readonly list: PeopleList,
    private readonly openings: EmergencyOpenings,
  ) {}

  @Get()
  async find(@Query() query: FindPeople, @Ctx('people') ctx: PageContext): Promise<Html> {
    return PeoplePage({ ctx, query, found: await this.list.found(query), byNhsNumber: this.list.byNhsNumber, mayOpen: await this.openings.mayOpen(), today: localDay(new Date()) });
  }

  @Get('new')
  async registerPage(@Query() { search }: FindPeople, @Ctx('people') ctx: PageContext, @Form() form: FormState): Promise<Html | SeeOther> {
    if (!search && !form.isFilled) return seeOther('/people');
    const alike = await this.list.alike({ given: form.text('given'), family: form.text('family') });
    return RegisterPage({ ctx, form, search: search ?? '', alike, byNhsNumber: this.list.byNhsNumber, today: localDay(new Date()) });
  }

  @Post('new') @FormOf('/people/new')
  async register(@Body() command: RegisterOnPage): Promise<SeeOther> {
    const { personId } = await this.list.register(command);
    return seeOther(`/people/${personId}`, 'Person added. Open a case to begin coordinating their support');
  }
}
