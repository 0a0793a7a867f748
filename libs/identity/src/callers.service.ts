import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '@app/kernel';
import type { Sector } from '@app/organisations';
import type { StaffType, UserKind } from './identity.entity';
import { SignInsQueries, type CallerRow } from './sign-ins.queries';

/** A live membership under which the user may act. */
export interface MembershipChoice {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly sector: Sector;
  readonly jobTitle: string;
  readonly staffType: StaffType;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  /** does a relationship of this organisation open the person who was asked about? */
  readonly opens: boolean;
}

export interface Caller {
  readonly actor: Actor;
  readonly kind: UserKind;
  readonly email: string;
  /** of whom the actor's is one; none for a person or a family carer */
  readonly memberships: readonly MembershipChoice[];
  readonly actingFor: MembershipChoice | null;
}

/** Says anew with every request who the caller is: an ended membership or a locked account counts from that moment. */
@Injectable()
export class Callers {
  constructor(private readonly queries: SignInsQueries) {}

  /**
   * About a person the caller acts under a membership whose relationship opens that person, the one asked for before
   * others; else under the one asked for; else under the first. Null when the user may no longer sign in.
   */
  async callerFor(userId: string, wish: { membershipId?: string | undefined; personId?: string | undefined } = {}): Promise<Caller | null> {
    const rows = await this.queries.caller(userId, wish.personId ?? null);
    const first = rows[0];
    if (!first) return null;
    const outsider = first.kind !== 'staff';
    const acting = outsider ? null : actingRow(rows, wish.membershipId) ?? first;
    return {
      kind: first.kind,
      email: first.email,
      memberships: outsider ? [] : rows.map(choice),
      actingFor: acting && choice(acting),
      actor: {
        userId,
        name: first.name,
        organisationId: acting?.organisationId ?? null,
        membershipId: acting?.membershipId ?? null,
        sector: acting?.sector ?? null,
        teamIds: acting?.teamIds ?? [],
        roles: outsider ? [first.kind] : (acting?.roles ?? []),
        onlyByName: acting?.staffType === 'volunteer',
      },
    };
  }
}

function actingRow(rows: readonly CallerRow[], asked: string | undefined): CallerRow | undefined {
  const wanted = rows.find((row) => row.membershipId === asked);
  return wanted?.opens ? wanted : (rows.find((row) => row.opens) ?? wanted);
}

function choice(row: CallerRow): MembershipChoice {
  if (!row.membershipId || !row.organisationId || !row.organisationName || !row.sector) throw new Error('A member of staff without a membership may not sign in');
  return {
    id: row.membershipId,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    sector: row.sector,
    jobTitle: row.jobTitle ?? '',
    staffType: row.staffType ?? 'employed',
    roles: row.roles ?? [],
    teamIds: row.teamIds,
    opens: row.opens,
  };
}
