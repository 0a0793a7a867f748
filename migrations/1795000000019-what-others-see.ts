import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = ['known_doors(uuid)', 'read_before(uuid, text, uuid)', 'follow_audience(uuid, text, uuid)', 'sharing_held(uuid)'];
const WORKS = `exists (select 1 from person_access mine where mine.person_id = p and mine.organisation_id = ctx_organisation() and mine.scope_id = any (ctx_scopes())
                  and mine.basis not in ('records', 'break_glass', 'wind_down') and now() >= mine.starts and now() < mine.until and ctx_user() <> all (mine.excluded))`;

/** "What would they see?": by which doors others come to the person; who may see what is already written, changed; and who holds what. */
export class WhatOthersSee1795000000019 implements MigrationInterface {
  name = 'WhatOthersSee1795000000019';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- For whoever works with the person; without the doors of discreet helpers of whom the caller may not know, and with those exclusions only that the caller
-- may know of: what is asked about a helper must not tell that they are kept out.
create function known_doors(p uuid) returns table (organisation_id uuid, scope_id uuid, basis text, categories text[], refused text[], excluded uuid[])
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.organisation_id, a.scope_id, a.basis, a.categories, a.refused,
         array(select x from unnest(a.excluded) x where exists (
           select 1 from exclusion e where e.person_id = p and e.user_id = x and e.ends > now() and (e.sealed_to is null or ctx_user() = any (e.sealed_to))))
    from person_access a join relationship r on r.person_id = a.person_id and r.id = a.relationship_id
   where a.person_id = p and now() >= a.starts and now() < a.until and a.basis not in ('records', 'break_glass')
     and (r.sealed_to is null or ctx_user() = any (r.sealed_to))
     and ${WORKS} $$;

-- An item of the caller's organisation, which they may change: what decides who sees it.
create function own_item(p uuid, what text, item uuid) returns table (audience text, named_organisations uuid[], visible_to_person boolean, created_at timestamptz)
language sql stable set search_path = onestory, public, pg_temp as $$
  select x.audience, x.named_organisations, x.visible_to_person, x.created_at from (
    select 'ContactNote' as entity, n.id, n.owner_organisation_id, n.sealed_to, n.audience, n.named_organisations, n.visible_to_person, n.created_at from contact_note n where n.person_id = p and n.id = item
    union all select 'Alert', a.id, a.owner_organisation_id, a.sealed_to, a.audience, a.named_organisations, a.visible_to_person, a.created_at from alert a where a.person_id = p and a.id = item
    union all select 'ContactPoint', c.id, c.owner_organisation_id, c.sealed_to, c.audience, c.named_organisations, c.visible_to_person, c.created_at from contact_point c where c.person_id = p and c.id = item) x
   where x.entity = what and x.owner_organisation_id = ctx_organisation() and (x.sealed_to is null or ctx_user() = any (x.sealed_to)) and ${WORKS} $$;

-- Who has read an item, for the organisation that wrote it; of what stands on every page whoever opened the record since, as far as it was open to them. Not
-- those of whom the caller may not know that they help, and nobody by name who reads on their own page.
create function read_before(p uuid, what text, item uuid) returns table (name text, organisation text, at timestamptz)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select case when e.organisation_id is null then null else u.name end, o.name, max(e.at)
    from own_item(p, what, item) x
    join audit_event e on e.person_id = p and e.outcome = 'done' and e.user_id <> ctx_user() and e.at >= x.created_at
    join user_account u on u.id = e.user_id
    left join organisation o on o.id = e.organisation_id
   where (e.subject_ids @> array[item]
          or what <> 'ContactNote' and e.action = 'read' and (x.visible_to_person and e.organisation_id is null or e.organisation_id = ctx_organisation() or x.audience = 'circle' and e.organisation_id is not null
               or x.audience = 'named' and e.organisation_id = any (x.named_organisations)))
     and (e.organisation_id is not distinct from ctx_organisation()
          or not exists (select 1 from relationship r where r.person_id = p and r.organisation_id = e.organisation_id and r.discreet and (ctx_user() = any (r.sealed_to)) is not true))
   group by 1, 2 order by 3 desc limit 100 $$;

-- What belongs to an item is seen by whoever sees the item: the corrections of a note, what is said to be wrong with it, and what is told of it. It takes no audience: it can open nothing that the item does not.
create function follow_audience(p uuid, what text, item uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare x record;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into x from own_item(p, what, item);
  if not found then raise exception 'refused' using errcode = '42501'; end if;
  update state_transition set audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person
   where person_id = p and entity = what and entity_id = item and owner_organisation_id = ctx_organisation() and sealed_to is null;
  if what = 'ContactNote' then
    update contact_note set audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person, row_version = row_version + 1
     where person_id = p and corrects_id = item and owner_organisation_id = ctx_organisation() and sealed_to is null and state <> 'entered_in_error';
    -- what somebody says is wrong with it stands beside it
    update correction set audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person, row_version = row_version + 1
     where person_id = p and subject = what and subject_id = item and sealed_to is null;
    update state_transition t set audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person
     where t.person_id = p and t.entity = 'Correction' and t.sealed_to is null and exists (select 1 from correction c where c.person_id = p and c.id = t.entity_id and c.subject = what and c.subject_id = item);
  end if;
end $$;

-- Which organisation holds which kinds of information now, by which decision, told on which day and until when: for the information-governance lead of an organisation that
-- helps the person, who may read their log. What was refused is not in it, nor a discreet helper of whom the lead may not know.
create function sharing_held(p uuid) returns table (organisation_id uuid, organisation text, who text, basis text, categories text[], authority text, told_on date, since timestamptz, until timestamptz)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.organisation_id, o.name, coalesce(u.name, t.name), a.basis, a.categories, d.authority, d.told_on, a.starts, case when a.until < 'infinity' then a.until end
    from person_access a
    join relationship r on r.person_id = a.person_id and r.id = a.relationship_id
    join organisation o on o.id = a.organisation_id
    left join team t on t.id = a.scope_id
    left join membership m on m.id = a.scope_id
    left join user_account u on u.id = m.user_id
    left join sharing_decision d on d.person_id = a.person_id and d.id = a.fact_id and (d.sealed_to is null or ctx_user() = any (d.sealed_to))
   where a.person_id = p and now() >= a.starts and now() < a.until and a.basis not in ('records', 'break_glass')
     and (r.sealed_to is null or ctx_user() = any (r.sealed_to))
     and exists (select 1 from ig_people(null, p, 1))
     and exists (select 1 from person_access ours where ours.person_id = p and ours.organisation_id = ctx_organisation() and ours.basis not in ('records', 'break_glass', 'wind_down')
                  and now() >= ours.starts and now() < ours.until)
   order by o.name, coalesce(u.name, t.name), a.basis, a.starts $$;
`);
    await q.query('alter function own_item(uuid, text, uuid) owner to onestory_keeper');
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
