import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { CORRECTABLE, Correction, type Correctable } from './correction.entity';

/** Where the words of an item stand. */
const WORDS: Record<Correctable, { readonly table: string; readonly words: string }> = {
  ContactNote: { table: 'contact_note', words: 'text' }, Need: { table: 'need', words: 'text' }, Goal: { table: 'goal', words: 'text' }, CareAction: { table: 'care_action', words: 'what' },
  PlanStatement: { table: 'plan_statement', words: 'text' },
};

/** What a statement is about, as an address names it. */
export interface Which {
  readonly kind: string;
  readonly item: string;
}

const isCorrectable = (kind: string): kind is Correctable => CORRECTABLE.some((one) => one === kind);

/** What is said to be wrong, as the caller may read it, and whose it is. */
export interface Disputed {
  readonly kind: Correctable;
  readonly item: string;
  readonly words: string;
  readonly organisation: string;
}

@Injectable()
export class CorrectionsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Everything that was said about anything that the caller may read of the person, the last first. */
  async of(personId: string): Promise<Correction[]> {
    return (await this.records.readable(Correction, 'c')).andWhere('c.personId = :personId', { personId }).orderBy('c.createdAt', 'DESC').addOrderBy('c.id', 'DESC').getMany();
  }

  /** Null where the caller may not read it. */
  async disputed(personId: string, { kind, item }: Which): Promise<Disputed | null> {
    if (!isCorrectable(kind) || !(await this.records.readableAmong(kind, [{ personId, id: item }])).has(item)) return null;
    const { table, words } = WORDS[kind];
    const [row] = await this.transactions.query<{ words: string; organisation: string }>(
      `select x.${words} as words, o.name as organisation from ${table} x join organisation o on o.id = x.owner_organisation_id where x.person_id = $1 and x.id = $2`, [personId, item],
    );
    return row ? { kind, item, ...row } : null;
  }

  /** The words of what a statement is about as they stand now; null where they are no longer there. */
  async words({ personId, subject, subjectId }: Correction): Promise<string | null> {
    const { table, words } = WORDS[subject];
    const [row] = await this.transactions.query<{ words: string }>(
      `select x.${words} as words from ${table} x where x.person_id = $1 and ${subject === 'ContactNote' ? 'x.id' : 'x.in_force and x.item_id'} = $2`, [personId, subjectId],
    );
    return row?.words ?? null;
  }

  async say(personId: string, { kind, item }: Which, said: { statement: string; how: string; alone: boolean; present: string | null }): Promise<string> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ id: string }>('select say_wrong($1, $2, $3, $4, $5, $6, $7) as id', [personId, kind, item, said.statement, said.how, said.alone, said.present]);
    return row?.id ?? '';
  }
}
