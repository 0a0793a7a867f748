import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden } from '@app/kernel';
import { Records, Transactions } from '@app/records';
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

  /** Who in the caller's organisation a new relationship lets in, by the organisation's own rule; a restricted person opens to the worker alone. */
  async ownScope(restricted: boolean): Promise<{ kind: 'organisation' | 'team' | 'membership'; id: string }> {
    const { actor } = currentContext();
    if (restricted && actor.membershipId) return { kind: 'membership', id: actor.membershipId };
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

  /** The person with this source reference of the caller's own organisation, for an import that runs again. */
  async bySource(sourceReference: string): Promise<string | null> {
    const values: unknown[] = [sourceReference];
    const narrowed = this.records.readableSql(Person, 'p', values);
    const [row] = await this.transactions.query<{ person_id: string }>(`select p.person_id from person p where p.source_reference = $1 and ${narrowed}`, values);
    return row?.person_id ?? null;
  }

  /** Another person whom the caller may see with the same name, at the same address or not: for the banner. */
  async sameName(person: Person): Promise<{ sameAddress: boolean; elsewhere: boolean }> {
    const rows = await this.transactions.query<{ same: boolean }>(
      `select exists (select 1 from contact_point mine join contact_point theirs on theirs.kind = 'address' and theirs.postcode = mine.postcode and theirs.lines = mine.lines
                       where mine.person_id = $1 and mine.kind = 'address' and theirs.person_id = w.person_id) as same
         from worklist w join person p on p.person_id = w.person_id
        where w.person_id <> $1 and lower(w.family) = lower($2) and lower(w.given) = lower($3)
          and w.scope_id = any ((select ctx_scopes())::uuid[]) limit 20`,
      [person.personId, person.family, person.given],
    );
    return { sameAddress: rows.some((row) => row.same), elsewhere: rows.length > 0 };
  }
}
