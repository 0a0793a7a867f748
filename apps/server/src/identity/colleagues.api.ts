import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ChangeColleague, Colleagues, InviteColleague, ListColleagues, type ColleagueRow } from '@app/identity';
import { Cursors, IfMatch, MayCome } from '../http';

interface ColleaguePage {
  readonly items: readonly ColleagueRow[];
  /** where the list goes on; null at its end */
  readonly next: string | null;
}
interface After {
  readonly sort: string;
  readonly name: string;
  readonly id: string;
}

/** Who works in the caller's organisation and what they may do. */
@Controller('api/colleagues') @MayCome('staff', 'org_admin')
export class ColleaguesApi {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  async list(@Query() { search, sort, limit, cursor }: ListColleagues): Promise<ColleaguePage> {
    const after = cursor ? this.cursors.open<After>(cursor) : null;
    const rows = await this.colleagues.list({ search: search ?? null, descending: (after?.sort ?? sort) === '-name', limit: limit + 1, after });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? this.cursors.seal({ sort: after?.sort ?? sort, name: last.name, id: last.id } satisfies After) : null };
  }

  @Post()
  invite(@Body() command: InviteColleague): Promise<{ id: string; link: string | null }> {
    return this.colleagues.invite(command);
  }

  @Get(':id')
  one(@Param('id') id: string): Promise<ColleagueRow> {
    return this.colleagues.one(id);
  }

  @Patch(':id')
  change(@Param('id') id: string, @IfMatch() version: number, @Body() command: ChangeColleague): Promise<ColleagueRow> {
    return this.colleagues.change(id, version, command);
  }

  @Post(':id/end') @HttpCode(204)
  end(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.colleagues.end(id, version);
  }
}
