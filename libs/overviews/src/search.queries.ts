import { Injectable } from '@nestjs/common';
import { Invalid } from '@app/kernel';
import { mayKnowNhsNumbers, Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { escapedLike, patternSql, readSearch, soundIn, wordsOf, type Bind } from './searched';

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
  /** what the caller's organisation calls them; null for health and social care, who have the number */
  ownReference: string | null;
  keyWorker: string | null;
  hasCase: boolean;
  /** the name is not written as it was typed, and sounds like it */
  soundsAlike: boolean;
}

/** Where the last page ended: whether it had come to those who only sound alike, family name, given name and the person. */
export type FoundMark = readonly [boolean, string, string, string];

/** Looks among the people whom the caller may open, and nowhere else: a hidden person costs and answers like none. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /**
   * By name (any order, accents or not, parts of names; one or two letters only as a whole name), by the own organisation's reference, by date of birth, or by NHS number for health and social care.
   * Behind those whose name is written like that come those whose name sounds like it: `shivon keen` finds Siobhan Keane.
   * @throws Invalid `tooShort` when there is no letter or digit, `tooLong` above 100 characters
   */
  async find(search: string, limit: number, after: FoundMark | null = null): Promise<Found[]> {
    const text = search.normalize('NFC').trim();
    if ([...text].length > 100) throw Invalid.field('/search', 'tooLong', 'Search for 100 characters or fewer');
    if (!wordsOf(text).length) throw Invalid.field('/search', 'tooShort', 'Enter a name, or an NHS number');
    return this.transactions.run(async () => {
      const { nhsNumber, words, born } = readSearch(text);
      const rows = await (words.length ? this.named(limit, after, words, born) : this.having(limit, after, nhsNumber ? ['p.nhs_number', nhsNumber] : ['p.birth_date', born]));
      this.records.audit({ action: 'search', subject: 'People', personIds: rows.map((row) => row.personId) });
      return rows;
    });
  }

  /** The people of exactly this name whom the caller may open: before one registers somebody a second time. */
  async namedLike(given: string, family: string): Promise<Found[]> {
    return this.transactions.run(async () => {
      const rows = await this.list(20, (bind) => {
        const [first, last] = [`plain(${bind(given)})`, `plain(${bind(family)})`];
        return {
          source: `(select person_id, false as alike, place from people_named(array[' ' || ${escapedLike(`${last} || ' ' || ${first}`)} || ' %'], null, null, null, null, 200) with ordinality x (person_id, place)) n join person p on p.person_id = n.person_id`,
          condition: `plain(p.given) = ${first} and plain(p.family) = ${last}`, order: 'n.place',
        };
      });
      this.records.audit({ action: 'search', subject: 'People', personIds: rows.map((row) => row.personId) });
      return rows;
    });
  }

  /** The database compares the words before anything else: a caller with 45,000 people waits no longer than one with forty. */
  private named(limit: number, after: FoundMark | null, words: readonly string[], born: string | null): Promise<Found[]> {
    return this.list(limit, (bind) => {
      const patterns = words.map((word) => patternSql(word, bind)).join(', ');
      const [alike, ...last] = after ?? [false, null, null, null];
      const day = `${bind(born)}::date`;
      const from = (here: boolean): string => last.map((key) => bind(here ? key : null)).join(', ');
      const most = bind(limit);
      return {
        source: `(with named as materialized (select * from people_named(array[${patterns}], ${day}, ${from(!alike)}, ${alike ? '0' : most}) with ordinality x (person_id, place))
                  select person_id, false as alike, place from named
                   union all
                  select s.person_id, true, s.place from people_sounding(array[${patterns}], ${bind(words.map(soundIn))}::text[], ${day}, ${from(alike)}, ${most} - (select count(*) from named)::integer)
                         with ordinality s (person_id, place)) n join person p on p.person_id = n.person_id`,
        condition: 'true', order: 'n.alike, n.place',
      };
    });
  }

  private having(limit: number, after: FoundMark | null, [column, value]: readonly [string, string | null]): Promise<Found[]> {
    return this.list(limit, (bind) => {
      const from = after ? ` and (p.family, p.given, p.person_id) > (${bind(after[1])}, ${bind(after[2])}, ${bind(after[3])}::uuid)` : '';
      return { source: 'person p cross join (select false as alike) n', condition: `${column} = ${bind(value)}${from} and kept_record(p.person_id) is null`, order: 'p.family, p.given, p.person_id' };
    });
  }

  private list(limit: number, shape: (bind: Bind) => { source: string; condition: string; order: string }): Promise<Found[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const { source, condition, order } = shape(bind);
    return this.transactions.query<Found>(
      `select p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.family, p.given, p.preferred, p.birth_date::text as "dateOfBirth",
              ${mayKnowNhsNumbers() ? 'p.nhs_number' : 'null::text'} as "nhsNumber", ${mayKnowNhsNumbers() ? 'null::text' : 'w.reference'} as "ownReference", u.name as "keyWorker", w.case_id is not null as "hasCase", n.alike as "soundsAlike"
         from ${source}
         join lateral (select w.case_id, w.key_worker_id, w.reference from worklist w where w.person_id = p.person_id limit 1) w on true
         left join user_account u on u.id = w.key_worker_id
        where ${condition} and ${this.records.readableSql(Person, 'p', values)}
        order by ${order} limit ${bind(limit)}`,
      values,
    );
  }
}
