import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, SelectQueryBuilder } from 'typeorm';
import { factsOf, lineToSql, policies, toSql, withFacts, type AppAbility, type Subject } from '@app/access';
import { currentContext, Forbidden, newId, NotFound, StaleVersion } from '@app/kernel';
import type { AuditEvent } from './audit';
import { PersonItem } from './item.entity';
import type { Addressees } from './news';
import { StateTransition } from './state-transition.entity';
import { Transactions } from './transactions';

const HELP_HAS_ENDED = 'Your help has ended. You can still write a closing note, and nothing else';

/** An entity class of rows that belong to a person. */
export type PersonOwned<T extends object> = (new () => T) & Subject;
interface Versioned {
  personId: string;
  rowVersion: number;
}

/** Rows of one statement: far below the 65,535 values that Postgres takes. */
const AT_ONCE = 500;

/**
 * The only door to rows about people. Reads are narrowed by the caller's ability, writes are checked before and after,
 * both are audited in the same transaction, and what may not be seen is answered like what does not exist.
 */
@Injectable()
export class Records {
  constructor(private readonly transactions: Transactions) {}

  /** What the caller may do. */
  ability(): AppAbility {
    return policies.abilityFor(currentContext().actor);
  }

  /** A query over the rows of `entity` that the caller may read. */
  async readable<T extends object>(entity: PersonOwned<T>, alias: string): Promise<SelectQueryBuilder<T>> {
    const manager = await this.transactions.manager();
    // What was asked beside it leaves this process first: the database works while the next are put together.
    await setImmediate();
    const query = manager.getRepository(entity as EntityTarget<T>).createQueryBuilder(alias);
    let n = 0;
    const sql = toSql(this.ability(), 'read', entity, `"${alias}"`, (value) => {
      const name = `acl_${alias}_${n++}`;
      query.setParameter(name, value);
      return `:${name}`;
    });
    return query.where(sql);
  }

  /**
   * The condition that narrows hand-written SQL of a module's queries; values are appended to `values`.
   * @returns SQL over `alias`, with `$n` placeholders that continue from `values`
   */
  readableSql(entity: Subject, alias: string, values: unknown[]): string {
    return toSql(this.ability(), 'read', entity, alias, (value) => `$${values.push(value)}`);
  }

  /** The same for a line of the worklist: whether the caller may read the person whom it lists. */
  listedSql(person: Subject, line: string, values: unknown[]): string {
    return lineToSql(this.ability(), person, line, (value) => `$${values.push(value)}`);
  }

  /**
   * Of these items of one entity, or people, known by its name only, those that the caller may read now: for what points at items, and shows nothing of
   * them. So nothing is audited.
   */
  async readableAmong(subject: string, items: readonly { personId: string; id: string }[]): Promise<Set<string>> {
    const entity = policies.subjects.find((one) => one.name === subject);
    if (!entity || items.length === 0) return new Set();
    const { tableName, propertiesMap } = (await this.transactions.manager()).connection.getMetadata(entity as EntityTarget<object>);
    const id = 'id' in propertiesMap ? 'r.id' : 'r.person_id';
    const values: unknown[] = [items.map((item) => item.personId), items.map((item) => item.id)];
    const rows = await this.transactions.query<{ id: string }>(
      `select ${id} as id from ${tableName} r join unnest($1::uuid[], $2::uuid[]) as asked (person_id, id) on r.person_id = asked.person_id and ${id} = asked.id
        where ${this.readableSql(entity, 'r', values)}`,
      values,
    );
    return new Set(rows.map((row) => row.id));
  }

  /** One item, audited; NotFound when it is not there for this caller. */
  async get<T extends PersonItem>(entity: PersonOwned<T>, personId: string, id: string): Promise<T> {
    return this.transactions.run(async () => {
      const row = await (await this.readable(entity, 'r')).andWhere('r.personId = :personId and r.id = :id', { personId, id }).getOne();
      if (!row) throw new NotFound(entity.name, id, personId);
      this.audit({ action: 'read', subject: entity.name, personId, subjectIds: [id] });
      return row;
    });
  }

  /** Throws Forbidden when the caller's role never lets it do this, whatever the record. */
  demand(action: string, entity: Subject): void {
    if (!this.ability().rulesFor(action, entity).some((rule) => !rule.inverted)) throw new Forbidden('action.forbidden');
  }

