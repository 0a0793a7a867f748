import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, localDay, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { RECORD_TYPES, type EndedRecord, type PeriodStep, type RecordType, type RetentionPeriod } from './retention';
import type { DecideRetention, SetRetentionPeriod, StopDisposal } from './retention.commands';

const SUBJECT = 'Retention';
const PERIOD = 'record_type as "recordType", years, published, counts_from as "countsFrom", step as version, because, set_at as "setAt", set_by_name as "setBy"';
const LINE = `person_id as "personId", name, birth_date::text as "birthDate", record_type as "recordType", last_on::text as "lastOn", ended_on::text as "endedOn", years, stands, because, keep_until::text as "keepUntil",
  decided_at as "decidedAt", decided_by_name as "decidedBy", mine, approved_at as "approvedAt", approved_by_name as "approvedBy", version, others`;
const HELD = 'Somebody holds this record back. Nothing of it is disposed of while that stands';

/** How long the lead's own organisation keeps what it answers for, and what becomes of what has come to its end; see the migration. Nothing is destroyed here. */
@Injectable()
export class Retention {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** As they hold now, what is published among them. */
  periods(): Promise<RetentionPeriod[]> {
    return this.transactions.run(() => this.transactions.query<RetentionPeriod>(`select ${PERIOD} from retention_periods()`));
  }

  /** One of them and what was set before, the last first. @throws NotFound for a type that the organisation has not */
  period(type: string): Promise<{ period: RetentionPeriod; history: PeriodStep[] }> {
    return this.transactions.run(async () => {
      const period = (await this.periods()).find(({ recordType }) => recordType === type);
      if (!period) throw new NotFound(SUBJECT);
      return { period, history: await this.transactions.query<PeriodStep>('select step as version, years, because, set_at as "setAt", set_by_name as "setBy" from retention_history($1)', [type]) };
    });
  }

  /** @param version how often it had been set when it was read. @throws NotFound, StaleVersion */
  set(type: string, version: number, { years, because }: SetRetentionPeriod): Promise<RetentionPeriod> {
    return this.transactions.run(async () => {
      const { period } = await this.period(type);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>('select set_retention_period($1, $2, $3, $4) as done', [type, version, years, because]);
      if (row?.done !== 'done') throw new StaleVersion(period);
      this.records.audit({ action: 'change', subject: SUBJECT, detail: { type, from: period.years, to: years } });
      return (await this.period(type)).period;
    });
  }

  /** Everything whose time is over, wherever it stands: the longest over first. */
  list(): Promise<EndedRecord[]> {
    return this.transactions.run(async () => {
      const lines = await this.transactions.query<EndedRecord>(`select ${LINE} from retention_lines(null)`);
      if (lines.length > 0) this.records.audit({ action: 'list', subject: SUBJECT, personIds: [...new Set(lines.map(({ personId }) => personId))] });
      return lines;
    });
  }

  /** @throws NotFound for what has not come to its end, as for what is not the caller's */
  one(personId: string, type: string): Promise<EndedRecord> {
    return this.transactions.run(async () => {
      const [line] = RECORD_TYPES.some((known) => known === type) ? await this.transactions.query<EndedRecord>(`select ${LINE} from retention_lines($1) where record_type = $2`, [personId, type]) : [];
      if (!line) throw new NotFound(SUBJECT, undefined, personId);
      this.records.audit({ action: 'read', subject: SUBJECT, personId });
      return line;
    });
  }

  /** Kept until a day, or proposed to be disposed of. @throws NotFound; Invalid `required`, `date.past` for the day; Conflict `retention.held`, `retention.state` */
  decide(personId: string, type: string, { decision, because, keepUntil }: DecideRetention): Promise<void> {
    return this.transactions.run(async () => {
      await this.one(personId, type);
      if (decision === 'keep' && !keepUntil) throw Invalid.field('/keepUntil', 'required', 'Enter until when it is kept');
      if (decision === 'keep' && keepUntil && keepUntil <= localDay(new Date())) throw Invalid.field('/keepUntil', 'date.past', 'Until when it is kept must be after today');
      await this.done(personId, type, decision, 'select decide_retention($1, $2, $3, $4, $5) as done', [personId, type, decision, because, decision === 'keep' ? keepUntil : null]);
    });
  }

  /** By somebody else than who proposed it. Nothing is destroyed by it. @throws NotFound, StaleVersion; Conflict `retention.own` for who proposed it, `retention.held`, `retention.state` */
  approve(personId: string, type: RecordType, version: number): Promise<void> {
    return this.settle(personId, type, version, 'approve', null);
  }

  /** It is decided again. @throws as `approve` */
  stop(personId: string, type: RecordType, version: number, { whyStopped }: StopDisposal): Promise<void> {
    return this.settle(personId, type, version, 'stop', whyStopped);
  }

  private settle(personId: string, type: RecordType, version: number, act: 'approve' | 'stop', why: string | null): Promise<void> {
    return this.transactions.run(async () => {
      await this.one(personId, type);
      await this.done(personId, type, act, 'select settle_disposal($1, $2, $3, $4, $5) as done', [personId, type, version, act, why]);
    });
  }

  private async done(personId: string, type: string, act: string, sql: string, values: unknown[]): Promise<void> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ done: string }>(sql, values);
    if (row?.done === 'stale') throw new StaleVersion(await this.one(personId, type));
    if (row?.done === 'own') throw new Conflict('retention.own', 'Somebody else who looks after information approves what you proposed');
    if (row?.done === 'held') throw new Conflict('retention.held', HELD);
    if (row?.done !== 'done') throw new Conflict('retention.state', 'This has been decided meanwhile. Look at it again');
    this.records.audit({ action: 'decide', subject: SUBJECT, personId, detail: { type, act } });
  }
}
