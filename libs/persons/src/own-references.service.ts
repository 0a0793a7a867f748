import { Injectable } from '@nestjs/common';
import { StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { OwnReference } from './items.entity';
import { PersonsQueries } from './persons.queries';

/** What each organisation calls a person in its own books: read, found and changed by nobody else. */
@Injectable()
export class OwnReferences {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: PersonsQueries,
  ) {}

  /** The reference that the caller's organisation gave; null before it gave one. Nothing is audited: it stands on a page that is. */
  async of(personId: string): Promise<OwnReference | null> {
    return (await this.records.readable(OwnReference, 'n'))
      .andWhere('n.personId = :personId and n.ownerOrganisationId = (select ctx_organisation())', { personId }).orderBy('n.createdAt', 'DESC').limit(1).getOne();
  }

  /**
   * Gives, changes or takes back the reference.
   * @param version the version that was read; 0 where there was none
   * @param reference null takes it back
   * @throws NotFound for a person whom the caller cannot open, Forbidden for who may not write, StaleVersion when a colleague was first
   */
  async give(personId: string, version: number, reference: string | null): Promise<OwnReference> {
    return this.transactions.run(async () => {
      const known = await this.of(personId);
      if (known === null && version !== 0) throw new StaleVersion(null);
      const given = known === null
        ? await this.records.create(OwnReference, { personId, reference, category: 'identity', audience: 'internal', visibleToPerson: false })
        : await this.records.change(OwnReference, { personId, id: known.id }, version, { reference });
      await this.queries.refreshAccess(personId);
      return given;
    });
  }
}
