import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemTable } from './policy-template';

const DEFINER = ['plan_writer(uuid, text, uuid[])', 'suggest_for_myself(uuid, uuid, text, uuid, uuid, text, text, text)', 'move_suggestion(uuid, uuid, integer, text, text, text, uuid, uuid)'];
const TRIGGERS = ['suggestion_stands()', 'suggestion_moved()', 'suggestions_with_version()', 'suggestions_with_key_worker()'];
const HELPERS = ['plan_line(uuid, uuid)', 'reads_of(uuid, uuid, text)'];
/** The lines of a plan, with what each of them says. */
const LINES: readonly [string, string][] = [['need', 'text'], ['goal', 'text'], ['care_action', 'what'], ['plan_statement', 'text']];
const WORKED_ON = `('draft', 'in_contribution', 'ready_for_agreement', 'agreed')`;
/** The person themselves, on their own page. */
const THEMSELF = `exists (select 1 from person_access a where a.person_id = p and a.basis = 'own' and a.scope_id = ctx_user() and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;

/** What those who may not write the plan would change in it, and what those who may have answered. */
export class PlanSuggestions1795000000022 implements MigrationInterface {
  name = 'PlanSuggestions1795000000022';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('plan_suggestion', `
  kind text not null, about_item_id uuid, about_version_id uuid, about_text text, goal_id uuid,
  text text not null, why text, voice text not null, how text, author_name text not null,
  state text not null default 'waiting', moved_at timestamptz not null default now(), reason text, because text, answered_by text,
  draft_id uuid, taken_item_id uuid, published_at timestamptz,
  constraint plan_suggestion_kind_check check (kind in ('need', 'goal', 'action', 'statement') and (kind <> 'statement' or about_item_id is not null)),
  constraint plan_suggestion_about_check check ((about_item_id is null) = (about_text is null) and (about_item_id is null) = (about_version_id is null)),
  constraint plan_suggestion_goal_check check ((goal_id is not null) = (kind = 'action' and about_item_id is null)),
  constraint plan_suggestion_voice_check check (voice in ('self', 'professional') and (voice = 'self') = (how is not null)),
  constraint plan_suggestion_how_check check (how in ('own_page', 'phone', 'paper', 'face_to_face')),
  constraint plan_suggestion_state_check check (state in ('waiting', 'taken', 'partly', 'not_taken', 'withdrawn')),
  constraint plan_suggestion_reason_check check ((state in ('partly', 'not_taken')) = (reason is not null)),
  constraint plan_suggestion_taken_check check ((state in ('taken', 'partly')) = (draft_id is not null and taken_item_id is not null) and (published_at is null or state in ('taken', 'partly'))),
  constraint plan_suggestion_version_fkey foreign key (person_id, about_version_id) references plan_version (person_id, id),
  constraint plan_suggestion_draft_fkey foreign key (person_id, draft_id) references plan_version (person_id, id)`)}
create index plan_suggestion_waiting_idx on plan_suggestion (person_id) where state = 'waiting';
create index plan_suggestion_draft_idx on plan_suggestion (person_id, draft_id) where draft_id is not null;
-- It goes on by the functions below alone, and never by a statement of the application's own.
revoke update on plan_suggestion from onestory_app;

-- A line of the plan that stands now, whichever kind it is.
create function plan_line(p uuid, item uuid) returns table (category text, audience text, readers uuid[], shown boolean, sealed_to uuid[], version_id uuid, words text)
language sql stable set search_path = onestory, public, pg_temp as $$
  ${LINES.map(([table, words]) => `select x.category, x.audience, x.named_organisations || x.owner_organisation_id, x.visible_to_person, x.sealed_to, x.version_id, x.${words}
    from ${table} x where x.person_id = p and x.item_id = item and x.in_force and not x.dropped`).join('\n  union all\n  ')} $$;

-- Does somebody of that organisation work with the person, and read that kind of thing?
create function reads_of(p uuid, organisation uuid, about text) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from person_access a where a.person_id = p and a.organisation_id = organisation and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
                  and now() >= a.starts and now() < a.until and about = any (a.categories)) $$;

-- The organisation that writes the person's plan, the key worker's before the one that opened the case, when it reads such things and, for what only a
-- few may know, when one of those few works there; null otherwise. Asked by who works with the person, and by the person. Whoever asks comes in turn.
create function plan_writer(p uuid, about text, among uuid[]) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  if not works_with(p) and not ${THEMSELF} then return null; end if;
  return (select w.organisation_id from (
      select m.organisation_id, 1 as place from key_worker_assignment k join membership m on m.id = k.membership_id join coordination_case c on c.person_id = p and c.id = k.case_id and c.state <> 'closed'
       where k.person_id = p and k.kind = 'lead' and k.ended_at is null and k.accepted_at is not null
      union all select c.owner_organisation_id, 2 from coordination_case c where c.person_id = p and c.state <> 'closed') w
    where reads_of(p, w.organisation_id, about)
      and (among is null or exists (select 1 from membership m where m.organisation_id = w.organisation_id and m.user_id = any (among) and now() >= m.starts and now() < m.ends))
    order by w.place limit 1);
end $$;

-- A suggestion waits first; and it is never wider than the line that it is about, in no direction (domain.md, I25).
create function suggestion_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare line record;
begin
  if new.state <> 'waiting' or new.published_at is not null then raise exception 'refused' using errcode = '42501'; end if;
  if new.about_item_id is null and new.goal_id is null then return new; end if;
  select * into line from plan_line(new.person_id, coalesce(new.about_item_id, new.goal_id));
  if line.category is null or new.category <> line.category or new.visible_to_person and not line.shown
     or line.audience = 'internal' and new.audience <> 'internal' or line.audience = 'named' and (new.audience = 'circle' or not new.named_organisations <@ line.readers) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if line.sealed_to is not null then new.sealed_to := array(select u from unnest(line.sealed_to) u where new.sealed_to is null or u = any (new.sealed_to)); end if;
  return new;
end $$;
create trigger plan_suggestion_stands before insert on plan_suggestion for each row execute function suggestion_stands();

-- Every change of state is one row, whoever made it: the person writes none themselves.
create function suggestion_moved() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, sealed_to, created_at, created_by, source, row_version,
                                entity, entity_id, from_state, to_state, effective_at, reason, actor_name)
  values (new.person_id, gen_random_uuid(), case when new.audience = 'circle' then coalesce(ctx_organisation(), new.owner_organisation_id) else new.owner_organisation_id end,
          new.category, new.audience, new.named_organisations, new.visible_to_person, new.sealed_to, clock_timestamp(), coalesce(ctx_user(), new.created_by), new.source, 1, 'PlanSuggestion', new.id,
          case when tg_op = 'UPDATE' then old.state end, new.state, new.moved_at, new.reason, (select u.name from user_account u where u.id = ctx_user()));
  return null;
end $$;
create trigger plan_suggestion_moved after insert or update of state on plan_suggestion for each row execute function suggestion_moved();

-- What the person says on their own page: kept by those who write the plan, because the person is no organisation. Refused where nobody writes it, and
-- about a line that is not theirs to read.
create function suggest_for_myself(p uuid, s uuid, what text, item uuid, goal uuid, said text, reason text, readers text) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  line record;
  writer uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  select * into line from plan_line(p, coalesce(item, goal));
  writer := plan_writer(p, coalesce(line.category, 'plan'), null);
  if not ${THEMSELF} or writer is null or readers not in ('circle', 'named') or coalesce(item, goal) is not null and (line.shown and line.sealed_to is null) is not true then
    raise exception 'refused' using errcode = '42501';
  end if;
  insert into plan_suggestion (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, created_by, source, kind, about_item_id, about_version_id, about_text,
                               goal_id, text, why, voice, how, author_name)
  values (p, s, writer, coalesce(line.category, 'plan'), readers, case when readers = 'named' then array[writer] else '{}' end, true, ctx_user(), 'ui', what, item,
          case when item is not null then line.version_id end, case when item is not null then line.words end, goal, said, reason, 'self', 'own_page',
          (select u.name from user_account u where u.id = ctx_user()));
end $$;

-- An answer by those who write the plan and read the suggestion, not to their own words; or the author's, or the person's, no longer wanting it. False when
-- somebody was first.
create function move_suggestion(p uuid, s uuid, version integer, to_state text, grounds text, words text, draft uuid, item uuid) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare f plan_suggestion;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  select * into f from plan_suggestion where person_id = p and id = s and (sealed_to is null or ctx_user() = any (sealed_to));
  if f.id is null or not coalesce(case to_state
    when 'withdrawn' then works_with(p) and f.created_by = ctx_user() or ${THEMSELF} and f.voice = 'self' and f.visible_to_person
    else to_state in ('taken', 'partly', 'not_taken') and (f.created_by <> ctx_user() or f.voice = 'self') and ctx_roles() && array['practitioner', 'team_manager']
      and exists (select 1 from coordination_case c where c.person_id = p and c.state <> 'closed' and (c.owner_organisation_id = ctx_organisation()
            or exists (select 1 from key_worker_assignment k join membership m on m.id = k.membership_id
                        where k.person_id = p and k.case_id = c.id and k.kind = 'lead' and k.ended_at is null and m.organisation_id = ctx_organisation())))
      and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
            and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)
            and (f.owner_organisation_id = a.organisation_id or f.audience = 'circle' and f.category = any (a.categories)
                 or f.audience = 'named' and a.organisation_id = any (f.named_organisations) and f.category <> all (a.refused)))
      and (to_state = 'not_taken' or exists (select 1 from plan_version v where v.person_id = p and v.id = draft and v.owner_organisation_id = ctx_organisation() and v.state in ${WORKED_ON}))
    end, false) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update plan_suggestion set state = to_state, moved_at = clock_timestamp(), reason = case when to_state in ('partly', 'not_taken') then grounds end, because = words,
         answered_by = case when to_state <> 'withdrawn' then (select u.name from user_account u where u.id = ctx_user()) end,
         draft_id = case when to_state in ('taken', 'partly') then draft end, taken_item_id = case when to_state in ('taken', 'partly') then item end, row_version = row_version + 1
   where person_id = p and id = s and state = 'waiting' and row_version = version;
  return found;
end $$;

-- With the draft into which it was taken a suggestion is published; what is not in what was published waits again, and so does what was in a draft that
-- was discarded: nobody is told that they were heard when nothing came of it.
create function suggestions_with_version() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  update plan_suggestion s set published_at = new.published_at
   where s.person_id = new.person_id and s.draft_id = new.id and s.published_at is null and new.state = 'published'
     and exists (${LINES.map(([table]) => `select 1 from ${table} x where x.person_id = new.person_id and x.version_id = new.id and x.item_id = s.taken_item_id and not x.dropped`).join(' union all ')});
  update plan_suggestion s set state = 'waiting', moved_at = clock_timestamp(), reason = null, because = null, answered_by = null, draft_id = null, taken_item_id = null, row_version = row_version + 1
   where s.person_id = new.person_id and s.draft_id = new.id and s.published_at is null;
  return null;
end $$;
create trigger plan_suggestion_follows after update of state on plan_version for each row when (old.state is distinct from new.state and new.state in ('published', 'discarded'))
  execute function suggestions_with_version();

-- What was meant for the key worker's organisation alone goes on to the next one, as far as it reads such things and the line that it is about.
create function suggestions_with_key_worker() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare theirs uuid := (select m.organisation_id from membership m where m.id = new.membership_id);
begin
  update plan_suggestion s set named_organisations = array[theirs]
   where s.person_id = new.person_id and s.state = 'waiting' and s.audience = 'named' and not theirs = any (s.named_organisations) and reads_of(s.person_id, theirs, s.category)
     and (coalesce(s.about_item_id, s.goal_id) is null
          or exists (select 1 from plan_line(s.person_id, coalesce(s.about_item_id, s.goal_id)) l where l.audience = 'circle' or l.audience = 'named' and theirs = any (l.readers)));
  return null;
end $$;
create trigger plan_suggestion_goes_on after update of state on key_worker_assignment for each row when (new.kind = 'lead' and new.state = 'accepted' and old.state <> 'accepted')
  execute function suggestions_with_key_worker();
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    for (const trigger of TRIGGERS) await q.query(`alter function ${trigger} owner to onestory_keeper`);
    for (const helper of HELPERS) await q.query(`grant execute on function ${helper} to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was suggested and answered is not taken away: restore a backup'));
  }
}
