import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, NotFound } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import type { LiftKnownPerson } from './oversight.commands';

/** A colleague who keeps themselves out of somebody's record. */
export interface KnownPerson {
  id: string;
  personId: string;
  name: string;
  birthDate: string | null;
  userId: string;
  colleague: string;
  saidAt: Date;
}

/** "I know this person": whoever says so no longer opens the record. Nobody is asked why, and nothing else changes for them. */
@Injectable()
export class Knowing {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
  ) {}

  /**
   * The caller keeps themselves out, from their next request. Their managers are told, and not why.
   * @throws NotFound; Conflict `keyWorker.leads` for the key worker, who hands over first
   */
  say(personId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.persons.find(personId);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ said: 'said' | 'leads' }>('select know_person($1) as said', [personId]);
      if (row?.said === 'leads') throw new Conflict('keyWorker.leads', 'You are the key worker. Hand over to somebody else first, then say that you know them');
      this.transactions.forgetAccess(personId);
      this.records.audit({ action: 'know', subject: 'Person', personId });
      this.records.news('person.known', personId, { users: await this.managers() });
    });
  }

  /** Colleagues who keep themselves out, for who may let them in again; never oneself. */
  list(): Promise<KnownPerson[]> {
    return this.transactions.run(async () => {
      const known = await this.transactions.query<KnownPerson>(
        `select id, person_id as "personId", name, birth_date::text as "birthDate", user_id as "userId", colleague, said_at as "saidAt" from known_people()`,
      );
      if (known.length > 0) this.records.audit({ action: 'list', subject: 'KnownPeople', personIds: [...new Set(known.map(({ personId }) => personId))] });
      return known;
    });
  }

  /** @throws NotFound */
  async one(id: string): Promise<KnownPerson> {
    const known = (await this.list()).find((one) => one.id === id);
    if (!known) throw new NotFound('KnownPeople', id);
    return known;
  }

  /** The colleague may open the person again, and is told. @throws NotFound */
  lift(id: string, { because }: LiftKnownPerson): Promise<void> {
    return this.transactions.run(async () => {
      const { personId, userId } = await this.one(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: 'lifted' | 'none' }>('select lift_known_person($1, $2) as done', [id, because]);
      if (row?.done !== 'lifted') throw new NotFound('KnownPeople', id);
      this.records.audit({ action: 'lift', subject: 'Person', personId });
      this.records.news('person.known-no-more', personId, { users: [userId] });
    });
  }

  /** The managers of the caller's teams; where there are none, of the organisation. */
  private async managers(): Promise<string[]> {
    const { userId, membershipId } = currentContext().actor;
    const managers = await this.transactions.query<{ userId: string; near: boolean }>(
      `select m.user_id as "userId", exists (select 1 from team_member t join team_member mine on mine.team_id = t.team_id and mine.membership_id = $2 where t.membership_id = m.id) as near
         from membership m where m.organisation_id = (select ctx_organisation()) and 'team_manager' = any (m.roles) and now() >= m.starts and now() < m.ends and m.user_id <> $1`,
      [userId, membershipId],
    );
    const near = managers.filter((one) => one.near);
    return (near.length > 0 ? near : managers).map((one) => one.userId);
  }
}
