import { Injectable } from '@nestjs/common';
import { NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { SettleUnusualAccess } from './oversight.commands';
import type { UnusualAccess } from './unusual';

const MOST = 500;

/** What a lead of information governance looks into. The clock finds it; see `find_unusual_access` in the migrations. */
@Injectable()
export class UnusualAccesses {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** About the lead's own colleagues and never themselves, the latest first, five hundred at most. */
  list(decided: boolean): Promise<UnusualAccess[]> {
    return this.transactions.run(async () => {
      const found = await this.transactions.query<UnusualAccess>(
        `select id, rule, user_id as "userId", colleague, role, person_id as "personId", nullif(person, '') as person, birth_date::text as "birthDate", number, first_at as "firstAt", last_at as "lastAt",
                raised_at as "raisedAt", outcome, words, decided_at as "decidedAt", decided_by as "decidedBy", version from unusual_accesses($1, $2)`,
        [decided, MOST],
      );
      const personIds = [...new Set(found.flatMap(({ personId }) => (personId ? [personId] : [])))];
      if (personIds.length > 0) this.records.audit({ action: 'list', subject: 'UnusualAccess', personIds });
      return found;
    });
  }

  /** @throws NotFound */
  one(id: string): Promise<UnusualAccess> {
    return this.transactions.run(async () => {
      const one = [...(await this.list(false)), ...(await this.list(true))].find((finding) => finding.id === id);
      if (!one) throw new NotFound('UnusualAccess', id);
      return one;
    });
  }

  /** Says what it was; a breach is an incident besides. @throws NotFound, StaleVersion when another lead was first */
  settle(id: string, version: number, { outcome, words }: SettleUnusualAccess): Promise<void> {
    return this.transactions.run(async () => {
      const before = await this.one(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: 'settled' | 'stale' | 'none' }>('select settle_unusual_access($1, $2, $3, $4) as done', [id, version, outcome, words]);
      if (row?.done === 'none') throw new NotFound('UnusualAccess', id);
      if (row?.done === 'stale') throw new StaleVersion(before);
      this.records.audit({ action: 'decide', subject: 'UnusualAccess', personIds: before.personId ? [before.personId] : undefined, subjectIds: [id], detail: { outcome } });
    });
  }
}
