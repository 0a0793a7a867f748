import { Injectable } from '@nestjs/common';
import { Alert, ContactNote } from '@app/contacts';
import { NotFound } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, StateTransition, Transactions } from '@app/records';

const TELLING = [[ContactNote, 'contact_note'], [StateTransition, 'state_transition'], [Alert, 'alert']] as const;

/** Whether a page that is open shows what stands now: for browsers that hear of nothing by themselves. */
@Injectable()
export class ChangesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /**
   * Whether somebody else wrote or changed something since then that the caller may read. Nothing of it is told; that it was asked is written
   * down beside the lists, not among what was opened.
   * @throws NotFound for a person whom the caller cannot open
   */
  async since(personId: string, since: Date): Promise<boolean> {
    return this.transactions.run(async () => {
      const values: unknown[] = [personId, since];
      const any = TELLING.map(([entity, table]) => `exists (select 1 from ${table} x where x.person_id = $1 and x.created_at > $2
        and x.created_by <> (select ctx_user()) and ${this.records.readableSql(entity, 'x', values)})`);
      const open = `exists (select 1 from person p where p.person_id = $1 and ${this.records.readableSql(Person, 'p', values)})`;
      const [row] = await this.transactions.query<{ open: boolean; changed: boolean }>(`select ${open} as open, ${any.join(' or ')} as changed`, values);
      if (!row?.open) throw new NotFound('Person', undefined, personId);
      this.records.audit({ action: 'ask', subject: 'Changes', personIds: [personId] });
      return row.changed;
    });
  }
}
