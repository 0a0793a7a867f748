import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, itemTable, liveAccess } from './policy-template';

/** What stands in a version. Until it is published each row is its author's alone; `opens_to…` says for whom it will be. */
const ITEMS = ['need', 'goal', 'care_action', 'plan_statement'];
const planItem = (table: string, columns: string): string => `${itemTable(table, `
  version_id uuid not null, item_id uuid not null, position integer not null,
  opens_to text not null, opens_to_organisations uuid[] not null default '{}', opens_to_person boolean not null,
  in_force boolean not null default false, dropped boolean not null default false,
  ${columns},
  constraint ${table}_opens_to_check check (opens_to in ('internal', 'circle', 'named')),
  constraint ${table}_version_fkey foreign key (person_id, version_id) references plan_version (person_id, id)`)}
create unique index ${table}_item_key on ${table} (person_id, version_id, item_id);
create index ${table}_in_force_idx on ${table} (person_id) where in_force;`;

const VOICE = (table: string): string => `constraint ${table}_voice_check check (voice in ('self', 'carer', 'professional'))`;
const WORKED_ON = `('draft', 'in_contribution', 'ready_for_agreement', 'agreed')`;
// Somebody who works with the person now, for the organisation for which they act.
const WORKS_WITH = `exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()
       and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;

/** The care plan: versions that never change once published, and the needs, goals, actions and statements that stand in them. */
export class CarePlans1795000000010 implements MigrationInterface {
  name = 'CarePlans1795000000010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('plan_version', `
  case_id uuid, number integer not null, small_number integer not null default 0, state text not null, based_on uuid, change_summary text, imported_from text,
  person_view text, view_asked text, view_support text, view_because text, view_again_on date, view_of text, view_present text, view_alone boolean, person_comment text,
  no_contingency_because text, next_review_on date, author_name text,
  published_at timestamptz, published_by uuid, superseded_at timestamptz, content_hash text,
  constraint plan_version_state_check check (state in ('draft', 'in_contribution', 'ready_for_agreement', 'agreed', 'published', 'superseded', 'discarded', 'withdrawn')),
  constraint plan_version_person_view_check check (person_view in ('agrees', 'agrees_with_reservations', 'does_not_agree', 'could_not_give_a_view', 'someone_elses_view_only')),
  constraint plan_version_view_asked_check check (view_asked in ('directly', 'with_support')),
  constraint plan_version_published_check check (state not in ('published', 'superseded', 'withdrawn')
    or person_view is not null and next_review_on is not null and published_at is not null and content_hash is not null),
  constraint plan_version_imported_check check ((imported_from is null) = (case_id is not null) and (imported_from is null or state in ('draft', 'discarded'))),
  constraint plan_version_case_fkey foreign key (person_id, case_id) references coordination_case (person_id, id),
  constraint plan_version_based_on_fkey foreign key (person_id, based_on) references plan_version (person_id, id)`)}
create unique index plan_version_draft_key on plan_version (person_id, case_id) where state in ${WORKED_ON} and small_number = 0;
create unique index plan_version_imported_key on plan_version (person_id, owner_organisation_id) where imported_from is not null and state = 'draft';
create unique index plan_version_published_key on plan_version (person_id, case_id) where state = 'published';

${planItem('need', `domain text not null, text text not null, voice text not null, state text not null default 'open', unmet_because text,
  constraint need_domain_check check (domain in ('body', 'mind', 'daily_living', 'home', 'money', 'people', 'work', 'spiritual', 'safety', 'transport', 'carer')),
  constraint need_state_check check (state in ('open', 'being_met', 'unmet', 'resolved')),
  ${VOICE('need')}`)}
${planItem('goal', `text text not null, why text, voice text not null, target_on date, state text not null default 'active', no_action_because text,
  constraint goal_state_check check (state in ('proposed', 'accepted', 'active', 'on_hold', 'achieved', 'partly', 'not_achieved', 'cancelled')),
  ${VOICE('goal')}`)}
${planItem('care_action', `goal_id uuid not null, what text not null, doer text, doer_kind text, doer_organisation_id uuid, doer_name text, due_on date, days_times text,
  state text not null default 'open', state_reason text, state_at timestamptz, ends_because text,
  constraint care_action_state_check check (state in ('open', 'in_progress', 'blocked', 'done', 'reopened', 'cancelled')),
  constraint care_action_doer_check check ((doer is null) = (doer_kind is null) and (doer_kind = 'organisation') = (doer_organisation_id is not null)),
  constraint care_action_doer_kind_check check (doer_kind in ('person', 'carer', 'organisation')),
  constraint care_action_reason_check check (state not in ('blocked', 'cancelled') or state_reason is not null)`)}
${planItem('plan_statement', `section text not null, text text not null, contact text, voice text not null,
  constraint plan_statement_section_check check (section in ('what_matters', 'strengths', 'home', 'who_to_ring', 'if_it_goes_wrong')),
  ${VOICE('plan_statement')}`)}

-- Which version each reader has read last: theirs alone to know.
create table plan_reading (
  person_id uuid not null, user_id uuid not null, version_id uuid not null, read_at timestamptz not null default now(),
  constraint plan_reading_pkey primary key (person_id, user_id),
  constraint plan_reading_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint plan_reading_version_fkey foreign key (person_id, version_id) references plan_version (person_id, id));
${forced('plan_reading')}
grant select, insert on plan_reading to onestory_app;
grant update (version_id, read_at) on plan_reading to onestory_app;
create policy mine on plan_reading for select to onestory_app using (user_id = (select ctx_user()) and exists (${liveAccess('plan_reading')}));
create policy write on plan_reading for insert to onestory_app with check (user_id = (select ctx_user()) and exists (${liveAccess('plan_reading')}));
create policy change on plan_reading for update to onestory_app using (user_id = (select ctx_user()) and exists (${liveAccess('plan_reading')})) with check (true);

-- A version is made as a draft; what was published only the keeper's functions move on, and nothing of its content changes.
create function plan_version_stands() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'onestory_app' and (new.state <> 'draft' or new.published_at is not null) then raise exception 'a plan begins as a draft' using errcode = '42501'; end if;
    return new;
  end if;
  if old.state in ${WORKED_ON} then
    if current_user = 'onestory_app' and (new.state not in ${WORKED_ON} and new.state <> 'discarded' or new.published_at is not null) then
      raise exception 'a plan is published by publish_plan' using errcode = '42501';
    end if;
    return new;
  end if;
  if current_user = 'onestory_keeper' and old.state = 'published' and new.state in ('superseded', 'withdrawn')
     and (to_jsonb(new) - '{state,superseded_at,row_version}'::text[]) = (to_jsonb(old) - '{state,superseded_at,row_version}'::text[]) then return new; end if;
  raise exception 'a published plan does not change' using errcode = '42501';
end $$;
create trigger plan_version_stands before insert or update on plan_version for each row execute function plan_version_stands();

-- The rows of a version stand with it. The arguments are the columns that the keeper's functions may still move.
create function plan_item_stands() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
declare
  standing text;
begin
  if tg_op = 'UPDATE' and new.version_id <> old.version_id then raise exception 'what stands in a version stays there' using errcode = '42501'; end if;
  select v.state into standing from plan_version v where v.person_id = new.person_id and v.id = new.version_id;
  if standing in ${WORKED_ON} or standing is null and current_user <> 'onestory_app' then return new; end if;
  if tg_op = 'UPDATE' and current_user = 'onestory_keeper' and (to_jsonb(new) - tg_argv) = (to_jsonb(old) - tg_argv) then return new; end if;
  raise exception 'a published plan does not change' using errcode = '42501';
end $$;
${ITEMS.map((table) => `create trigger ${table}_stands before insert or update on ${table} for each row
  execute function plan_item_stands('in_force', 'row_version'${table === 'care_action' ? `, 'state', 'state_reason', 'state_at'` : ''});`).join('\n')}
`);

    await q.query(`
-- What a version says, in one text whose hash is kept: everything but how far its actions have got since.
create function plan_content(p uuid, version uuid) returns text language sql stable set search_path = onestory, pg_temp set timezone = 'UTC' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'plan_version', (select to_jsonb(v) - '{state,superseded_at,content_hash,row_version}'::text[] from plan_version v where v.person_id = p and v.id = version),
    ${ITEMS.map((table) => `'${table}', (select jsonb_agg(to_jsonb(x) - '{in_force,row_version,state_reason,state_at${table === 'care_action' ? ',state' : ''}}'::text[] order by x.id)
      from ${table} x where x.person_id = p and x.version_id = version and not x.dropped)`).join(',\n    ')}))::text $$;

-- Publishes a draft of the caller's organisation: what others keep to themselves goes on, each item opens to whom it was written for, the version
-- before gives way, actions stand where they had got to, and the case is looked at again when the plan is.
create function publish_plan(p uuid, version uuid, at timestamptz) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  draft plan_version;
  before plan_version;
  kind text;
  columns text;
  hash text;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  select * into draft from plan_version where person_id = p and id = version and state in ${WORKED_ON} and owner_organisation_id = ctx_organisation() and imported_from is null for update;
  if draft.id is null or at > clock_timestamp() + interval '1 minute' or not ${WORKS_WITH} then
    raise exception 'refused' using errcode = '42501';
  end if;
  select * into before from plan_version where person_id = p and case_id = draft.case_id and state = 'published' for update;
  if before.id is distinct from draft.based_on then raise exception 'the plan has moved on' using errcode = '40001'; end if;
  foreach kind in array array['${ITEMS.join(`', '`)}'] loop
    select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
     where attrelid = kind::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'version_id');
    execute format(
      'insert into %1$I (id, version_id, %2$s) select gen_random_uuid(), $2, %2$s from %1$I x
        where x.person_id = $1 and x.version_id = $3 and not x.dropped and x.owner_organisation_id <> ctx_organisation()
          and not (x.audience = ''circle'' and x.category = any (my_categories($1)) or x.audience = ''named'' and ctx_organisation() = any (x.named_organisations))
          and not exists (select 1 from %1$I y where y.person_id = $1 and y.version_id = $2 and y.item_id = x.item_id)', kind, columns) using p, version, before.id;
    execute format(
      'update %I set audience = opens_to, named_organisations = opens_to_organisations, visible_to_person = opens_to_person, in_force = not dropped where person_id = $1 and version_id = $2',
      kind) using p, version;
    execute format('update %I set in_force = false where person_id = $1 and version_id <> $2 and in_force', kind) using p, version;
  end loop;
  update care_action n set state = o.state, state_reason = o.state_reason, state_at = o.state_at
    from care_action o where o.person_id = p and o.version_id = before.id and n.person_id = p and n.version_id = version and n.item_id = o.item_id and n.ends_because is null;
  update care_action o set state = 'cancelled', state_reason = n.ends_because, state_at = at, row_version = o.row_version + 1
    from care_action n where o.person_id = p and o.version_id = before.id and n.person_id = p and n.version_id = version and n.item_id = o.item_id
     and n.ends_because is not null and o.state not in ('done', 'cancelled');
  update plan_version set state = 'superseded', superseded_at = at, row_version = row_version + 1 where person_id = p and id = before.id;
  update plan_version set audience = 'circle', visible_to_person = true, published_at = at, published_by = ctx_user(), row_version = row_version + 1,
         number = case when draft.small_number > 0 then before.number
                       else 1 + coalesce((select max(v.number) from plan_version v where v.person_id = p and v.case_id = draft.case_id and v.published_at is not null), 0) end,
         small_number = case when draft.small_number > 0 then before.small_number + 1 else 0 end
   where person_id = p and id = version;
  hash := encode(sha256(convert_to(plan_content(p, version), 'UTF8')), 'hex');
  update plan_version set state = 'published', content_hash = hash where person_id = p and id = version;
  update coordination_case set next_review_on = draft.next_review_on where person_id = p and id = draft.case_id and state <> 'closed';
  perform refresh_person_access(p);
  return hash;
end $$;

-- How far an action has got: told by the organisation that wrote it or by the one that does it and can read it. False when somebody else was first.
create function move_action(p uuid, action uuid, version integer, from_state text, to_state text, why text, at timestamptz) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if at > clock_timestamp() + interval '1 minute' or not ${WORKS_WITH}
     or not exists (select 1 from care_action x where x.person_id = p and x.id = action and x.in_force and x.sealed_to is null
                     and (x.owner_organisation_id = ctx_organisation()
                          or x.doer_organisation_id = ctx_organisation()
                             and (x.audience = 'circle' and x.category = any (my_categories(p)) or x.audience = 'named' and ctx_organisation() = any (x.named_organisations)))) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update care_action set state = to_state, state_reason = why, state_at = at, row_version = row_version + 1
   where person_id = p and id = action and in_force and row_version = version and state = from_state;
  return found;
end $$;
`);
    for (const definer of ['publish_plan(uuid, uuid, timestamptz)', 'move_action(uuid, uuid, integer, text, text, text, timestamptz)']) {
      await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    }
    await q.query('grant execute on function plan_content(uuid, uuid) to onestory_keeper');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A published plan is not taken away: restore a backup'));
  }
}
