import { Injectable } from '@nestjs/common';
import { Conflict, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { LegalHold } from './retention';
import type { LiftLegalHold, PlaceLegalHold, ReviewLegalHold } from './retention.commands';

const SUBJECT = 'LegalHold';
const HOLD = `id, person_id as "personId", name, birth_date::text as "birthDate", kind, because, since::text as since, review_on::text as "reviewOn", placed_at as "placedAt", placed_by_name as "placedBy", looked_at as "lookedAt",
  looked_by_name as "lookedBy", looked_words as "lookedWords", lifted_at as "liftedAt", lifted_because as "liftedBecause", lifted_by_name as "liftedBy", version`;

/** What the lead's own organisation holds back from its end; known to its leads, and to nobody else by any way out. See the migration. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Those that stand first, by when they are looked at again. */
  list(): Promise<LegalHold[]> {
    return this.transactions.run(async () => {
      const holds = await this.transactions.query<LegalHold>(`select ${HOLD} from legal_holds()`);
      if (holds.length > 0) this.records.audit({ action: 'list', subject: SUBJECT, personIds: [...new Set(holds.map(({ personId }) => personId))] });
      return holds;
    });
  }

  /** @throws NotFound */
  one(id: string): Promise<LegalHold> {
    return this.transactions.run(async () => {
      const [hold] = await this.transactions.query<LegalHold>(`select ${HOLD} from legal_holds() where id = $1`, [id]);
      if (!hold) throw new NotFound(SUBJECT, id);
      this.records.audit({ action: 'read', subject: SUBJECT, personId: hold.personId, subjectIds: [id] });
      return hold;
    });
  }

  /** Of one person. */
  of(personId: string): Promise<LegalHold[]> {
    return this.transactions.run(async () => {
      this.records.audit({ action: 'read', subject: SUBJECT, personId });
      return this.transactions.query<LegalHold>(`select ${HOLD} from legal_holds() where person_id = $1`, [personId]);
    });
  }

  /** @throws NotFound for a person whom the lead's organisation does not know */
  place(personId: string, { kind, because, since, reviewOn }: PlaceLegalHold): Promise<LegalHold> {
    return this.transactions.run(async () => {
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string | null }>('select place_legal_hold($1, $2, $3, $4, $5) as id', [personId, kind, because, since, reviewOn]);
      if (!row?.id) throw new NotFound(SUBJECT, undefined, personId);
      this.records.audit({ action: 'create', subject: SUBJECT, personId, subjectIds: [row.id] });
      return this.one(row.id);
    });
  }

  /** It stands on. @throws NotFound, StaleVersion; Conflict `legalHold.lifted` */
  review(id: string, version: number, { words, reviewOn }: ReviewLegalHold): Promise<LegalHold> {
    return this.move(id, version, 'review', words, reviewOn);
  }

  /** From now on it holds nothing back; another hold on the same person still does. @throws as `review` */
  lift(id: string, version: number, { whyLifted }: LiftLegalHold): Promise<LegalHold> {
    return this.move(id, version, 'lift', whyLifted, null);
  }

  private move(id: string, version: number, act: 'review' | 'lift', why: string, reviewOn: string | null): Promise<LegalHold> {
    return this.transactions.run(async () => {
      const before = await this.one(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>('select move_legal_hold($1, $2, $3, $4, $5) as done', [id, version, act, why, reviewOn]);
      if (row?.done === 'stale') throw new StaleVersion(before);
      if (row?.done !== 'done') throw new Conflict('legalHold.lifted', 'This was lifted already');
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: before.personId, subjectIds: [id], detail: { act } });
      return this.one(id);
    });
  }
}
