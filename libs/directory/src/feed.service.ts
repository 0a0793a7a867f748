import { Injectable } from '@nestjs/common';
import { currentContext, newId } from '@app/kernel';
import { Organisations } from '@app/organisations';
import { Records, Transactions } from '@app/records';
import { DirectoryQueries, type ServiceFacts, type ServiceRow } from './directory.queries';

/** A service as a feed has it, with the organisation that runs it. */
export interface FeedService {
  readonly organisation: { readonly code: string; readonly name: string; readonly sourceName: string };
  readonly service: Omit<ServiceFacts, 'intake'> & { readonly externalId: string };
}

/** What became of the services of a feed, by the feed's id. */
export interface FeedSummary {
  readonly created: string[];
  readonly changed: string[];
  readonly leftAlone: string[];
  /** run by an organisation that takes part and keeps its own entries */
  readonly keptByThemselves: string[];
  readonly organisations: number;
}

const TAKEN_OVER = [
  'name', 'description', 'needs', 'eligibility', 'area', 'accessibility', 'referralRoutes', 'capacity', 'wait', 'waitAsOf', 'verifiedOn', 'cost', 'phone', 'email', 'url', 'state',
] as const;
const same = (known: ServiceRow, fresh: FeedService['service']): boolean => TAKEN_OVER.every((field) => JSON.stringify(known[field]) === JSON.stringify(fresh[field]));

/** Takes the services of other directories over, in the name of the caller's organisation. */
@Injectable()
export class DirectoryFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly organisations: Organisations,
    private readonly queries: DirectoryQueries,
  ) {}

  /**
   * New organisations wait as prospective until they join, and nobody is referred to them; what an organisation that takes part
   * says of itself is left alone unless it is the caller's own.
   */
  take(entries: readonly FeedService[]): Promise<FeedSummary> {
    return this.transactions.run(async () => {
      const result: FeedSummary = { created: [], changed: [], leftAlone: [], keptByThemselves: [], organisations: 0 };
      const byCode = Map.groupBy(entries, ({ organisation }) => organisation.code);
      const published = await this.organisations.publish([...byCode.values()].map(([first]) => entryOf(first as FeedService)));
      for (const [code, own] of byCode) await this.takeOf(code, own, result);
      this.records.audit({ action: 'import', subject: 'Service', detail: { created: result.created.length, changed: result.changed.length } });
      return { ...result, organisations: published.created.length };
    });
  }

  private async takeOf(code: string, entries: readonly FeedService[], result: FeedSummary): Promise<void> {
    const { actor } = currentContext();
    const { id, state } = await this.organisations.byCode(code);
    const ids = entries.map(({ service }) => service.externalId);
    if (id !== actor.organisationId && (state === 'active' || state === 'suspended')) {
      result.keptByThemselves.push(...ids);
      return;
    }
    const known = new Map((await this.queries.byExternal(id, ids)).map((row) => [row.externalId, row]));
    for (const { service } of entries) result[await this.takeOne(id, service, known.get(service.externalId))].push(service.externalId);
  }

  private async takeOne(organisationId: string, service: FeedService['service'], known: ServiceRow | undefined): Promise<'created' | 'changed' | 'leftAlone'> {
    if (!known) {
      await this.queries.insert(newId(), organisationId, 'import', { ...service, intake: [] });
      return 'created';
    }
    if (known.source !== 'import' || same(known, service)) return 'leftAlone';
    await this.queries.update(known.id, organisationId, known.rowVersion, { ...service, intake: known.intake });
    return 'changed';
  }
}

const entryOf = ({ organisation: { code, name, sourceName } }: FeedService): Parameters<Organisations['publish']>[0][number] =>
  ({ code, name, sourceName, sector: 'other', state: 'prospective', phone: null, addressLines: [], postcode: null, openedOn: null, closedOn: null, flags: [] });
