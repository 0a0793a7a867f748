import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { AboutMe } from './items.entity';
import type { Merge, MergeOf, MergeSide } from './merge';
import type { DecideMerge, ProposeMerge, UndoMerge } from './merges.commands';
import { PersonsQueries } from './persons.queries';

/** Two records of one person: nothing of them moves, and who reads what of each stays as it is. */
@Injectable()
export class Merges {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: PersonsQueries,
  ) {}

  /** As which record this one goes on, for whoever works with both; null for everybody else, and where there is none. */
  goesOnAs(personId: string): Promise<string | null> {
    return this.transactions.run(async () => {
      const [row] = await this.transactions.query<{ kept: string | null }>('select kept_record($1) as kept', [personId]);
      if (row?.kept) this.records.audit({ action: 'list', subject: 'Person', personIds: [personId, row.kept] });
      return row?.kept ?? null;
    });
  }

  /** What is proposed and what stands; nothing for whoever does not work with both. */
  of(personId: string): Promise<MergeOf[]> {
    return this.transactions.run(() => this.queries.merges(personId));
  }

  /**
   * Somebody else decides about it. Until then nothing changes.
   * @throws NotFound, Forbidden of either; Conflict `merge.exists`, and `merge.case` where a case is open in the record that would not go on
   */
  propose(personId: string, other: string, { keep, because }: ProposeMerge): Promise<void> {
    return this.transactions.run(async () => {
      for (const one of [personId, other]) await this.records.mayCreate(AboutMe, one);
      const [kept, merged] = keep === 'this' ? [personId, other] : [other, personId];
      const answer = await this.done('select propose_merge($1, $2, $3) as answer', [kept, merged, because]);
      if (answer === 'exists') throw new Conflict('merge.exists', 'This is proposed already, or done');
      if (answer === 'case') throw new Conflict('merge.case', 'A case is open in the record that would not go on. Close it first, or choose that record to go on');
      await this.transactions.remindTold();
      this.audit('propose-merge', kept, merged);
    });
  }

  /** Whoever proposed it takes it back. @throws NotFound; StaleVersion */
  withdraw(personId: string, other: string, version: number): Promise<void> {
    return this.transactions.run(async () => {
      const mine = (await this.of(personId)).find((one) => one.other === other && one.state === 'proposed' && one.isMine);
      if (!mine) throw new NotFound('Person', undefined, personId);
      if ((await this.done('select withdraw_merge($1, $2) as answer', [mine.id, version])) === 'stale') throw new StaleVersion(mine);
      this.audit('propose-merge', personId, other);
    });
  }

  /** For leads of the organisation that holds the record which goes on and who know both: what waits first, at most 200. @param id of one of them, wherever it stands among them */
  toDecide(id: string | null = null): Promise<Merge[]> {
    return this.transactions.run(async () => {
      const rows = await this.transactions.query<Omit<Merge, 'kept' | 'merged'> & { sides: readonly [MergeSide, MergeSide] }>(
        `select id, state, json_build_array(json_build_object('personId', kept, 'name', kept_name, 'birthDate', kept_born, 'organisation', kept_at),
                                            json_build_object('personId', merged, 'name', merged_name, 'birthDate', merged_born, 'organisation', merged_at)) as sides,
                because, proposed_by as "proposedBy", proposed_at as "proposedAt", is_mine as "isMine", decided_by as "decidedBy", decided_because as "decidedBecause", decided_at as "decidedAt", version from merges_to_decide($1)`, [id]);
      // In "who looked" it reads like any list: that there are two records is told to nobody by it.
      if (rows.length > 0) this.records.audit({ action: 'list', subject: 'Person', personIds: rows.flatMap(({ sides }) => sides.map(({ personId }) => personId)) });
      return rows.map(({ sides: [kept, merged], ...row }) => ({ ...row, kept, merged }));
    });
  }

  /** @throws NotFound */
  async one(id: string): Promise<Merge> {
    const [merge] = await this.toDecide(id);
    if (!merge) throw new NotFound('Merge', id);
    return merge;
  }

  /** @throws NotFound; Forbidden for whoever proposed it; StaleVersion; Conflict `merge.blocked` */
  decide(id: string, version: number, { decision, because }: DecideMerge): Promise<void> {
    return this.transactions.run(async () => {
      const merge = await this.one(id);
      if (merge.isMine) throw new Forbidden('action.forbidden', 'You proposed it. Somebody else decides');
      const yes = decision === 'confirm';
      await this.settled(merge, 'select decide_merge($1, $2, $3, $4) as answer', [id, version, yes, because]);
      if (yes) this.records.news('person.merged', merge.kept.personId, { users: await this.told(id) });
      else this.records.news('person.merge-declined', merge.kept.personId, { users: await this.told(id) });
    });
  }

  /** Both are as they were; what was written since stays where it was written. @throws NotFound; StaleVersion */
  undo(id: string, version: number, { because }: UndoMerge): Promise<void> {
    return this.transactions.run(async () => {
      const merge = await this.one(id);
      await this.settled(merge, 'select undo_merge($1, $2, $3) as answer', [id, version, because], 'unmerge');
      this.records.news('person.unmerged', merge.kept.personId, { users: await this.told(id) });
    });
  }

  private async settled(merge: Merge, sql: string, values: unknown[], action: 'merge' | 'unmerge' = 'merge'): Promise<void> {
    const answer = await this.done(sql, values);
    if (answer === 'stale') throw new StaleVersion(merge);
    if (answer === 'blocked') throw new Conflict('merge.blocked', 'These two cannot be joined as things stand. Talk to the key worker of each: a case that is open in both, another record that one of them is joined to, or who may know of whose help, is settled first');
    for (const { personId } of [merge.kept, merge.merged]) this.transactions.forgetAccess(personId);
    this.audit(action, merge.kept.personId, merge.merged.personId);
  }

  private async done(sql: string, values: unknown[]): Promise<string | undefined> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ answer: string }>(sql, values);
    return row?.answer;
  }

  private async told(id: string): Promise<string[]> {
    return (await this.transactions.query<{ who: string }>('select merge_told($1) as who', [id])).map(({ who }) => who);
  }

  private audit(action: 'propose-merge' | 'merge' | 'unmerge', ...personIds: string[]): void {
    for (const personId of personIds) this.records.audit({ action, subject: 'Person', personId });
  }
}
