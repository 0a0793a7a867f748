import { Injectable } from '@nestjs/common';
import { currentContext, Invalid, scopesOf } from '@app/kernel';
import { isHealthOrSocialCare, type Sector } from '@app/organisations';
import { Person, readNhsNumber } from '@app/persons';
import { Records, Transactions } from '@app/records';

/** Somebody whom a search found. */
export interface Found {
  personId: string;
  name: string;
  preferred: string | null;
  dateOfBirth: string | null;
  nhsNumber: string | null;
  keyWorker: string | null;
  hasCase: boolean;
}

const wordsOf = (search: string): string[] => search.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Looks among the people whom the caller may open, and nowhere else: a hidden person costs and answers like none. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /**
   * By name (any order, accents or not, parts of names; one or two letters only as a whole name), or by NHS number for health and social care.
   * @throws Invalid `tooShort` when there is no letter or digit, `tooLong` above 100 characters
   */
  async find(search: string, limit: number): Promise<Found[]> {
    const text = search.normalize('NFC').trim();
    if ([...text].length > 100) throw Invalid.field('/search', 'tooLong', 'Search for 100 characters or fewer');
    const words = wordsOf(text);
    if (!words.length) throw Invalid.field('/search', 'tooShort', 'Enter a name, or an NHS number');
    const { actor } = currentContext();
    const number = readNhsNumber(text);
    return this.transactions.run(async () => {
      const rows = await ('value' in number && isHealthOrSocialCare(actor.sector as Sector) ? this.byNumber(number.value, limit) : this.byWords(words, limit));
      this.records.audit({ action: 'search', subject: 'People', personIds: rows.map((row) => row.personId) });
      return rows;
    });
  }

  private byNumber(number: string, limit: number): Promise<Found[]> {
    return this.list(limit, (bind) => `p.nhs_number = ${bind(number)}`);
  }

  private byWords(words: string[], limit: number): Promise<Found[]> {
    return this.list(limit, (bind) =>
      words
        .map((word) => {
          const plain = `plain(${bind(word)})`;
          if ([...word].length <= 2) return `(' ' || w.words || ' ') like '% ' || ${escapedLike(plain)} || ' %'`;
          return `w.words like '%' || ${escapedLike(plain)} || '%'`;
        })
        .join(' and '),
    );
  }

  private list(limit: number, condition: (bind: (value: unknown) => string) => string): Promise<Found[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const narrowed = this.records.readableSql(Person, 'p', values);
    const wanted = condition(bind);
    const most = bind(limit);
    return this.transactions.query<Found>(
      `select distinct on (x.family, x.given, x."personId") x."personId", x.name, x.preferred, x."dateOfBirth", x."nhsNumber", x."keyWorker", x."hasCase"
         from unnest($1::uuid[]) s(scope_id)
        cross join lateral (
          select w.family, w.given, p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.preferred, p.birth_date::text as "dateOfBirth", p.nhs_number as "nhsNumber",
                 u.name as "keyWorker", w.case_id is not null as "hasCase"
            from worklist w join person p on p.person_id = w.person_id left join user_account u on u.id = w.key_worker_id
           where w.scope_id = s.scope_id and ${wanted} and ${narrowed}
           order by w.family, w.given, w.person_id limit ${most}) x
        order by x.family, x.given, x."personId" limit ${most}`,
      values,
    );
  }
}

/** A pattern of what was typed: its own %, _ and \\ are letters. */
const escapedLike = (sql: string): string => `replace(replace(replace(${sql}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
