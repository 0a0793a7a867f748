import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { AboutMe, ContactPoint, RelatedPerson } from './items.entity';
import type { MergeOf } from './merge';
import { Person } from './person.entity';

/** The SQL of this module. */
@Injectable()
export class PersonsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  async makeFirstRelationship(personId: string, relationshipId: string, scope: { kind: string; id: string }, categories: readonly string[]): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select register_person($1, $2, $3, $4, $5)', [personId, relationshipId, scope.kind, scope.id, categories]);
  }

  /** Who in the caller's organisation a new relationship lets in, by the organisation's own rule; a restricted person, and whom a volunteer registers, opens to the worker alone. */
  async ownScope(restricted: boolean): Promise<{ kind: 'organisation' | 'team' | 'membership'; id: string }> {
    const { actor } = currentContext();
    if ((restricted || actor.onlyByName) && actor.membershipId) return { kind: 'membership', id: actor.membershipId };
    const [row] = await this.transactions.query<{ access_scope: string }>('select access_scope from organisation where id = $1', [actor.organisationId]);
    if (row?.access_scope === 'organisation' && actor.organisationId) return { kind: 'organisation', id: actor.organisationId };
    if (row?.access_scope === 'team' && actor.teamIds[0]) return { kind: 'team', id: actor.teamIds[0] };
    if (!actor.membershipId) throw new Forbidden('action.forbidden');
    return { kind: 'membership', id: actor.membershipId };
  }

  /** `claimed`, or `exists` when somebody else holds the number: hidden or visible makes no difference. */
  async claimNhsNumber(personId: string, nhsNumber: string): Promise<'claimed' | 'exists'> {
    const [row] = await this.transactions.query<{ answer: 'claimed' | 'exists' }>('select claim_nhs_number($1, $2) as answer', [personId, nhsNumber]);
    return row?.answer ?? 'exists';
  }

  /** How often within the hour the caller was told that a number is known elsewhere: counted from the refusals in the audit. */
  async numbersAskedLately(): Promise<number> {
    const [row] = await this.transactions.query<{ n: number }>(`select refused_lately('register', '1 hour') as n`);
    return row?.n ?? 0;
  }

  async refreshAccess(personId: string): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select refresh_person_access($1)', [personId]);
    this.transactions.forgetAccess(personId);
  }

  /** Whom the caller's own organisation imported under this source reference, as far as the caller may open them. */
  bySource(sourceReference: string): Promise<string | null> {
    return this.one('p.source_reference = $1 and p.registered_by = (select ctx_organisation())', sourceReference);
  }

  /** The person with this number, as far as the caller may open them: null says nothing about whether somebody has it. */
  byNhsNumber(nhsNumber: string): Promise<string | null> {
    return this.one(`p.nhs_number = $1 and p.nhs_number_state = 'valid'`, nhsNumber);
  }

  private async one(condition: string, value: string): Promise<string | null> {
    const values: unknown[] = [value];
    const narrowed = this.records.readableSql(Person, 'p', values);
    const [row] = await this.transactions.query<{ person_id: string }>(`select p.person_id from person p where ${condition} and ${narrowed}`, values);
    return row?.person_id ?? null;
  }

  /** What the caller may see of these source references: relatives that an import brought before. */
  async relativesBySource(personId: string, sourceReferences: readonly string[]): Promise<Set<string>> {
    const values: unknown[] = [personId, sourceReferences];
    const narrowed = this.records.readableSql(RelatedPerson, 'r', values);
    const rows = await this.transactions.query<{ source_reference: string }>(
      `select r.source_reference from related_person r where r.person_id = $1 and r.source_reference = any ($2) and r.owner_organisation_id = (select ctx_organisation()) and ${narrowed}`,
      values,
    );
    return new Set(rows.map((row) => row.source_reference));
  }

  /** What the caller may see of what the person tells of themselves, and stands now: the oldest first. */
  aboutMe(personId: string): Promise<AboutMe[]> {
    return this.toldAboutMe(personId, 'said');
  }

  /** The same with what stood before, and what is suggested for the person's own words. */
  async toldAboutMe(personId: string, state: AboutMe['state'] | null = null): Promise<AboutMe[]> {
    const query = (await this.records.readable(AboutMe, 'a')).andWhere('a.personId = :personId', { personId });
    return (state ? query.andWhere('a.state = :state', { state }) : query).orderBy('a.createdAt').addOrderBy('a.id').getMany();
  }

  /** Until the end of the transaction nobody else writes what the person tells of themselves. */
  async oneAfterTheOther(personId: string): Promise<void> {
    await this.transactions.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [personId]);
  }

  /** Addresses, phones and the like that the caller may see, as `kind value`. */
  async reachedBy(personId: string): Promise<Set<string>> {
    const values: unknown[] = [personId];
    const narrowed = this.records.readableSql(ContactPoint, 'c', values);
    const rows = await this.transactions.query<{ point: string }>(`select c.kind || ' ' || c.value as point from contact_point c where c.person_id = $1 and ${narrowed}`, values);
    return new Set(rows.map((row) => row.point));
  }

  /** What is proposed and what stands about a record and another; nothing for whoever does not work with both. */
  merges(personId: string): Promise<MergeOf[]> {
    return this.transactions.query<MergeOf>(
      `select id, other, is_kept as "isKept", state, because, proposed_by as "proposedBy", proposed_at as "proposedAt", is_mine as "isMine", decided_by as "decidedBy", version from merges_of($1)`, [personId]);
  }

  /** Another person whom the caller may see with the same name, at the same address or not: for the banner. Another record of the same person is none. */
  async sameName(person: Person): Promise<{ sameAddress: boolean; elsewhere: boolean }> {
    const rows = await this.transactions.query<{ same: boolean }>(
      `select exists (select 1 from contact_point mine join contact_point theirs on theirs.kind = 'address' and theirs.postcode = mine.postcode and theirs.lines = mine.lines
                       where mine.person_id = $1 and mine.kind = 'address' and theirs.person_id = p.person_id) as same
         from namesakes($2, $3, 20) n (person_id) join person p on p.person_id = n.person_id
        where p.person_id <> $1 and p.person_id is distinct from (select kept_record($1)) and plain(p.family) = plain($2) and plain(p.given) = plain($3)`,
      [person.personId, person.family, person.given],
    );
    return { sameAddress: rows.some((row) => row.same), elsewhere: rows.length > 0 };
  }
}
