import { Injectable } from '@nestjs/common';
import { contextIfAny } from '@app/kernel';
import type { AuditEvent } from './audit';
import { Records } from './records';
import { Transactions } from './transactions';

/** What was refused is rolled back with its request, so its audit row is written in a short transaction of its own, before the answer. */
@Injectable()
export class Refusals {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  async write(event: Omit<AuditEvent, 'outcome'>): Promise<void> {
    if (!contextIfAny()) return;
    await this.transactions.run(async () => {
      this.records.audit({ ...event, outcome: 'refused' });
      // Whoever must not open a record and tried is reported to those who keep them out; the same is asked about everybody who was refused.
      if (event.personId) await this.transactions.query('select note_attempt($1)', [event.personId]);
    });
  }
}
