import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, themself } from './policy-template';

const ITEMS = ['need', 'goal', 'care_action', 'plan_statement'];
/** The lines of a plan, with what each of them says. */
const LINES: readonly [string, string][] = [['need', 'text'], ['goal', 'text'], ['care_action', 'what'], ['plan_statement', 'text']];
const WORKED_ON = `('draft', 'in_contribution', 'ready_for_agreement', 'agreed')`;
/** In these others read it. */
const OPENED = `('in_contribution', 'ready_for_agreement', 'agreed')`;
/** In these its lines are written. */
const WRITTEN = `('draft', 'in_contribution')`;
/** What is said of a draft that is closed, and where it stands; nothing else of it changes. */
const SAID = `'{state,row_version,audience,named_organisations,visible_to_person,person_view,view_asked,view_support,view_because,view_again_on,view_of,view_present,view_alone,person_comment,opened_at,readied_at,agreed_at,agreed_by,agreed_by_name,agreed_because}'::text[]`;
const MOVES = `('draft', 'in_contribution'), ('draft', 'discarded'), ('in_contribution', 'draft'), ('in_contribution', 'ready_for_agreement'), ('in_contribution', 'discarded'),
      ('ready_for_agreement', 'in_contribution'), ('ready_for_agreement', 'draft'), ('ready_for_agreement', 'agreed'), ('agreed', 'in_contribution'), ('agreed', 'draft')`;

/** A line that was taken out is told where it stands in the plan, and nowhere else. */
const opens = (row: string): string => `(not ${row}.dropped or exists (select 1 from %1$I f where f.person_id = ${row}.person_id and f.item_id = ${row}.item_id and f.in_force))`;

