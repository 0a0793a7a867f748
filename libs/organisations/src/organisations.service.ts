import { Injectable } from '@nestjs/common';
import { isUuid, newId, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { Organisation } from './organisation.entity';
import { OrganisationsQueries, type AgreementRow, type OrganisationRow, type RegisterEntry, type TeamRow } from './organisations.queries';

/** What became of the entries of a register, by code. */
export interface Published {
  readonly created: string[];
  readonly changed: string[];
  readonly leftAlone: string[];
  /** closed or dormant in the register and at work here: for a person to decide */
  readonly joinedAndClosed: string[];
}

/** So long before its end is a sharing agreement to be made anew. */
const AGREEMENT_DAYS = 30;

const TAKEN_OVER = ['name', 'sourceName', 'state', 'phone', 'addressLines', 'postcode', 'openedOn', 'closedOn', 'flags'] as const;
const same = (known: Organisation, entry: RegisterEntry): boolean =>
  TAKEN_OVER.every((field) => JSON.stringify(known[field]) === JSON.stringify(entry[field]));

/** Organisations of every sector. Everyone who is signed in may know that an organisation and its teams exist. */
@Injectable()
export class Organisations {
  constructor(
    private readonly queries: OrganisationsQueries,
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @throws NotFound */
  async byId(id: string): Promise<OrganisationRow> {
    const found = isUuid(id) ? await this.queries.byId(id) : null;
    if (!found) throw new NotFound('Organisation', id);
    return found;
  }

  /** @throws NotFound */
  async byCode(code: string): Promise<OrganisationRow> {
    const found = await this.queries.byCode(code);
    if (!found) throw new NotFound('Organisation', code);
    return found;
  }

  /**
   * Takes practices over from a national register: new ones wait as prospective until they join; one that has joined stays
   * active whatever the register says, and one that was not imported is left alone.
   */
  publish(entries: readonly RegisterEntry[]): Promise<Published> {
    return this.transactions.run(async () => {
      const known = new Map((await this.queries.published(entries.map(({ code }) => code))).map((one) => [one.code, one]));
      const result: Published = { created: [], changed: [], leftAlone: [], joinedAndClosed: [] };
      for (const entry of entries) result[await this.take(entry, known.get(entry.code))].push(entry.code);
      this.records.audit({ action: 'import', subject: 'Organisation', detail: { created: result.created.length, changed: result.changed.length } });
      return result;
    });
  }

  private async take(entry: RegisterEntry, known: Organisation | undefined): Promise<keyof Published> {
    if (!known) {
      await this.queries.publish(newId(), entry);
      return 'created';
    }
    const joined = known.state === 'active' || known.state === 'suspended';
    if (joined && entry.state !== 'prospective') return 'joinedAndClosed';
    if (known.source !== 'import' || joined || same(known, entry)) return 'leftAlone';
    await this.queries.republish(known, entry);
    return 'changed';
  }

  /** Active organisations to choose from; `search` is found as it stands in the name. */
  list(search: string | null, limit: number): Promise<OrganisationRow[]> {
    return this.queries.list(search, limit);
  }

  /** Sharing agreements that end within 30 days, or have ended: whoever is signed in may know, as of the organisations. */
  agreementsEnding(): Promise<AgreementRow[]> {
    return this.queries.agreementsEnding(AGREEMENT_DAYS, 100);
  }

  /** @throws NotFound */
  async teamsOf(organisationId: string): Promise<TeamRow[]> {
    await this.byId(organisationId);
    return this.queries.teamsOf(organisationId);
  }

  /** @throws NotFound */
  async teamById(id: string): Promise<TeamRow> {
    const found = isUuid(id) ? await this.queries.teamById(id) : null;
    if (!found) throw new NotFound('Team', id);
    return found;
  }
}
