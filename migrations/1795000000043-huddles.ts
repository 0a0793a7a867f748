import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, itemTable } from './policy-template';

const TODAY = `(now() at time zone 'Europe/London')::date`;
/** For whoever is of the integrated team now. */
const OF_TEAM = `exists (select 1 from integrated_team_member i where i.integrated_team_id = huddle.integrated_team_id and i.membership_id = (select ctx_membership()))`;

/** Huddles of integrated teams: who was there, and, person by person, who was on the list and what came of it. */
export class Huddles1795000000043 implements MigrationInterface {
  name = 'Huddles1795000000043';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- A huddle names nobody who is helped: whoever is on its list stands in rows of their own, each with its own readers.
create table huddle (
  id uuid not null, integrated_team_id uuid not null, held_on date not null, chair_membership_id uuid not null, chair_name text not null, attendees uuid[] not null default '{}',
  ended_at timestamptz, row_version integer not null default 1,
  constraint huddle_pkey primary key (id),
  constraint huddle_team_fkey foreign key (integrated_team_id) references integrated_team (id),
  constraint huddle_chair_fkey foreign key (chair_membership_id) references membership (id));
create unique index huddle_day_key on huddle (integrated_team_id, held_on);
${forced('huddle')}
grant select, insert on huddle to onestory_app;
grant update (attendees, ended_at, row_version) on huddle to onestory_app;
create policy read on huddle for select to onestory_app using (${OF_TEAM});
create policy write on huddle for insert to onestory_app with check (
  ${OF_TEAM} and chair_membership_id = (select ctx_membership()) and (select ctx_roles()) && array['practitioner', 'team_manager'] and held_on = ${TODAY} and ended_at is null);
create policy change on huddle for update to onestory_app using (chair_membership_id = (select ctx_membership()) and ${OF_TEAM} and held_on = ${TODAY} and ended_at is null) with check (true);

${itemTable('huddle_line', `
  huddle_id uuid not null, outcome text, decided text, doer_membership_id uuid, doer_name text, due_on date, review_id uuid, stays boolean,
  constraint huddle_line_huddle_fkey foreign key (huddle_id) references huddle (id),
  constraint huddle_line_doer_fkey foreign key (doer_membership_id) references membership (id),
  constraint huddle_line_review_fkey foreign key (person_id, review_id) references review (person_id, id),
  constraint huddle_line_outcome_check check (outcome in ('action', 'none', 'review') and (outcome is null) = (stays is null)),
  constraint huddle_line_action_check check ((coalesce(outcome, '') = 'action') = (decided is not null and doer_membership_id is not null and doer_name is not null and due_on is not null)),
  constraint huddle_line_made_check check ((coalesce(outcome, '') = 'review') = (review_id is not null))`)}
create unique index huddle_line_key on huddle_line (person_id, huddle_id);
create index huddle_line_huddle_idx on huddle_line (huddle_id);

-- Somebody is put on the list, and what came of it is written down, by whoever chairs the huddle, on its day, for a case of that team.
create function huddle_line_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if ctx_organisation() is not null and not exists (select 1 from huddle h join coordination_case c on c.integrated_team_id = h.integrated_team_id and c.person_id = new.person_id and c.state <> 'closed'
       where h.id = new.huddle_id and h.chair_membership_id = ctx_membership() and h.ended_at is null and h.held_on = ${TODAY})
     or tg_op = 'UPDATE' and new.huddle_id <> old.huddle_id then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger huddle_line_stands before insert or update on huddle_line for each row execute function huddle_line_stands();
alter function huddle_line_stands() owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was decided in a huddle is not taken away: restore a backup'));
  }
}
