import { Injectable } from '@nestjs/common';
import { DirectoryService, isUnverified, type ServiceRow } from '@app/directory';
import { localDay } from '@app/kernel';
import { Cursors } from '../http';
import type { FindServices } from './directory.commands';

/** A service as JSON has it. */
export interface ServiceItem {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly description: string;
  readonly needs: readonly string[];
  readonly eligibility: string | null;
  readonly area: string | null;
  readonly accessibility: string | null;
  readonly referralRoutes: string | null;
  readonly capacity: string | null;
  readonly wait: string | null;
  readonly waitAsOf: string | null;
  readonly verifiedOn: string | null;
  readonly unverified: boolean;
  readonly cost: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly externalId: string | null;
  readonly state: string;
  readonly stateReason: string | null;
  readonly takesReferrals: boolean;
}

export interface FoundServices {
  readonly rows: readonly ServiceRow[];
  readonly next: string | null;
}

export const serviceItem = (row: ServiceRow): ServiceItem => ({
  id: row.id, version: row.rowVersion, name: row.name, organisationId: row.organisationId, organisation: row.organisation, description: row.description, needs: row.needs,
  eligibility: row.eligibility, area: row.area, accessibility: row.accessibility, referralRoutes: row.referralRoutes, capacity: row.capacity, wait: row.wait, waitAsOf: row.waitAsOf,
  verifiedOn: row.verifiedOn, unverified: isUnverified(row.verifiedOn, localDay(new Date())), cost: row.cost, phone: row.phone, email: row.email, url: row.url, externalId: row.externalId,
  state: row.state, stateReason: row.stateReason, takesReferrals: row.takesReferrals,
});

/** Finding services, page after page. */
@Injectable()
export class ServicesList {
  constructor(
    private readonly directory: DirectoryService,
    private readonly cursors: Cursors,
  ) {}

  async found({ search, need, area, limit, cursor }: FindServices): Promise<FoundServices> {
    const from = cursor ? this.cursors.open<{ from: number }>(cursor).from : 0;
    const { rows, more } = await this.directory.find({ search, need, area }, limit, from);
    return { rows, next: more ? this.cursors.seal({ from: from + limit }) : null };
  }

  async items(query: FindServices): Promise<{ items: ServiceItem[]; next: string | null }> {
    const { rows, next } = await this.found(query);
    return { items: rows.map(serviceItem), next };
  }
}
