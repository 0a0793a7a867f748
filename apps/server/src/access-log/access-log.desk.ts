import { Injectable } from '@nestjs/common';
import { ContactsQueries, type IncidentRow } from '@app/contacts';
import { AccessLogQueries, type AccessLogEntry, type LoggedPerson, type Look } from '@app/overviews';
import { KeptOutPeople, type KeptOutReport } from '@app/sharing';
import { Cursors } from '../http';
import type { FindLog, ReadAccessLog } from './access-log.commands';

export interface AccessLogModel {
  readonly personId: string;
  readonly items: readonly AccessLogEntry[];
  readonly next: string | null;
  readonly counts: Record<Look, number>;
  readonly shown: Look | null;
}

export interface WhoLookedModel {
  readonly search: string;
  readonly found: readonly LoggedPerson[];
  /** notes of this organisation that stood with the wrong person */
  readonly incidents: readonly IncidentRow[];
  /** who was kept out and tried, and whose sign-in was stopped */
  readonly keptOut: readonly KeptOutReport[];
}

/** Who opened a record and who was shown it, page by page. */
@Injectable()
export class AccessLogDesk {
  constructor(
    private readonly log: AccessLogQueries,
    private readonly contacts: ContactsQueries,
    private readonly keptOut: KeptOutPeople,
    private readonly cursors: Cursors,
  ) {}

  async items(personId: string, { shown, limit, cursor }: ReadAccessLog): Promise<Pick<AccessLogModel, 'items' | 'next'>> {
    const rows = await this.log.page(personId, limit + 1, cursor ? this.cursors.open<string>(cursor) : null, shown ?? null);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit), next: last ? this.cursors.seal(last.seq) : null };
  }

  async page(personId: string, query: ReadAccessLog): Promise<AccessLogModel> {
    return { personId, shown: query.shown ?? null, counts: await this.log.counts(personId), ...(await this.items(personId, query)) };
  }

  person(personId: string): Promise<LoggedPerson> {
    return this.log.person(personId);
  }

  /** The people whom the lead's organisation knows, and what was reported to the lead. */
  async whoLooked({ search }: FindLog): Promise<WhoLookedModel> {
    return { search: search ?? '', found: await this.log.people(search ?? null), incidents: await this.contacts.incidents(), keptOut: await this.keptOut.reports() };
  }
}
