import { Injectable } from '@nestjs/common';
import { CareAction, PlanVersion } from '@app/care-plans';
import { currentContext, Forbidden, NotFound } from '@app/kernel';
import { KeyWorkerAssignment } from '@app/key-workers';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';

export const HANDED_KINDS = ['lead', 'asked', 'cover', 'step', 'draft'] as const;
export type HandedKind = (typeof HANDED_KINDS)[number];

/** Something of a colleague's that somebody else has to take over. */
export interface Handed {
  kind: HandedKind;
  personId: string;
  name: string;
  /** the case of a key worker; null of a plan */
  caseId: string | null;
  /** what is to be done, of a step */
  what: string | null;
}

/** What a colleague would leave behind, as far as the manager who hands it on may read it. */
@Injectable()
export class HandOnQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @throws Forbidden; NotFound for nobody, and for somebody who is no colleague and of whose nothing can be read */
  of(userId: string): Promise<{ userId: string; name: string; items: Handed[] }> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      if (!actor.roles.includes('team_manager')) throw new Forbidden();
      const [worker] = await this.transactions.query<{ name: string; ours: boolean }>(
        `select u.name, exists (select 1 from membership m where m.user_id = u.id and m.organisation_id = $2 and now() < m.ends) as ours from user_account u where u.id = $1 and u.kind = 'staff'`, [userId, actor.organisationId],
      );
      const items = worker ? await this.items(userId) : [];
      if (!worker || (items.length === 0 && !worker.ours)) throw new NotFound('Worker', userId);
      this.records.audit({ action: 'list', subject: 'HandOn', personIds: [...new Set(items.map(({ personId }) => personId))] });
      return { userId, name: worker.name, items };
    });
  }

  private items(userId: string): Promise<Handed[]> {
    const values: unknown[] = [userId];
    const [people, keyWorkers, steps, versions] = [[Person, 'p'], [KeyWorkerAssignment, 'k'], [CareAction, 'a'], [PlanVersion, 'v']].map(([entity, alias]) => this.records.readableSql(entity as typeof Person, alias as string, values));
    return this.transactions.query<Handed>(
      `with leaver as (select m.id, m.organisation_id from membership m where m.user_id = $1 and now() < m.ends), owned as (
         select case k.kind when 'cover' then 'cover' else case k.state when 'accepted' then 'lead' else 'asked' end end as kind, k.person_id, k.case_id, null as what
           from leaver l join key_worker_assignment k on k.membership_id = l.id join coordination_case c on c.person_id = k.person_id and c.id = k.case_id and c.state <> 'closed'
          where ${keyWorkers ?? 'false'} and (k.kind = 'lead' and k.state in ('accepted', 'proposed') or k.kind = 'cover' and k.state = 'accepted' and k.planned_end > now())
         union all
         select 'step', a.person_id, null, a.what from leaver l join care_action a on (a.doer = l.id::text or exists (select 1 from care_team_member t where t.person_id = a.person_id and t.id::text = a.doer and t.membership_id = l.id)) and a.in_force and not a.dropped and a.state not in ('done', 'cancelled') where ${steps ?? 'false'}
         union all
         select 'draft', v.person_id, null, null from leaver l join plan_version v on v.created_by = $1 and v.owner_organisation_id = l.organisation_id and v.state in ('draft', 'in_contribution', 'ready_for_agreement', 'agreed') where ${versions ?? 'false'})
       select o.kind, o.person_id as "personId", concat_ws(' ', p.given, p.family) as name, o.case_id as "caseId", o.what
         from owned o join person p on p.person_id = o.person_id and ${people ?? 'false'} order by array_position(array['lead', 'asked', 'cover', 'step', 'draft'], o.kind), p.family, p.given, p.person_id, o.what limit 500`,
      values,
    );
  }
}
