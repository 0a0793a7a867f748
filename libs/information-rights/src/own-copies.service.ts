import { Injectable } from '@nestjs/common';
import { localDay, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { AccessPack, MyCopy } from './subject-access';
import type { AskForCopy } from './subject-access.commands';
import { SubjectAccess } from './subject-access.service';

/** A copy of what is held about oneself, asked for and read on one's own page: nobody does it in the person's place. */
@Injectable()
export class OwnCopies {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly access: SubjectAccess,
  ) {}

  /** What they asked for, and how far each organisation is. @throws NotFound for everybody else */
  mine(personId: string): Promise<MyCopy[]> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      this.records.audit({ action: 'read', subject: 'SubjectAccess', personId });
      return this.transactions.query<MyCopy>(
        'select request_id as "requestId", asked_on::text as "askedOn", part_id as "partId", organisation, state, due_on::text as "dueOn", released_at as "releasedAt", readable from my_subject_access($1)', [personId],
      );
    });
  }

  /** Of everybody who holds something. While that is open, asking again is the same request. @throws NotFound for everybody else */
  ask(personId: string, { words, spokeAlone, present }: AskForCopy): Promise<MyCopy[]> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string }>('select ask_subject_access($1, $2, $3, $4, true, $5, $6) as id', [personId, localDay(new Date()), 'online', words ?? null, spokeAlone === 'yes', present ?? null]);
      this.records.audit({ action: 'create', subject: 'SubjectAccess', personId, ...(row && { subjectIds: [row.id] }) });
      await this.transactions.remindTold();
      return this.mine(personId);
    });
  }

  /** What one organisation released, where it found that safe on this page. @throws NotFound */
  pack(personId: string, part: string): Promise<AccessPack> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const pack = await this.access.pack(part);
      if (pack.personId !== personId) throw new NotFound('SubjectAccess', part, personId);
      return pack;
    });
  }
}
