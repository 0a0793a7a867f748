import { Injectable } from '@nestjs/common';
import { policies, type AccessRow, type Standpoint } from '@app/access';
import { NotFound, scopesOf, type Actor, type Role } from '@app/kernel';
import { RelatedPerson } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingQueries } from '@app/sharing';

export const HELPER_KINDS = ['organisation', 'team', 'worker', 'person', 'carer'] as const;
export type HelperKind = (typeof HELPER_KINDS)[number];

/** Somebody who can open the record, or some of it, as far as the caller may know of them. */
export interface Helper {
  /** of the organisation, the team, the worker's membership, or the user */
  id: string;
  kind: HelperKind;
  /** null for the person, and for a family carer whom the caller does not know as a relative */
  name: string | null;
  /** of the person and of family carers none */
  organisation: string | null;
}

/** Where a helper stands: by which doors they come, and which categories those open to them. */
export interface HelperStands {
  readonly helper: Helper;
  readonly standpoint: Standpoint;
  readonly categories: readonly string[];
}

type Standing = Pick<Actor, 'userId' | 'membershipId' | 'organisationId' | 'teamIds' | 'roles' | 'onlyByName'>;

// Whoever may act now: of an organisation that is active and has agreed. Any worker of an organisation or a team is one who works with people.
const LIVE = `o.state = 'active' and (o.agreement_expires_on is null or o.agreement_expires_on >= current_date)`;
const STANDING = `
  select u.id as "userId", m.id as "membershipId", m.organisation_id as "organisationId", m.roles,
         array(select tm.team_id from team_member tm join team t on t.id = tm.team_id and t.state = 'active' where tm.membership_id = m.id) as "teamIds", m.staff_type = 'volunteer' as "onlyByName"
    from membership m join user_account u on u.id = m.user_id and u.state = 'active' join organisation o on o.id = m.organisation_id and ${LIVE}
   where m.id = $1 and now() >= m.starts and now() < m.ends
  union all
  select null, null, o.id, array['practitioner'], array[t.id], false from team t join organisation o on o.id = t.organisation_id and ${LIVE} where t.id = $1 and t.state = 'active'
  union all
  select null, null, o.id, array['practitioner'], '{}', false from organisation o where o.id = $1 and ${LIVE}`;

const NOBODY: Standing = { userId: '', membershipId: null, organisationId: null, teamIds: [], roles: [], onlyByName: false };

/** Those round a person from whose side the record can be looked at. */
@Injectable()
export class HelpersQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingQueries,
  ) {}

  /** The person first, then family carers, then by organisation; none for who does not work with the person. */
  async helpers(personId: string): Promise<Helper[]> {
    const values: unknown[] = [personId];
    const relatives = this.records.readableSql(RelatedPerson, 'r', values);
    return this.transactions.query<Helper>(
      `select distinct d.scope_id as id, o.name as organisation,
              case when d.basis = 'own' then 'person' when d.basis = 'carer' then 'carer' when d.scope_id = d.organisation_id then 'organisation' when t.id is not null then 'team' else 'worker' end as kind,
              case when d.basis = 'own' then null when d.basis = 'carer' then (select min(r.name) from related_person r where r.person_id = $1 and r.user_id = d.scope_id and ${relatives})
                   else coalesce(u.name, t.name, o.name) end as name,
              case d.basis when 'own' then 0 when 'carer' then 1 else 2 end as turn
         from known_doors($1) d
         left join organisation o on o.id = d.organisation_id
         left join team t on t.id = d.scope_id
         left join membership m on m.id = d.scope_id
         left join user_account u on u.id = m.user_id
        order by turn, organisation, kind, name, id`,
      values,
    ).then((rows) => rows.map(({ id, kind, name, organisation }) => ({ id, kind, name, organisation })));
  }

  /** @throws NotFound for who is no helper, or one of whom the caller may not know */
  async stands(personId: string, helperId: string): Promise<HelperStands> {
    const helper = (await this.helpers(personId)).find((one) => one.id === helperId);
    if (!helper) throw new NotFound('Helper', helperId, personId);
    const doors = await this.sharing.knownDoors(personId);
    const standing = await this.standing(helper);
    const actor: Actor = { ...standing, name: helper.name ?? '', sector: null };
    const own = doors.filter((door) => opensTo(door, standing));
    return { helper, standpoint: { actor, ability: policies.abilityFor(actor), doors }, categories: [...new Set(own.flatMap((door) => door.categories))] };
  }

  private async standing({ id, kind }: Helper): Promise<Standing> {
    if (kind === 'person' || kind === 'carer') return { ...NOBODY, userId: id, roles: [kind] };
    const [row] = await this.transactions.query<Omit<Standing, 'userId'> & { userId: string | null; roles: Role[] }>(STANDING, [id]);
    return row ? { ...row, userId: row.userId ?? '' } : NOBODY;
  }
}

/** Is it a door of theirs, which no exclusion closes? */
const opensTo = ({ scopeId, excluded }: AccessRow, standing: Standing): boolean => !excluded.includes(standing.userId) && scopesOf(standing).includes(scopeId);
