import { Injectable } from '@nestjs/common';
import { currentContext, Invalid, scopesOf } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { mayKnowNhsNumbers, searchedSql, wordsOf } from './searched';

/** Somebody whom a search found. */
export interface Found {
  personId: string;
  name: string;
  family: string;
  given: string;
  preferred: string | null;
  dateOfBirth: string | null;
  /** null for whoever is not health or social care */
  nhsNumber: string | null;
  keyWorker: string | null;
  hasCase: boolean;
}

/** Where the last page ended: family name, given name and the person. */
export type FoundMark = readonly [string, string, string];

/** Looks among the people whom the caller may open, and nowhere else: a hidden person costs and answers like none. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /**
   * By name (any order, accents or not, parts of names; one or two letters only as a whole name), by date of birth, or by NHS number for health and social care.
   * @throws Invalid `tooShort` when there is no letter or digit, `tooLong` above 100 characters
   */
  async find(search: string, limit: number, after: FoundMark | null = null): Promise<Found[]> {
    const text = search.normalize('NFC').trim();
    if ([...text].length > 100) throw Invalid.field('/search', 'tooLong', 'Search for 100 characters or fewer');
    if (!wordsOf(text).length) throw Invalid.field('/search', 'tooShort', 'Enter a name, or an NHS number');
    return this.transactions.run(async () => {
      const rows = await this.list(limit, after, (bind) => searchedSql(text, bind));
      this.records.audit({ action: 'search', subject: 'People', personIds: rows.map((row) => row.personId) });
      return rows;
    });
  }

  /** The people of exactly this name whom the caller may open: before one registers somebody a second time. */
  async namedLike(given: string, family: string): Promise<Found[]> {
    return this.transactions.run(async () => {
      const rows = await this.list(20, null, (bind) => `plain(w.given) = plain(${bind(given)}) and plain(w.family) = plain(${bind(family)})`);
      this.records.audit({ action: 'search', subject: 'People', personIds: rows.map((row) => row.personId) });
      return rows;
    });
  }

  private list(limit: number, after: FoundMark | null, condition: (bind: (value: unknown) => string) => string): Promise<Found[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const narrowed = this.records.readableSql(Person, 'p', values);
    const wanted = condition(bind);
    const from = after ? ` and (w.family, w.given, w.person_id) > (${bind(after[0])}, ${bind(after[1])}, ${bind(after[2])}::uuid)` : '';
    const most = bind(limit);
    return this.transactions.query<Found>(
      `select distinct on (x.family, x.given, x."personId") x.*
         from unnest($1::uuid[]) s(scope_id)
        cross join lateral (
          select w.family, w.given, p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.preferred, p.birth_date::text as "dateOfBirth",
                 ${mayKnowNhsNumbers() ? 'p.nhs_number' : 'null::text'} as "nhsNumber", u.name as "keyWorker", w.case_id is not null as "hasCase"
            from worklist w join person p on p.person_id = w.person_id left join user_account u on u.id = w.key_worker_id
           where w.scope_id = s.scope_id and ${wanted} and ${narrowed}${from}
           order by w.family, w.given, w.person_id limit ${most}) x
        order by x.family, x.given, x."personId" limit ${most}`,
      values,
    );
  }
}
