import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import type { AccessScope, OrganisationState } from './organisation.entity';
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

  teamsOf(organisationId: string): Promise<TeamRow[]> {
    return this.transactions.query<TeamRow>(
      `select ${TEAM} from team t where t.organisation_id = $1 and t.state = 'active' order by t.name, t.id`, [organisationId],
    );
  }

  async teamById(id: string): Promise<TeamRow | null> {
    return (await this.transactions.query<TeamRow>(`select ${TEAM} from team t where t.id = $1`, [id]))[0] ?? null;
  }
}
