import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, type FieldFault } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { ConversationsQueries } from './conversations.queries';
import { REFUSES, type Exception } from './exceptions';
import { aDecision } from './fact';
import { SharingDecision } from './facts.entity';
import type { DecideObjection, ExplainObjection, MakeObjection, WithdrawObjection } from './objection.commands';
import { Objection, type ObjectionState } from './objection.entity';
import { SharingQueries } from './sharing.queries';

export interface ObjectionRow {
  readonly objection: Objection;
  /** against whom */
  readonly organisation: string;
  /** whether the caller may decide it now, or explain it */
  readonly mayDecide: boolean;
  readonly mayChange: boolean;
}

/** Objections: applied at once, explained, decided with reasons, looked at again. Never does one take from an organisation its own record. */
@Injectable()
export class Objections {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly sharing: SharingQueries,
    private readonly queries: ConversationsQueries,
  ) {}

  /** What the caller may read of them, newest first. */
  list(personId: string): Promise<ObjectionRow[]> {
    return this.transactions.run(async () => {
      const found = await (await this.records.readable(Objection, 'o')).andWhere('o.personId = :personId', { personId }).orderBy('o.createdAt', 'DESC').addOrderBy('o.id', 'DESC').getMany();
      if (found.length > 0) this.records.audit({ action: 'read', subject: 'Objection', personId, subjectIds: found.map(({ id }) => id) });
      return this.rows(found);
    });
  }

  /** @throws NotFound */
  one(personId: string, id: string): Promise<ObjectionRow> {
    return this.transactions.run(async () => {
      const [row] = await this.rows([await this.records.get(Objection, personId, id)]);
      return row as ObjectionRow;
    });
  }

  /**
   * Writes it down, and it holds with the next request of whom it is about.
   * @throws NotFound, Forbidden, Invalid for one's own organisation or one that there is not
   */
  make(personId: string, { organisationId, level, said }: MakeObjection): Promise<Objection> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      if (organisationId === actor.organisationId) throw Invalid.field('/organisationId', 'organisation.own', 'What your own organisation may not see is written down by the key worker’s');
      if (!(await this.queries.known([organisationId])).has(organisationId)) throw Invalid.field('/organisationId', 'choice', 'Choose the organisation from the list');
      // Everybody who reads it reads who was told: whoever helps discreetly writes down nothing.
      if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden');
      await this.sharing.alone(personId);
      const decision = this.restriction(personId, organisationId, level);
      const named = (await this.queries.keyWorkerOrganisations(personId)).filter((one) => one !== organisationId);
      const objection = await this.records.create(Objection, {
        personId, category: 'circle', audience: 'named', namedOrganisations: named, visibleToPerson: false, organisationId, decisionId: decision.id, level, said, authorName: actor.name, state: 'applied',
        explained: null, explainedBy: null, reasons: null, decidedBy: null, guardian: null, decidedAt: null, reviewOn: null,
      });
      await this.records.insert(SharingDecision as never, decision);
      await this.records.transition(objection, 'Objection', null, 'applied');
      await this.hold(personId);
      await this.transactions.remindTold();
      return objection;
    });
  }

  /** @throws NotFound, Forbidden, StaleVersion, Conflict `objection.state` */
  explain(personId: string, id: string, version: number, { explained }: ExplainObjection): Promise<Objection> {
    return this.move(personId, id, version, 'explained', 'change', () => ({ explained, explainedBy: currentContext().actor.name }));
  }

  /**
   * Writes down what was decided, and it holds from now on: upheld it stays as it is, in part it is narrowed to what is given, otherwise it ends.
   * @throws as `explain`; Forbidden for who wrote it down; Invalid
   */
  decide(personId: string, id: string, version: number, { outcome, level, reasons, decidedBy, guardian, reviewOn }: DecideObjection): Promise<Objection> {
    return this.move(personId, id, version, outcome, 'decide', async (before) => {
      if (before.createdBy === currentContext().actor.userId) throw new Forbidden('action.forbidden', 'Whoever wrote the objection down does not decide it');
      check(before, outcome, level ?? null, reviewOn ?? null);
      const decided = { reasons, decidedBy, guardian, decidedAt: new Date(), reviewOn: outcome === 'not_upheld' ? null : reviewOn ?? null };
      if (outcome === 'not_upheld') await this.queries.endRefusal(personId, before.decisionId);
      if (outcome !== 'partly_upheld' || !level) return decided;
      await this.queries.endRefusal(personId, before.decisionId);
      const decision = this.restriction(personId, before.organisationId, level);
      await this.records.insert(SharingDecision as never, decision);
      return { ...decided, level, decisionId: decision.id };
    });
  }

  /** The person takes it back: it holds no longer. @throws as `explain` */
  withdraw(personId: string, id: string, version: number, { reason }: WithdrawObjection): Promise<Objection> {
    return this.move(personId, id, version, 'withdrawn', 'change', async (before) => {
      await this.queries.endRefusal(personId, before.decisionId);
      return {};
    }, reason);
  }

  private move(personId: string, id: string, version: number, to: ObjectionState, action: string, changes: (before: Objection) => Partial<Objection> | Promise<Partial<Objection>>, reason: string | null = null): Promise<Objection> {
    return this.transactions.run(async () => {
      await this.sharing.alone(personId);
      const before = await this.records.get(Objection, personId, id);
      await this.records.check(action, Objection, personId, before);
      const { from } = before.moveTo(to);
      const after = await this.records.change(Objection, { personId, id }, version, { ...(await changes(before)), state: to }, action);
      await this.records.transition(after, 'Objection', from, to, reason);
      await this.hold(personId);
      return after;
    });
  }

  private restriction(personId: string, organisationId: string, level: Exception): SharingDecision {
    return aDecision(personId, { organisationId, permit: false, objection: true, categories: [...REFUSES[level]], authority: 'refused_by_person' });
  }

  private async hold(personId: string): Promise<void> {
    await this.persons.refreshAccess(personId);
    this.records.audit({ action: 'refuse', subject: 'Relationship', personId });
  }

  private async rows(objections: readonly Objection[]): Promise<ObjectionRow[]> {
    const names = await this.queries.names(objections.map(({ organisationId }) => organisationId));
    const { actor } = currentContext();
    const ours = (one: Objection): boolean => one.ownerOrganisationId === actor.organisationId;
    return objections.map((objection) => ({
      objection, organisation: names.get(objection.organisationId) ?? '', mayChange: ours(objection) && actor.roles.some((role) => ['practitioner', 'team_manager'].includes(role)),
      mayDecide: ours(objection) && actor.roles.includes('team_manager') && objection.createdBy !== actor.userId,
    }));
  }
}

/** A part is less than all of it, and what goes on holding is looked at again. */
function check(before: Objection, outcome: ObjectionState, level: Exception | null, reviewOn: string | null): void {
  const faults: FieldFault[] = [];
  if (outcome === 'partly_upheld' && !(level && level !== before.level && REFUSES[level].every((category) => REFUSES[before.level].includes(category)))) {
    faults.push({ pointer: '/level', code: level ? 'choice' : 'required', message: 'Choose what they may not see from now on: less than until now' });
  }
  if (outcome !== 'not_upheld' && !reviewOn) faults.push({ pointer: '/reviewOn', code: 'required', message: 'Enter the day to look again' });
  if (faults.length > 0) throw new Invalid(faults);
}
