import { Injectable } from '@nestjs/common';
import { currentContext, Invalid } from '@app/kernel';
import { Transactions } from '@app/records';

/** What was typed into the form of a page and not sent yet. */
export interface TypedForm {
  readonly typed: Readonly<Record<string, unknown>>;
  /** the version that the form was filled from */
  readonly version: string | null;
  readonly at: Date;
}

const DAYS = 14;
const MOST_BYTES = 512 * 1024;
const PAGE = /^(?:\/[\w.~-]{1,100}){1,10}$/;

/** Keeps for its writer alone what stands in a form that nobody has sent: over a time-out, signing out, a flat battery and another device. */
@Injectable()
export class TypedForms {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Invalid for an address that no page has, and for more than 512 KiB */
  keep(page: string, version: string | undefined, typed: Record<string, unknown>): Promise<void> {
    if (!PAGE.test(page)) throw Invalid.field('/_page', 'choice', 'There is no such page');
    const words = JSON.stringify(typed);
    if (Buffer.byteLength(words) > MOST_BYTES) throw Invalid.field('/', 'tooLong', 'This is too much to be kept. Save it');
    return this.transactions.run(async () => {
      this.transactions.wrote();
      const { userId } = currentContext().actor;
      await this.transactions.query(`delete from typed_form where user_id = $1 and at < now() - make_interval(days => ${DAYS})`, [userId]);
      await this.transactions.query(
        `insert into typed_form (user_id, page, typed, version) values ($1, $2, $3, $4)
         on conflict (user_id, page) do update set typed = excluded.typed, version = excluded.version, at = now()`,
        [userId, page, words, version ?? null],
      );
    });
  }

  async of(page: string): Promise<TypedForm | null> {
    const [row] = await this.transactions.query<TypedForm>(`select typed, version, at from typed_form where user_id = (select ctx_user()) and page = $1 and at > now() - make_interval(days => ${DAYS})`, [page]);
    return row ?? null;
  }

  forget(page: string): Promise<void> {
    return this.transactions.run(async () => {
      this.transactions.wrote();
      await this.transactions.query('delete from typed_form where user_id = (select ctx_user()) and page = $1', [page]);
    });
  }
}
