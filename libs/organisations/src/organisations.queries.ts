import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import type { AccessScope, Organisation, OrganisationState } from './organisation.entity';
import type { Sector } from './sector';

/** An organisation as others see it. */
export interface OrganisationRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sector: Sector;
  readonly state: OrganisationState;
  readonly accessScope: AccessScope;
  readonly phone: string | null;
  readonly outOfHoursPhone: string | null;
  readonly postcode: string | null;
  readonly discreetByDefault: boolean;
}

export interface TeamRow {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly dutyPhone: string | null;
  readonly outOfHoursPhone: string | null;
}

const ORGANISATION = `o.id, o.code, o.name, o.sector, o.state, o.access_scope as "accessScope", o.phone, o.out_of_hours_phone as "outOfHoursPhone",
  o.postcode, o.discreet_by_default as "discreetByDefault"`;
const TEAM = `t.id, t.organisation_id as "organisationId", t.name, t.duty_phone as "dutyPhone", t.out_of_hours_phone as "outOfHoursPhone"`;

/** The sharing agreement of an organisation that takes part, or did: without one that holds nobody of it signs in. */
export interface AgreementRow {
  readonly id: string;
  readonly name: string;
  readonly signedOn: string | null;
  /** the last day on which it holds */
  readonly expiresOn: string;
}

/** A practice as a national register has it. */
export type RegisterEntry = Pick<Organisation, 'code' | 'name' | 'sourceName' | 'phone' | 'addressLines' | 'postcode' | 'openedOn' | 'closedOn' | 'flags'> & {
  readonly state: Extract<OrganisationState, 'prospective' | 'dormant' | 'left'>;
  /** a GP practice unless said */
  readonly sector?: Sector;
};

/** Text to be found as it stands: `%`, `_` and `\` mean themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly transactions: Transactions) {}

  async byId(id: string): Promise<OrganisationRow | null> {
    return (await this.transactions.query<OrganisationRow>(`select ${ORGANISATION} from organisation o where o.id = $1`, [id]))[0] ?? null;
  }

  async byCode(code: string): Promise<OrganisationRow | null> {
    return (await this.transactions.query<OrganisationRow>(`select ${ORGANISATION} from organisation o where o.code = $1`, [code]))[0] ?? null;
  }

  /** Those of the codes that are known here, with what a register can say of them. */
  published(codes: readonly string[]): Promise<Organisation[]> {
    return this.transactions.query<Organisation>(
      `select o.id, o.code, o.name, o.source_name as "sourceName", o.sector, o.state, o.access_scope as "accessScope", o.phone, o.address_lines as "addressLines", o.postcode,
              o.opened_on::text as "openedOn", o.closed_on::text as "closedOn", o.flags, o.source, o.row_version as "rowVersion"
         from organisation o where o.code = any ($1)`,
      [codes],
    );
  }

  async publish(id: string, entry: RegisterEntry): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query(
      `insert into organisation (id, code, name, source_name, sector, state, access_scope, phone, address_lines, postcode, opened_on, closed_on, flags, source)
       values ($1, $2, $3, $4, $12, $5, $13, $6, $7, $8, $9, $10, $11, 'import')`,
      [id, entry.code, entry.name, entry.sourceName, entry.state, entry.phone, entry.addressLines, entry.postcode, entry.openedOn, entry.closedOn, entry.flags,
        entry.sector ?? 'nhs_primary', entry.sector ? 'named' : 'organisation'],
    );
  }

  async republish(known: Organisation, entry: RegisterEntry): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query(
      `update organisation set name = $2, source_name = $3, state = $4, phone = $5, address_lines = $6, postcode = $7, opened_on = $8, closed_on = $9, flags = $10, row_version = row_version + 1
        where id = $1 and row_version = $11`,
      [known.id, entry.name, entry.sourceName, entry.state, entry.phone, entry.addressLines, entry.postcode, entry.openedOn, entry.closedOn, entry.flags, known.rowVersion],
    );
  }

  /** Active organisations by name, those whose name begins with the words first. */
  list(search: string | null, limit: number): Promise<OrganisationRow[]> {
    const words = literally((search ?? '').toLowerCase());
    return this.transactions.query<OrganisationRow>(
      `select ${ORGANISATION} from organisation o
        where o.state = 'active' and ($1 = '' or lower(o.name collate "C") like '%' || $1 || '%' or lower(o.code) = lower($1))
        order by lower(o.name collate "C") not like $1 || '%', o.name, o.id limit $2`,
      [words, limit],
    );
  }

  /** Of those who take part: agreements that end within so many days or have ended, the first on top. */
  agreementsEnding(days: number, limit: number): Promise<AgreementRow[]> {
    return this.transactions.query<AgreementRow>(
      `select o.id, o.name, o.agreement_signed_on::text as "signedOn", o.agreement_expires_on::text as "expiresOn" from organisation o
        where o.state = 'active' and o.agreement_expires_on <= current_date + $1::integer order by o.agreement_expires_on, o.name, o.id limit $2`, [days, limit],
    );
  }

  teamsOf(organisationId: string): Promise<TeamRow[]> {
    return this.transactions.query<TeamRow>(
      `select ${TEAM} from team t where t.organisation_id = $1 and t.state = 'active' order by t.name, t.id`, [organisationId],
    );
  }

  async teamById(id: string): Promise<TeamRow | null> {
    return (await this.transactions.query<TeamRow>(`select ${TEAM} from team t where t.id = $1`, [id]))[0] ?? null;
  }
}
