import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { Authorities, ChangeAuthority } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { AuthorityDesk } from './authority.desk';
import { ChangeAuthorityPage } from './views/change-authority';

/** By what another organisation may be told, changed on a decision that stands. */
@Controller('people/:person/sharing/authority') @MayCome('staff', 'practitioner', 'team_manager')
export class AuthorityPages {
  constructor(
    private readonly desk: AuthorityDesk,
    private readonly authorities: Authorities,
  ) {}

  @Get(':organisation')
  async page(@IdIn('person') person: string, @IdIn('organisation') organisation: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ChangeAuthorityPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.of(person, organisation)) });
  }

  @Post(':organisation') @FormOf('/people/:person/sharing/authority/:organisation')
  async change(@IdIn('person') person: string, @IdIn('organisation') organisation: string, @IfMatch() version: number, @Body() command: ChangeAuthority): Promise<SeeOther> {
    await this.authorities.change(person, organisation, version, command);
    return seeOther(`/people/${person}/sharing`, 'Changed. What they may see stays as it was');
  }
}
