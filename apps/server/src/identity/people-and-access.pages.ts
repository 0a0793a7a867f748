import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ChangeColleague, Colleagues, InviteColleague, ListColleagues } from '@app/identity';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { addressOf } from '../http/request';
import { ColleagueDesk } from './colleague.desk';
import { ColleaguePage } from './views/colleague';
import { EndAccessPage } from './views/end-access';
import { InvitationPage } from './views/invitation';
import { InvitedPage } from './views/invited';
import { PeopleAndAccessPage } from './views/people-and-access';

const LIST = '/people-and-access';

/** "People and access": an administrator invites, changes and ends colleagues of their organisation. */
@Controller('people-and-access') @MayCome('staff', 'org_admin')
export class PeopleAndAccessPages {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly desk: ColleagueDesk,
  ) {}

  @Get()
  async list(@Ctx('team') ctx: PageContext, @Query() { search }: ListColleagues): Promise<Html> {
    return PeopleAndAccessPage({ ctx, ...(await this.desk.list(search ?? '')) });
  }

  @Get('invite')
  async invitation(@Ctx('team') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return InvitationPage({ ctx, form, ...(await this.desk.choices()) });
  }

  @Post('invite') @FormOf('/people-and-access/invite')
  async invite(@Body() command: InviteColleague, @Ctx('team') ctx: PageContext, @Req() req: Request): Promise<Html> {
    const { link } = await this.colleagues.invite(command);
    return InvitedPage({ ctx, name: command.name, link: link && addressOf(req, link) });
  }

  @Get(':id')
  async one(@Param('id') id: string, @Ctx('team') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ColleaguePage({ ctx, form, ...(await this.desk.one(id)) });
  }

  @Post(':id') @FormOf('/people-and-access/:id')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() command: ChangeColleague): Promise<SeeOther> {
    const { name } = await this.colleagues.change(id, version, command);
    return seeOther(LIST, `${name} was changed`);
  }

  @Post(':id/invite-again') @FormOf('/people-and-access/:id')
  async inviteAgain(@Param('id') id: string, @Ctx('team') ctx: PageContext, @Req() req: Request): Promise<Html> {
    const { name } = await this.colleagues.one(id);
    const { link } = await this.colleagues.inviteAgain(id);
    return InvitedPage({ ctx, name, link: addressOf(req, link) });
  }

  @Get(':id/end')
  async endPage(@Param('id') id: string, @Ctx('team') ctx: PageContext, @Form() form: FormState, @Req() req: Request): Promise<Html> {
    const colleague = await this.colleagues.one(id);
    return EndAccessPage({ ctx, form, colleague, owned: await this.colleagues.owned(id), handOn: addressOf(req, `/workers/${colleague.userId}/hand-on`) });
  }

  @Post(':id/end') @FormOf('/people-and-access/:id/end')
  async end(@Param('id') id: string, @IfMatch() version: number): Promise<SeeOther> {
    const { name } = await this.colleagues.one(id);
    await this.colleagues.end(id, version);
    return seeOther(LIST, `${name} has no access any more`);
  }
}
