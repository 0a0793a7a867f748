import { Injectable } from '@nestjs/common';
import { Colleagues, type ColleagueRow } from '@app/identity';
import { currentContext } from '@app/kernel';
import { Organisations, type TeamRow } from '@app/organisations';
import { WhatEachSees, type Sight } from './what-each-sees';

/** What an administrator chooses from for a colleague. */
export interface ColleagueChoices {
  readonly teams: readonly Pick<TeamRow, 'id' | 'name'>[];
  /** who may answer for a volunteer */
  readonly supervisors: readonly { id: string; name: string }[];
  /** what each role by itself lets somebody see */
  readonly sights: readonly Sight[];
}

export interface ColleagueModel extends ColleagueChoices {
  readonly colleague: ColleagueRow;
  /** what their roles let them see together */
  readonly sight: Sight;
}

const ROWS = 100;

/** What the pages of "People and access" show. */
@Injectable()
export class ColleagueDesk {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly organisations: Organisations,
    private readonly whatEachSees: WhatEachSees,
  ) {}

  async choices(): Promise<ColleagueChoices> {
    return { teams: await this.organisations.teamsOf(currentContext().actor.organisationId ?? ''), supervisors: await this.colleagues.supervisors(), sights: await this.whatEachSees.roles() };
  }

  /** The first colleagues by name, and those who want looking at. @throws Forbidden */
  async list(search: string): Promise<{ colleagues: ColleagueRow[]; wanted: ColleagueRow[]; now: Date; search: string; isCut: boolean }> {
    const rows = await this.colleagues.list({ search, descending: false, limit: ROWS + 1, after: null });
    return { colleagues: rows.slice(0, ROWS), wanted: await this.colleagues.toLookAt(), now: new Date(), search, isCut: rows.length > ROWS };
  }

  /** @throws Forbidden, NotFound */
  async one(id: string): Promise<ColleagueModel> {
    const colleague = await this.colleagues.one(id);
    return { colleague, sight: await this.whatEachSees.together(colleague), ...(await this.choices()) };
  }
}
