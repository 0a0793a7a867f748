import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { Case } from './case.entity';

@Injectable()
export class CasesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** The person's open case, as far as the caller may see it. */
  async openCase(personId: string): Promise<Case | null> {
    return this.transactions.run(async () =>
      (await this.records.readable(Case, 'c')).andWhere(`c.personId = :personId and c.state <> 'closed'`, { personId }).orderBy('c.openedAt', 'DESC').getOne(),
    );
  }

  /** Was the person brought here as a child? They are kept as family and have no case. */
  async isChild(personId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ child: boolean }>(
      `select 'out-of-scope-child' = any (flags) and (birth_date is null or birth_date > current_date - interval '18 years') as child from person where person_id = $1`, [personId],
    );
    return row?.child ?? false;
  }

  /** A two-way conversation with the person: moves the clock of the open case, whoever had it. Attempts move nothing. */
  async conversationHeld(personId: string, at: Date): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select conversation_held($1, $2)', [personId, at]);
  }
}
