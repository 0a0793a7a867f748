import { Injectable } from '@nestjs/common';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { EmergencyOpening } from './emergency-opening.entity';
import type { OpenInEmergency } from './emergency.commands';

/** One opening, with the name of the organisation for which they acted. */
export interface OpeningRow {
  readonly opening: EmergencyOpening;
  readonly organisation: string;
}

const AN_HOUR = 10;
const DAYS_KEPT_IN_VIEW = 30;

@Injectable()
export class EmergencyQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Counts a try for itself, whatever becomes of the rest. False when the user has made ten within an hour; called before anything is read. */
  async tryOnce(userId: string): Promise<boolean> {
    const [row] = await this.transactions.outside<{ ok: boolean }>(`select try_once('emergency', $1, $2, '1 hour') as ok`, [userId, AN_HOUR]);
    return row?.ok ?? false;
  }

  async mayOpen(): Promise<boolean> {
    const [row] = await this.transactions.query<{ may: boolean }>('select may_open_in_emergency() as may');
    return row?.may ?? false;
  }

  /** Whom the details fit and who is open now; null for details that fit nobody, or two people, or somebody who is not opened. */
  async open(id: string, { nhsNumber, family, birthDate, postcode, because, reason, hours }: OpenInEmergency): Promise<string | null> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ personId: string | null }>(
      'select open_in_emergency($1, $2, $3, $4, $5, $6, $7, $8) as "personId"',
      [id, nhsNumber ?? null, family ?? null, birthDate ?? null, postcode ?? null, because, reason, hours],
    );
    return row?.personId ?? null;
  }

  /** What the caller may know of: to review, longest waiting first, or reviewed lately, newest first. */
  async list(state: EmergencyOpening['state']): Promise<OpeningRow[]> {
    const query = (await this.records.readable(EmergencyOpening, 'e')).andWhere('e.state = :state', { state });
    const openings = await (state === 'to_review'
      ? query.orderBy('e.openedAt', 'ASC')
      : query.andWhere(`e.reviewedAt > now() - make_interval(days => ${DAYS_KEPT_IN_VIEW})`).orderBy('e.reviewedAt', 'DESC')).limit(200).getMany();
    return this.withOrganisations(openings);
  }

  async one(id: string): Promise<OpeningRow | null> {
    const opening = await (await this.records.readable(EmergencyOpening, 'e')).andWhere('e.id = :id', { id }).getOne();
    return opening ? ((await this.withOrganisations([opening]))[0] ?? null) : null;
  }

  /** How many wait for the caller as lead, and since when the longest. */
  async waiting(userId: string): Promise<{ count: number; since: Date | null }> {
    const openings = await (await this.records.readable(EmergencyOpening, 'e'))
      .andWhere(`e.state = 'to_review' and e.userId <> :userId`, { userId }).orderBy('e.openedAt', 'ASC').limit(200).getMany();
    return { count: openings.length, since: openings[0]?.openedAt ?? null };
  }

  /** By what name the caller may know whose record it was: who works with them, or looks after access where they are known. */
  async nameOf(personId: string): Promise<{ name: string; opens: boolean } | null> {
    const values: unknown[] = [personId];
    const [row] = await this.transactions.query<{ mine: string | null; known: string | null }>(
      `select (select concat_ws(' ', p.given, p.family) from person p where p.person_id = $1 and ${this.records.readableSql(Person, 'p', values)}) as mine,
              (select k.name from ig_people(null, $1, 1) k) as known`, values,
    );
    const name = row?.mine ?? row?.known ?? null;
    return name === null ? null : { name, opens: row?.mine !== null };
  }

  async practitionersMay(): Promise<boolean> {
    const [row] = await this.transactions.query<{ all: boolean }>('select opens_in_emergency as all from organisation where id = (select ctx_organisation())');
    return row?.all ?? false;
  }

  async letPractitioners(yes: boolean): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select let_practitioners_open($1)', [yes]);
  }

  private async withOrganisations(openings: readonly EmergencyOpening[]): Promise<OpeningRow[]> {
    const names = await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [[...new Set(openings.map(({ organisationId }) => organisationId))]]);
    return openings.map((opening) => ({ opening, organisation: names.find(({ id }) => id === opening.organisationId)?.name ?? '' }));
  }
}