  /** Throws what `create` of such an item would: for a fact, whose own rules are in the database. */
  async mayCreate<T extends PersonItem>(entity: PersonOwned<T>, personId: string): Promise<void> {
    await this.check('create', entity, personId, this.row(entity, { personId, category: 'identity', audience: 'circle', visibleToPerson: false } as Partial<T>));
  }

  /** A new item in the name of the caller's organisation; who helps discreetly writes for those only who know of it. */
  async create<T extends PersonItem>(entity: PersonOwned<T>, values: Partial<T>): Promise<T> {
    return this.transactions.run(async () => {
      const row = this.row(entity, values);
      row.sealedTo ??= await this.knownOnlyTo(row.personId);
      await this.check('create', entity, row.personId, row);
      await this.insert(entity, row);
      this.audit({ action: 'create', subject: entity.name, personId: row.personId, subjectIds: [row.id] });
      this.transactions.tellChange({ personId: row.personId, subject: entity.name, subjectId: row.id });
      return row;
    });
  }

  /** Many new items of one kind about one person, in one statement and one event of the audit. What is true of `create` is true of each. */
  async createAll<T extends PersonItem>(entity: PersonOwned<T>, personId: string, values: readonly Partial<T>[]): Promise<T[]> {
    if (values.length === 0) return [];
    return this.transactions.run(async () => {
      const sealedTo = await this.knownOnlyTo(personId);
      const rows = values.map((each) => this.row(entity, { sealedTo, ...each, personId }));
      for (const row of rows) await this.check('create', entity, personId, row);
      for (let from = 0; from < rows.length; from += AT_ONCE) await this.insert(entity, rows.slice(from, from + AT_ONCE));
      this.audit({ action: 'create', subject: entity.name, personId, subjectIds: rows.map(({ id }) => id) });
      for (const { id } of rows) this.transactions.tellChange({ personId, subject: entity.name, subjectId: id });
      return rows;
    });
  }

  /** An item in the name of the caller's organisation, not yet written. */
  private row<T extends PersonItem>(entity: PersonOwned<T>, values: Partial<T>): T {
    const { actor, source } = currentContext();
    return Object.assign(new entity() as T, {
      id: newId(), ownerOrganisationId: actor.organisationId, namedOrganisations: [], sealedTo: null, createdAt: new Date(), createdBy: actor.userId, source, rowVersion: 1, ...values,
    });
  }

  /** The only users who may know that the caller's organisation helps the person; null where that is no secret. */
  async knownOnlyTo(personId: string): Promise<string[] | null> {
    const [door] = await this.transactions.query<{ sealedTo: string[] | null }>(
      `select sealed_to as "sealedTo" from relationship where person_id = $1 and organisation_id = (select ctx_organisation()) and now() < ends
        order by discreet, starts desc limit 1`,
      [personId],
    );
    return door?.sealedTo ?? null;
  }

  /** Inserts without reading back: a row may be written that its writer cannot see. For the facts, whose rules are in the database. */
  async insert<T extends object>(entity: PersonOwned<T>, row: T | readonly T[]): Promise<void> {
    const manager = await this.transactions.manager();
    this.transactions.wrote();
    await manager.createQueryBuilder().insert().into(entity as EntityTarget<T>).values(row as T | T[]).updateEntity(false).execute();
  }

  /**
   * Changes an item that the caller may change before and after.
   * @param version the row version that the caller read; another one now is StaleVersion with the current row
   * @param detail what the audit keeps of it besides
   */
  async change<T extends Versioned>(entity: PersonOwned<T>, key: Partial<T> & { personId: string }, version: number, changes: Partial<T>, action = 'change', detail?: AuditEvent['detail']): Promise<T> {
    return this.transactions.run(async () => {
      const before = await (await this.readable(entity, 'r')).andWhere(keyed(key), key).getOne();
      if (!before) throw new NotFound(entity.name, undefined, key.personId);
      await this.check(action, entity, key.personId, before);
      if (before.rowVersion !== version) throw new StaleVersion(before);
      const after = Object.assign(Object.create(Object.getPrototypeOf(before) as object) as T, before, changes, { rowVersion: version + 1 });
      await this.check(action, entity, key.personId, after);
      const manager = await this.transactions.manager();
      this.transactions.wrote();
      const done = await manager.createQueryBuilder().update(entity as EntityTarget<T>).set({ ...changes, rowVersion: version + 1 } as never)
        .where(`${keyed(key, '')} and rowVersion = :version`, { ...key, version }).updateEntity(false).execute();
      if (!done.affected) throw new StaleVersion(before);
      this.audit({ action, subject: entity.name, personId: key.personId, subjectIds: 'id' in key ? [key.id as string] : undefined, detail });
      if ('id' in key) this.transactions.tellChange({ personId: key.personId, subject: entity.name, subjectId: key.id as string });
      return after;
    });
  }

