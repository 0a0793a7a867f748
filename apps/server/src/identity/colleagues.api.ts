import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ChangeColleague, Colleagues, InviteColleague, ListColleagues, type ColleagueRow, type Owned } from '@app/identity';
import { IfMatch, MayCome } from '../http';
import { ColleaguePages, type ColleaguePage } from './colleague-pages';
import { WhatEachSees, type Sight } from './what-each-sees';

/** Who works in the caller's organisation and what they may do. */
@Controller('api/colleagues') @MayCome('staff', 'org_admin')
export class ColleaguesApi {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly pages: ColleaguePages,
    private readonly whatEachSees: WhatEachSees,
  ) {}

  @Get()
  list(@Query() query: ListColleagues): Promise<ColleaguePage> {
    return this.pages.page(query);
  }

  @Post()
  invite(@Body() command: InviteColleague): Promise<{ id: string; link: string | null }> {
    return this.colleagues.invite(command);
  }

  /** What each role lets somebody see of a person who does not exist. */
  @Get('what-each-sees')
  async sights(): Promise<{ items: Sight[] }> {
    return { items: await this.whatEachSees.roles() };
  }

  @Get(':id')
  one(@Param('id') id: string): Promise<ColleagueRow> {
    return this.colleagues.one(id);
  }

  @Patch(':id')
  change(@Param('id') id: string, @IfMatch() version: number, @Body() command: ChangeColleague): Promise<ColleagueRow> {
    return this.colleagues.change(id, version, command);
  }

  /** What they still own, by kind: while it lasts their access is not ended. Nobody is named. */
  @Get(':id/owned')
  async owned(@Param('id') id: string): Promise<{ items: Owned[] }> {
    return { items: await this.colleagues.owned(id) };
  }

  @Post(':id/end') @HttpCode(204)
  end(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.colleagues.end(id, version);
  }
}
