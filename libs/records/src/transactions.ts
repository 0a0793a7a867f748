import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { currentContext, scopesOf, type RequestContext } from '@app/kernel';
import type { AccessRow } from '@app/access';
import { insertEvents, type AuditEvent } from './audit';
import { Untold, type CalendarLetter, type Change, type Digest, type News } from './news';
import { signContext } from './signed-context';

export const CONTEXT_KEY = Symbol('context key');

/** One transaction: its connection once opened, what it has to tell the audit, and the facts it has loaded. */
interface Unit {
  readonly context: RequestContext;
  opened: Promise<QueryRunner> | null;
  begun: Promise<unknown> | null;
  events: AuditEvent[];
  readonly untold: Untold;
  wrote: boolean;
  readonly access: Map<string, Promise<readonly AccessRow[]>>;
  readonly afterCommit: (() => void)[];
}

const units = new AsyncLocalStorage<Unit>();
const UUIDS_AND_WORDS = /^[0-9a-z|,_-]+$/i;

/**
 * One transaction a request, opened at the first use, committed before anything is answered. The signed context is
 * set with it and dies with it. Outside a context nothing opens.
 */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONTEXT_KEY) private readonly key: Buffer,
  ) {}

  /**
   * Joins the transaction of this request, else makes one that lasts as long as `work`.
   * @param meanwhile what can be done with the result, without the database, while the commit is on its way
   */
  async run<T>(work: () => Promise<T>, meanwhile?: (result: T) => void): Promise<T> {
    if (units.getStore()) return work();
    const unit: Unit = { context: currentContext(), opened: null, begun: null, events: [], untold: new Untold(), wrote: false, access: new Map(), afterCommit: [] };
    try {
      const result = await units.run(unit, work);
      await this.commit(unit, meanwhile && (() => meanwhile(result)));
      return result;
    } catch (error) {
      await this.rollback(unit);
      throw error;
    }
  }

  /**
   * Part of the work that may fail alone: what it changed and wanted told is undone, its error is thrown, and whoever catches that goes on
   * with the rest. One part at a time.
   */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.run(async () => {
      const unit = this.unit();
      const [events, told] = [unit.events.length, unit.untold.mark()];
      await this.query('savepoint apart');
      try {
        const result = await work();
        await this.query('release savepoint apart');
        return result;
      } catch (error) {
        await this.query('rollback to savepoint apart');
        unit.events.length = events;
        unit.untold.backTo(told);
        unit.access.clear();
        throw error;
      }
    });
  }

  perRequest<T>(work: () => Promise<T>, meanwhile?: (result: T) => void): Promise<T> {
    return this.run(work, meanwhile);
  }

  /** The entity manager of the open transaction. Only `records` and the queries of modules use it. */
  async manager(): Promise<EntityManager> {
    return (await this.runner()).manager;
  }

  query<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.run(async () => (await this.runner()).query(sql, values as unknown[]) as unknown as Promise<R[]>);
  }

  /** Says that the transaction changed something: it is then waited for on every standby. */
  wrote(): void {
    this.unit().wrote = true;
  }

  /** Kept until the commit and written in the same transaction: no audit, no data. */
  tell(event: AuditEvent): void {
    this.unit().events.push(event);
  }

  /** Kept until the commit and enqueued in the same transaction. What is imported or made up for a demonstration is history, not news. */
  tellNews(news: Omit<News, 'id' | 'by'>): void {
    const { context, untold } = this.unit();
    if (context.source === 'ui' || context.source === 'api') untold.tell({ ...news, by: context.actor.userId });
  }

  /** Enqueued with the commit: one letter at a time waits for somebody. */
  remind(digest: Digest, minutes: number): void {
    this.unit().untold.remind(digest, minutes);
  }

  /** Whoever the database itself told in this transaction is written to with whatever else waits for them: who they are stands in no answer. */
  async remindTold(minutes = 30): Promise<void> {
    const [row] = await this.query<{ told: string[] | null }>(`select string_to_array(nullif(current_setting('onestory.told', true), ''), ',') as told`);
    for (const userId of new Set(row?.told ?? [])) this.remind({ userId }, minutes);
  }

  /** Enqueued with the commit: one at a time waits for somebody about the same thing. */
  writeToCalendar(letter: CalendarLetter): void {
    this.unit().untold.writeToCalendar(letter);
  }

  /** Said with the commit to servers on which somebody may be looking at the person. */
  tellChange(change: Omit<Change, 'by'>): void {
    const { context, untold } = this.unit();
    if (context.source === 'ui' || context.source === 'api') untold.changed({ ...change, by: context.actor.userId });
  }

  afterCommit(work: () => void): void {
    this.unit().afterCommit.push(work);
  }

  /** The caller's own live doors to one person, read once a transaction. */
  accessTo(personId: string): Promise<readonly AccessRow[]> {
    const { access, context } = this.unit();
    const known = access.get(personId);
    if (known) return known;
    const loaded = this.query<AccessRow>(
      `select scope_id as "scopeId", organisation_id as "organisationId", basis, categories, refused, excluded
         from person_access where person_id = $1 and scope_id = any ($2) and now() >= starts and now() < until`,
      [personId, scopesOf(context.actor)],
    );
    access.set(personId, loaded);
    return loaded;
  }

  forgetAccess(personId: string): void {
    this.unit().access.delete(personId);
  }

  /** For the definer functions that are asked before anybody has signed in, and for short acts that must not roll back. */
  async outside<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.dataSource.query<R[]>(sql, values as unknown[]);
  }

  private unit(): Unit {
    const unit = units.getStore();
    if (!unit) throw new Error('No transaction: use Transactions.run()');
    return unit;
  }

  private runner(): Promise<QueryRunner> {
    const unit = this.unit();
    unit.opened ??= this.open(unit);
    return unit.opened;
  }

  private async open(unit: Unit): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const signed = signContext(this.key, unit.context.actor, new Date(), unit.context.personId);
      if (!UUIDS_AND_WORDS.test(signed)) throw new Error('A context holds ids and words only');
      const client = (await runner.connect()) as PoolClient;
      // What follows is sent behind it without waiting; a transaction that could not begin refuses all of it.
      unit.begun = client.query(`begin; set local statement_timeout = '20s'; set local synchronous_commit = local; select set_config('onestory.context', '${signed}', true)`);
      unit.begun.catch(() => undefined);
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      return runner;
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  private async commit(unit: Unit, meanwhile?: () => void): Promise<void> {
    if (!unit.opened && !unit.events.length) return;
    const runner = await units.run(unit, () => this.runner());
    const client = (await runner.connect()) as PoolClient;
    // All is sent at once: when the events or the news cannot be written, the commit behind them is a rollback.
    const told = unit.events.length ? insertEvents(client, unit.context, unit.events) : null;
    const news = unit.untold.write(client);
    // A read waits for this disk only, so that reading goes on when a standby is gone.
    const done = client.query(unit.wrote ? 'set local synchronous_commit to default; commit' : 'commit');
    const answers = Promise.allSettled([unit.begun, told, news, done]);
    if (meanwhile) {
      // What was asked leaves this process with its next turn.
      await setImmediate();
      meanwhile();
    }
    for (const answer of await answers) {
      if (answer.status === 'rejected') throw answer.reason;
    }
    if (!isCommitted(await done)) throw new Error('A statement had failed, and its transaction was rolled back');
    await this.release(runner);
    for (const work of unit.afterCommit) work();
  }

  private async rollback(unit: Unit): Promise<void> {
    const runner = await unit.opened?.catch(() => null);
    if (!runner || runner.isReleased) return;
    try {
      await ((await runner.connect()) as PoolClient).query('rollback');
    } catch {
      // The connection is gone, and the transaction with it.
    } finally {
      await this.release(runner);
    }
  }

  private async release(runner: QueryRunner): Promise<void> {
    (runner as { isTransactionActive: boolean }).isTransactionActive = false;
    await runner.release();
  }
}

/** What a transaction that had failed answers to `commit` is `ROLLBACK`, and no error. */
function isCommitted(answer: QueryResult | QueryResult[]): boolean {
  return [answer].flat().at(-1)?.command === 'COMMIT';
}