  /** Writes the one row that records a change of state; it is seen by whoever sees the item. */
  async transition(item: PersonItem, entity: string, from: string | null, to: string, reason: string | null = null, effectiveAt = new Date()): Promise<void> {
    const { actor, source } = currentContext();
    await this.insert(StateTransition, Object.assign(new StateTransition(), {
      personId: item.personId, id: newId(), ownerOrganisationId: actor.organisationId, category: item.category, audience: item.audience,
      namedOrganisations: item.namedOrganisations, visibleToPerson: item.visibleToPerson, sealedTo: item.sealedTo, createdAt: new Date(),
      createdBy: actor.userId, source, rowVersion: 1, entity, entityId: item.id, fromState: from, toState: to, effectiveAt, reason, actorName: actor.name,
    }));
  }

  /**
   * Tells, with the commit and not without it, that something happened to an item. Whoever is addressed hears of it when they may read the
   * item, each in their own name; whoever did it does not.
   * @param kind dotted, in the past tense: `key-worker.named`
   * @param item or the person's id, for what whoever may open the person may know
   */
  news(kind: string, item: Pick<PersonItem, 'personId' | 'id'> | string, to: Addressees): void {
    const about = typeof item === 'string' ? { personId: item, subject: 'Person', subjectId: item } : { personId: item.personId, subject: item.constructor.name, subjectId: item.id };
    this.transactions.tellNews({ kind, ...about, to });
  }

  audit(event: AuditEvent): void {
    this.transactions.tell(event);
  }

  /** A person who cannot be opened is not found; one who can, with an act that is not the caller's, is forbidden. */
  async check(action: string, entity: Subject, personId: string, row: object): Promise<void> {
    const { actor } = currentContext();
    const access = await this.transactions.accessTo(personId);
    factsOf(entity);
    if (this.ability().can(action, withFacts(entity, row, access, actor.userId) as never)) return;
    const open = access.filter((door) => !door.excluded.includes(actor.userId));
    if (open.length === 0) throw new NotFound(entity.name, undefined, personId);
    throw new Forbidden('action.forbidden', open.every((door) => door.basis === 'wind_down') ? HELP_HAS_ENDED : undefined);
  }

  /** What nobody does in the person's place. @throws NotFound for everybody else, family carers too */
  async mustBeThemself(personId: string): Promise<void> {
    const { actor } = currentContext();
    const own = (await this.transactions.accessTo(personId)).some((door) => door.basis === 'own' && door.scopeId === actor.userId && !door.excluded.includes(actor.userId));
    if (!own) throw new NotFound('Person', undefined, personId);
  }

  /** Does the caller open the person in an emergency and by nothing else, so that they read and write notes and decide nothing? */
  async opensInEmergencyAlone(personId: string): Promise<boolean> {
    return (await this.transactions.accessTo(personId)).every((door) => door.basis === 'break_glass');
  }

  /** Has the caller's help ended, so that they only read what is their own and write the closing note? */
  async windsDown(personId: string): Promise<boolean> {
    const { actor } = currentContext();
    const ours = (await this.transactions.accessTo(personId)).filter((door) => door.organisationId !== null && door.organisationId === actor.organisationId && door.basis !== 'records');
    return ours.length > 0 && ours.every((door) => door.basis === 'wind_down');
  }
}

const keyed = (key: object, alias = 'r.'): string => Object.keys(key).map((column) => `${alias}${column} = :${column}`).join(' and ');
