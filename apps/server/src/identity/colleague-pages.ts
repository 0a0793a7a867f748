import { Injectable } from '@nestjs/common';
import { Colleagues, type ColleagueRow, type ListColleagues } from '@app/identity';
import { Cursors } from '../http';

export interface ColleaguePage {
  readonly items: readonly ColleagueRow[];
  /** where the list goes on; null at its end */
  readonly next: string | null;
}

/** The row after which a list goes on, and how it was sorted then. */
interface After {
  readonly sort: string;
  readonly name: string;
  readonly id: string;
}

/** A long list of colleagues in pieces. */
@Injectable()
export class ColleaguePages {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Forbidden; BadRequest `cursor.invalid` */
  async page(query: ListColleagues): Promise<ColleaguePage> {
    const after = query.cursor ? this.cursors.open<After>(query.cursor) : null;
    const sort = after?.sort ?? query.sort;
    // One row more than is shown tells whether the list goes on.
    const rows = await this.colleagues.list({ search: query.search ?? null, descending: sort === '-name', limit: query.limit + 1, after });
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    return { items, next: last ? this.cursors.seal({ sort, name: last.name, id: last.id } satisfies After) : null };
  }
}
