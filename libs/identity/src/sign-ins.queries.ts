import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import type { Role } from '@app/kernel';
import type { Sector } from '@app/organisations';
import type { StaffType, UserKind } from './identity.entity';

/** One row a live membership; one row without membership for a person or a family carer. */
export interface CallerRow {
  readonly name: string;
  readonly email: string;
  readonly kind: UserKind;
  readonly membershipId: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly sector: Sector | null;
  readonly jobTitle: string | null;
  readonly staffType: StaffType | null;
  readonly roles: Role[] | null;
  readonly teamIds: string[];
  /** whether this membership opens the person who was asked about */
  readonly opens: boolean;
}

export interface LinkRow {
  readonly purpose: 'invitation' | 'password';
  readonly name: string;
  readonly email: string;
}

/** What is asked of the database before anybody has signed in: definer functions only, each of which tells strangers nothing. */
@Injectable()
export class SignInsQueries {
  constructor(private readonly transactions: Transactions) {}

  caller(userId: string, personId: string | null): Promise<CallerRow[]> {
    return this.transactions.outside<CallerRow>(
      `select name, email, kind, membership_id as "membershipId", organisation_id as "organisationId", organisation_name as "organisationName",
              sector, job_title as "jobTitle", staff_type as "staffType", roles, team_ids as "teamIds", opens from caller($1, $2)`,
      [userId, personId],
    );
  }

  async credentialOf(address: string): Promise<{ userId: string; passwordHash: string } | null> {
    const rows = await this.transactions.outside<{ userId: string; passwordHash: string }>(
      `select user_id as "userId", password_hash as "passwordHash" from credential_of($1)`, [address],
    );
    return rows[0] ?? null;
  }

  async tryOnce(what: string, whose: string, most: number, within: string): Promise<boolean> {
    const rows = await this.transactions.outside<{ may: boolean }>('select try_once($1, $2, $3, $4) as may', [what, whose, most, within]);
    return rows[0]?.may === true;
  }

  async forgetTries(what: string, whose: string): Promise<void> {
    await this.transactions.outside('select forget_tries($1, $2)', [what, whose]);
  }

  /** False when nobody who may sign in has the address. */
  async makePasswordLink(id: string, hash: Buffer, address: string, expires: Date): Promise<boolean> {
    const rows = await this.transactions.outside<{ whom: string | null }>(`select make_link($1, $2, 'password', $3, $4) as whom`, [id, hash, address, expires]);
    return rows[0]?.whom != null;
  }

  async linkIsFor(hash: Buffer): Promise<LinkRow | null> {
    return (await this.transactions.outside<LinkRow>('select purpose, name, email from link_is_for($1)', [hash]))[0] ?? null;
  }

  /** The user whose link it was; null when it has been used or is too old. */
  async redeem(hash: Buffer, passwordHash: string): Promise<string | null> {
    return (await this.transactions.outside<{ whom: string | null }>('select redeem_link($1, $2) as whom', [hash, passwordHash]))[0]?.whom ?? null;
  }

  /** A refusal to somebody who has not signed in: the row names no user, because nobody is known. */
  async refused(requestId: string, action: string, subject: string, detail: Record<string, unknown> | null): Promise<void> {
    await this.transactions.outside(
      `insert into audit_event (request_id, purpose, action, subject, outcome, detail) values ($1, 'system', $2, $3, 'refused', $4)`,
      [requestId, action, subject, detail],
    );
  }
}
