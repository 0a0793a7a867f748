import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';

/** Writes down that somebody took a table away as a file, and who stood in it. */
@Injectable()
export class TakenAway {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @param table which of a dashboard's, for example `waiting`; `personIds` is empty where it names nobody */
  write(table: string, personIds: readonly string[]): Promise<void> {
    return this.transactions.run(() => {
      this.records.audit({ action: 'export', subject: `Dashboard/${table}`, personIds: [...personIds] });
      return Promise.resolve();
    });
  }
}
