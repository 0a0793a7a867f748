import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemTable, themself } from './policy-template';

/** How a goal goes, by the person and by the team: two lists that are never made one. A judgement is a row of its own; the plan's words, versions and hashes do not change by it. */
export class GoalJudgements1795000000045 implements MigrationInterface {
  name = 'GoalJudgements1795000000045';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('goal_judgement', `
  goal_id uuid not null, version_id uuid not null, side text not null, progress text not null, words text, how text, judged_on date not null, said_by_name text not null,
  constraint goal_judgement_version_fkey foreign key (person_id, version_id) references plan_version (person_id, id),
  constraint goal_judgement_side_check check (side in ('person', 'team') and (side = 'person') = (how is not null)),
  constraint goal_judgement_progress_check check (progress in ('reached', 'closer', 'same', 'further')),
  constraint goal_judgement_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online'))`)}
create index goal_judgement_goal_idx on goal_judgement (person_id, goal_id);
-- What was said on a day stays as it was said: whoever thinks otherwise later says so on another day.
revoke update on goal_judgement from onestory_app;
create trigger goal_judgement_said before insert on goal_judgement for each row execute function said_online();

-- It is about a goal of the plan that stands, which whoever writes it reads, and never wider than it, in no direction (domain.md, I25). Of a goal that is not theirs to read
-- the person has said nothing.
create function goal_judgement_stands() returns trigger language plpgsql set search_path = onestory, public, pg_temp as $$
declare
  line record;
begin
  select g.category, g.audience, g.named_organisations || g.owner_organisation_id as readers, g.visible_to_person as shown, g.sealed_to into line
    from goal g where g.person_id = new.person_id and g.item_id = new.goal_id and g.version_id = new.version_id and g.in_force and not g.dropped;
  if current_user = 'onestory_app' and line.category is null or new.category <> line.category or new.visible_to_person and not line.shown or new.side = 'person' and not line.shown
     or new.judged_on > (clock_timestamp() at time zone 'Europe/London')::date
     or line.audience <> 'circle' and (new.audience = 'circle' or not new.named_organisations || new.owner_organisation_id <@ line.readers) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if line.sealed_to is not null then new.sealed_to := array(select u from unnest(line.sealed_to) u where new.sealed_to is null or u = any (new.sealed_to)); end if;
  return new;
end $$;
create trigger goal_judgement_stands before insert on goal_judgement for each row execute function goal_judgement_stands();

-- The person's own, on their own page: of a goal that they read there.
create function say_goal_judgement(p uuid, goal_item uuid, how_far text, spoken text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  said uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  if not ${themself('p')} then raise exception 'refused' using errcode = '42501'; end if;
  insert into goal_judgement (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, created_by, source, goal_id, version_id, side, progress, words, how, judged_on, said_by_name)
    select p, said, g.owner_organisation_id, g.category, g.audience, g.named_organisations, true, ctx_user(), 'ui', g.item_id, g.version_id, 'person', how_far, spoken, 'online', (clock_timestamp() at time zone 'Europe/London')::date, u.name
      from goal g, user_account u where g.person_id = p and g.item_id = goal_item and g.in_force and not g.dropped and g.visible_to_person and g.sealed_to is null and u.id = ctx_user();
  if not found then raise exception 'refused' using errcode = '42501'; end if;
  return said;
end $$;
grant execute on function say_goal_judgement(uuid, uuid, text, text) to onestory_app;
alter function say_goal_judgement(uuid, uuid, text, text) owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What somebody said of their goals is not taken away: restore a backup'));
  }
}