/** A draft that others read and say something about before it is published, and that the person agrees to. */
export class DraftsTogether1795000000051 implements MigrationInterface {
  name = 'DraftsTogether1795000000051';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table plan_version add column opened_at timestamptz, add column readied_at timestamptz, add column agreed_at timestamptz, add column agreed_by uuid, add column agreed_by_name text, add column agreed_because text,
  add constraint plan_version_agreed_because_check check (agreed_because in ('goes_on', 'best_interests', 'could_not', 'someone_elses')),
  add constraint plan_version_agreed_check check (state <> 'agreed' or agreed_at is not null and agreed_by is not null and person_view is not null
    and (person_view in ('agrees', 'agrees_with_reservations')) = (agreed_because is null));
grant update (opened_at, readied_at, agreed_at, agreed_by, agreed_by_name, agreed_because) on plan_version to onestory_app;
-- Null once it is published and while it is its author's alone, so that what is published hashes as it did. Nobody writes it: it follows from the version.
${ITEMS.map((table) => `alter table ${table} add column proposed boolean, add constraint ${table}_proposed_check check (proposed is null or proposed and not in_force);`).join('\n')}
alter table plan_view drop constraint plan_view_view_check;
alter table plan_view add constraint plan_view_view_check check (view in ('agrees', 'agrees_with_reservations', 'does_not_agree', 'wants_changes'));

-- A version is made as a draft and goes one step at a time; what was published only the keeper's functions move on, and nothing of its content changes.
create or replace function plan_version_stands() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'onestory_app' and (new.state <> 'draft' or new.published_at is not null or new.agreed_at is not null) then raise exception 'a plan begins as a draft' using errcode = '42501'; end if;
    return new;
  end if;
  if old.state in ${WORKED_ON} then
    if new.state <> old.state and (old.state, new.state) not in (${MOVES})
       and not (current_user <> 'onestory_app' and new.state = 'published' and old.state in ('draft', 'agreed')) then
      raise exception 'a plan does not go there from where it stands' using errcode = '42501';
    end if;
    if new.state in ${OPENED} and (new.small_number > 0 or new.imported_from is not null) then raise exception 'nobody is asked about that' using errcode = '42501'; end if;
    if current_user = 'onestory_app' then
      if new.published_at is not null then raise exception 'a plan is published by publish_plan' using errcode = '42501'; end if;
      if old.state not in ${WRITTEN} and (new.state = old.state or (to_jsonb(new) - ${SAID}) <> (to_jsonb(old) - ${SAID})) then
        raise exception 'a plan that waits for agreement does not change' using errcode = '42501';
      end if;
      if new.state = 'agreed' and new.agreed_by is distinct from ctx_user() then raise exception 'nobody agrees in the name of another' using errcode = '42501'; end if;
      new.audience := case when new.state in ${OPENED} then 'circle' else 'internal' end;
      new.named_organisations := '{}';
      new.visible_to_person := new.state in ${OPENED};
    end if;
    return new;
  end if;
  if current_user = 'onestory_keeper' and old.state = 'published' and new.state in ('superseded', 'withdrawn')
     and (to_jsonb(new) - '{state,superseded_at,row_version}'::text[]) = (to_jsonb(old) - '{state,superseded_at,row_version}'::text[]) then return new; end if;
  raise exception 'a published plan does not change' using errcode = '42501';
end $$;

-- The rows of a version stand with it, and are for whom its state says. The arguments are the columns that the keeper's functions may still move.
create or replace function plan_item_stands() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
declare
  standing text;
  opened boolean;
begin
  if tg_op = 'UPDATE' and new.version_id <> old.version_id then raise exception 'what stands in a version stays there' using errcode = '42501'; end if;
  select v.state into standing from plan_version v where v.person_id = new.person_id and v.id = new.version_id;
  if current_user = 'onestory_app' and standing in ${WRITTEN} then
    execute format('select $1 and ${opens('($2)')}', tg_table_name) into opened using standing = 'in_contribution', new;
    new.audience := case when opened then new.opens_to else 'internal' end;
    new.named_organisations := case when opened then new.opens_to_organisations else '{}' end;
    new.visible_to_person := opened and new.opens_to_person;
    new.proposed := case when opened then true end;
    return new;
  end if;
  if current_user = 'onestory_app' and standing in ${WORKED_ON} then raise exception 'a plan that waits for agreement does not change' using errcode = '42501'; end if;
  if standing in ${WORKED_ON} or standing is null and current_user <> 'onestory_app' then return new; end if;
  if tg_op = 'UPDATE' and current_user = 'onestory_keeper' and (standing = 'discarded' or (to_jsonb(new) - tg_argv) = (to_jsonb(old) - tg_argv)) then return new; end if;
  raise exception 'a published plan does not change' using errcode = '42501';
end $$;

-- With the version its lines open to those for whom they are meant, and close again.
create function plan_version_opens() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  kind text;
begin
  if new.state not in ('draft', 'in_contribution', 'ready_for_agreement', 'agreed', 'discarded') or (old.state in ${OPENED}) = (new.state in ${OPENED}) then return null; end if;
  foreach kind in array array['${ITEMS.join(`', '`)}'] loop
    execute format('update %1$I x set audience = case when o.opened then x.opens_to else ''internal'' end, named_organisations = case when o.opened then x.opens_to_organisations else ''{}'' end,
           visible_to_person = o.opened and x.opens_to_person, proposed = case when o.opened then true end
      from (select r.id, $3 and ${opens('r')} as opened from %1$I r where r.person_id = $1 and r.version_id = $2) o where x.person_id = $1 and x.id = o.id', kind)
      using new.person_id, new.id, new.state in ${OPENED};
  end loop;
  return null;
end $$;
create trigger plan_version_opens after update of state on plan_version for each row when (old.state is distinct from new.state) execute function plan_version_opens();
alter function plan_version_opens() owner to onestory_keeper;

-- What the person says of a draft that waits for them, on their own page. With their yes it is agreed. Null when it has changed since they read it.
create function say_of_draft(p uuid, version uuid, read_version integer, what text, spoken text, alone boolean, beside text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  said uuid := gen_random_uuid();
  draft plan_version;
  me text := (select u.name from user_account u where u.id = ctx_user());
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  if not ${themself('p')} then raise exception 'refused' using errcode = '42501'; end if;
  select * into draft from plan_version v where v.person_id = p and v.id = version and v.state = 'ready_for_agreement' and v.visible_to_person and v.sealed_to is null for update;
  if draft.id is null then raise exception 'refused' using errcode = '42501'; end if;
  if draft.row_version <> read_version then return null; end if;
  insert into plan_view (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, version_id, view, how, comment, spoke_alone, present, said_by_name)
    values (p, said, draft.owner_organisation_id, 'plan', 'circle', true, ctx_user(), 'ui', draft.id, what, 'online', spoken, alone, beside, me);
  if what in ('agrees', 'agrees_with_reservations') then
    update plan_version set state = 'agreed', person_view = what, view_asked = 'directly', view_support = null, view_because = null, view_again_on = null, view_of = null, view_present = beside, view_alone = alone,
           person_comment = spoken, agreed_at = clock_timestamp(), agreed_by = ctx_user(), agreed_by_name = me, agreed_because = null, row_version = row_version + 1 where person_id = p and id = version;
    insert into state_transition (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, sealed_to, created_at, created_by, source, row_version,
                                  entity, entity_id, from_state, to_state, effective_at, reason, actor_name)
      values (p, gen_random_uuid(), draft.owner_organisation_id, draft.category, draft.audience, '{}', true, null, clock_timestamp(), ctx_user(), 'ui', 1, 'PlanVersion', version, draft.state, 'agreed', clock_timestamp(), null, me);
  end if;
  return said;
end $$;
grant execute on function say_of_draft(uuid, uuid, integer, text, text, boolean, text) to onestory_app;
alter function say_of_draft(uuid, uuid, integer, text, text, boolean, text) owner to onestory_keeper;

-- A line of the plan that stands now, whichever kind it is, and after it the same line of a draft about which others are asked.
create or replace function plan_line(p uuid, item uuid) returns table (category text, audience text, readers uuid[], shown boolean, sealed_to uuid[], version_id uuid, words text)
language sql stable set search_path = onestory, public, pg_temp as $$
  select l.category, l.audience, l.readers, l.shown, l.sealed_to, l.version_id, l.words from (
  ${LINES.map(([table, words]) => `select x.in_force, x.category, x.audience, x.named_organisations || x.owner_organisation_id as readers, x.visible_to_person as shown, x.sealed_to, x.version_id, x.${words} as words
    from ${table} x where x.person_id = p and x.item_id = item and not x.dropped
     and (x.in_force or x.proposed and exists (select 1 from plan_version v where v.person_id = p and v.id = x.version_id and v.state = 'in_contribution'))`).join('\n  union all\n  ')}) l
   order by l.in_force desc $$;
${amended('suggestion_stands()', ['from plan_line(new.person_id, coalesce(new.about_item_id, new.goal_id));', `from plan_line(new.person_id, coalesce(new.about_item_id, new.goal_id)) l
   where new.about_item_id is null or l.version_id = new.about_version_id order by l.category = new.category desc, l.audience = new.audience desc, l.audience = 'circle' desc limit 1;`])}
${amended('suggest_for_myself(uuid, uuid, text, uuid, uuid, text, text, text)', ['from plan_line(p, coalesce(item, goal));', 'from plan_line(p, coalesce(item, goal)) l where l.shown limit 1;'])}
${amended('publish_plan(uuid, uuid, timestamptz)',
    [`state in ${WORKED_ON} and owner_organisation_id`, `state in ('draft', 'agreed') and owner_organisation_id`], ['in_force = not dropped where', 'in_force = not dropped, proposed = null where'])}
${amended('leaver_owns(uuid)', [`('draft', 'in_contribution', 'ready_for_agreement')`, WORKED_ON])}
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was said of a draft is not taken away: restore a backup'));
  }
}
