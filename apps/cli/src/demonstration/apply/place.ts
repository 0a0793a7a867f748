import type { Client } from 'pg';
import { endOfDay, localDay, newId, type Actor } from '@app/kernel';
import { asKeeper } from '../../owner';
import { organisationOf, organisations } from '../organisations';
import { membershipOf, staff } from '../staff';
import type { DemonstrationMembership, DemonstrationPerson, DemonstrationStaff, Email, OrganisationCode, TeamCode } from '../types';
import { hoursOf } from './hours';
import { capacityOf } from './capacity';

type Row = Record<string, unknown>;

/** The ids behind the codes and addresses of the data, and who somebody is when they act. */
export class Place {
  readonly name = 'Brackenbridge';
  readonly id = newId();
  private readonly organisations = new Map(organisations.map(({ code }) => [code, newId()]));
  private readonly teams = new Map(organisations.flatMap(({ teams }) => teams).map(({ code }) => [code, newId()]));
  private readonly users = new Map<Email, string>();
  private readonly memberships = new Map(staff.flatMap((one) => one.memberships.map((where) => [`${one.email} ${where.organisation}`, newId()])));

  constructor(people: readonly DemonstrationPerson[]) {
    for (const { email } of [...staff, ...outsiders(people)]) this.users.set(email, newId());
  }

  organisationId(code: OrganisationCode): string {
    return known(this.organisations.get(code), code);
  }

  teamId(code: TeamCode): string {
    return known(this.teams.get(code), code);
  }

  userId(email: Email): string {
    return known(this.users.get(email), email);
  }

  membershipId(email: Email, organisation?: OrganisationCode): string {
    return known(this.memberships.get(`${email} ${membershipOf(email, organisation).organisation}`), email);
  }

  /** Somebody at work, for one of their employers. */
  actor(email: Email, employer?: OrganisationCode): Actor {
    const { organisation, roles, teams } = membershipOf(email, employer);
    const own = organisationOf(organisation);
    return {
      userId: this.userId(email),
      name: known(staff.find((one) => one.email === email)?.name, email),
      organisationId: this.organisationId(organisation),
      membershipId: this.membershipId(email, organisation),
      sector: own.sector,
      teamIds: teams.filter((code) => own.teams.some((team) => team.code === code && !team.integrated)).map((code) => this.teamId(code)),
      roles,
      onlyByName: staff.find((one) => one.email === email)?.kind === 'volunteer',
    };
  }

  /** Everything that is not about a person: organisations, teams, users, memberships, one password for all. One transaction. */
  async establish(owner: Client, people: readonly DemonstrationPerson[], passwordHash: string, since: Date): Promise<void> {
    await asKeeper(owner, async () => {
      for (const [table, rows] of Object.entries(this.rows(people, passwordHash, since))) {
        const columns = Object.keys(rows[0] ?? {}).join(', ');
        await owner.query(`insert into onestory.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::onestory.${table}, $1)`, [JSON.stringify(rows)]);
      }
    });
  }

  private rows(people: readonly DemonstrationPerson[], passwordHash: string, since: Date): Record<string, Row[]> {
    const accounts = [...staff.map(({ name, email }) => ({ name, email, kind: 'staff' })), ...outsiders(people)];
    return {
      organisation: organisations.map(({ code, name, sector, phone, outOfHoursPhone, accessScope, discreetByDefault }) => ({
        id: this.organisationId(code), code, name, sector, state: 'active', access_scope: accessScope, phone, out_of_hours_phone: outOfHoursPhone ?? null,
        address_lines: [], agreement_signed_on: since, discreet_by_default: discreetByDefault, flags: [], source: 'system', created_at: since, row_version: 1,
      })),
      place: [{ id: this.id, name: this.name, area_codes: ['ZK'], host_organisation_id: this.organisationId('MARLSHIRE-CC') }],
      organisation_place: organisations.map(({ code }) => ({ organisation_id: this.organisationId(code), place_id: this.id })),
      ...this.teamRows(),
      user_account: accounts.map(({ name, email, kind }) => ({ id: this.userId(email), name, email, kind, state: 'active', created_at: since, row_version: 1 })),
      membership: bySeniority.flatMap((one) => one.memberships.map((where) => this.membershipRow(one, where, since))),
      ...this.teamMemberRows(),
      credential: accounts.map(({ email }) => ({ user_id: this.userId(email), password_hash: passwordHash, changed_at: since })),
    };
  }

  private teamRows(): Record<string, Row[]> {
    const all = organisations.flatMap(({ code, teams }) => teams.map((team) => ({ ...team, owner: code })));
    return {
      team: all.filter(({ integrated }) => !integrated).map(({ code, name, dutyPhone, hours, outOfHours, owner }) => ({
        id: this.teamId(code), organisation_id: this.organisationId(owner), name, duty_phone: dutyPhone, hours: hoursOf(hours), out_of_hours_phone: outOfHours ?? null, state: 'active',
      })),
      integrated_team: all.filter(({ integrated }) => integrated).map(({ code, name, owner }) => ({ id: this.teamId(code), name, host_organisation_id: this.organisationId(owner) })),
    };
  }

  private membershipRow({ email, kind, phone, keyWorkerTrained, supervisor, volunteer }: DemonstrationStaff, where: DemonstrationMembership, since: Date): Row {
    return {
      id: this.membershipId(email, where.organisation), user_id: this.userId(email), organisation_id: this.organisationId(where.organisation), roles: where.roles,
      job_title: where.jobTitle, staff_type: kind, key_worker_trained: keyWorkerTrained, capacity_points: capacityOf(email, where.organisation), supervisor_id: supervisor ? this.membershipId(supervisor) : null, phone,
      dbs_level: volunteer ? volunteer.check : null, dbs_on: volunteer ? since : null, starts: since, ends: volunteer ? inDays(volunteer.days) : 'infinity', created_at: since, row_version: 1,
    };
  }

  private teamMemberRows(): Record<string, Row[]> {
    const seats = staff.flatMap(({ email, memberships }) => memberships.flatMap(({ organisation, teams, roles }) =>
      teams.map((code) => ({ code, roles, own: organisationOf(organisation).teams, membership_id: this.membershipId(email, organisation) }))));
    const integrated = new Set(organisations.flatMap(({ teams }) => teams).filter((team) => team.integrated).map(({ code }) => code));
    return {
      team_member: seats.filter(({ code }) => !integrated.has(code)).map(({ code, membership_id }) => ({ team_id: this.teamId(code), membership_id })),
      integrated_team_member: seats.filter(({ code }) => integrated.has(code)).map(({ code, roles, own, membership_id }) => ({
        integrated_team_id: this.teamId(code), membership_id, manages: roles.includes('team_manager') && own.some((team) => team.code === code),
      })),
    };
  }
}

const inDays = (days: number): Date => endOfDay(localDay(new Date(Date.now() + days * 86_400_000)));

/** Whoever supervises stands before whoever is supervised. */
const bySeniority = [...staff].sort((one, other) => Number(Boolean(one.supervisor)) - Number(Boolean(other.supervisor)));

/** People and family carers who sign in. */
function outsiders(people: readonly DemonstrationPerson[]): { email: Email; name: string; kind: 'person' | 'carer' }[] {
  return people.flatMap(({ account, given, family, relatives }) => [
    ...(account ? [{ email: account, name: `${given} ${family}`, kind: 'person' as const }] : []),
    ...relatives.flatMap((relative) => (relative.account ? [{ email: relative.account, name: relative.name, kind: 'carer' as const }] : [])),
  ]);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`No ${name} in the demonstration place`);
  return value;
}
