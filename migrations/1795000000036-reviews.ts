import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemTable } from './policy-template';

/** Where a review can go from where it is: the same list as in libs/reviews, which says it first and in words. */
const MOVES = [
  'due scheduled', 'due cancelled', 'scheduled contributions_open', 'scheduled rescheduled', 'scheduled cancelled', 'rescheduled contributions_open', 'rescheduled rescheduled', 'rescheduled cancelled',
  'contributions_open in_session', 'contributions_open rescheduled', 'contributions_open cancelled', 'contributions_open paused_unable', 'in_session writing_up', 'in_session incomplete', 'in_session paused_unable',
  'incomplete in_session', 'incomplete rescheduled', 'incomplete cancelled', 'paused_unable in_session', 'paused_unable rescheduled', 'paused_unable cancelled', 'writing_up shared_for_check', 'shared_for_check writing_up', 'shared_for_check closed',
];
const TRIGGERS = ['review_stands()', 'review_moves_case()', 'review_part_stands()'];

/** Reviews, whom they ask in, and who was left out and why. */
export class Reviews1795000000036 implements MigrationInterface {
  name = 'Reviews1795000000036';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('review', `
  case_id uuid not null, kind text not null, occasion text not null, counts_as text, mode text not null, state text not null, due_on date not null, starts_at timestamptz, minutes integer not null,
  place text, chair_name text not null, chair_membership_id uuid not null, read_by date, return_by date, next_review_on date, because text, moved_at timestamptz not null, sequence integer not null default 0,
  constraint review_case_fkey foreign key (person_id, case_id) references coordination_case (person_id, id),
  constraint review_kind_check check (kind in ('planned', 'unplanned', 'discharge', 'closure')),
  constraint review_occasion_check check (occasion in ('time', 'hospital', 'carer', 'provider', 'change_in_need', 'commissioning', 'person_asked', 'no_contact', 'other')),
  constraint review_mode_check check (mode in ('desk', 'call', 'meeting', 'home')),
  constraint review_state_check check (state in ('due', 'scheduled', 'rescheduled', 'contributions_open', 'in_session', 'incomplete', 'paused_unable', 'writing_up', 'shared_for_check', 'closed', 'cancelled')),
  constraint review_starts_check check (starts_at is not null or state in ('due', 'cancelled')),
  constraint review_return_check check (return_by is not null or state not in ('incomplete', 'paused_unable')),
  constraint review_closed_check check (next_review_on is not null or state <> 'closed')`)}
create unique index review_open_key on review (person_id) where state not in ('closed', 'cancelled');

${itemTable('review_invitee', `
  review_id uuid not null, kind text not null, key text not null, name text not null, organisation_id uuid, related_person_id uuid, state text not null, because text, words text,
  owner_name text, owner_membership_id uuid, do_by date, done_at timestamptz, attended text,
  constraint review_invitee_review_fkey foreign key (person_id, review_id) references review (person_id, id),
  constraint review_invitee_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint review_invitee_kind_check check (kind in ('person', 'carer', 'organisation', 'advocate', 'interpreter') and (kind = 'organisation') = (organisation_id is not null)),
  constraint review_invitee_state_check check (state in ('invited', 'left_out')),
  constraint review_invitee_because_check check ((state = 'left_out') = (because is not null) and because in ('person_does_not_want', 'not_concerned', 'they_asked', 'other', 'confidential') and (because <> 'confidential' or sealed_to is not null)),
  constraint review_invitee_owner_check check (kind not in ('advocate', 'interpreter') or owner_name is not null and owner_membership_id is not null and do_by is not null),
  constraint review_invitee_attended_check check (attended in ('there', 'by_phone', 'absent'))`)}
create index review_invitee_review_idx on review_invitee (person_id, review_id);
create unique index review_invitee_key on review_invitee (person_id, review_id, key) where sealed_to is null;

-- A review begins as due, by who coordinates the case, and goes only where it can.
create function review_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if ctx_organisation() is not null and (new.state <> 'due' or not coordinates_case(new.person_id, new.case_id)) then raise exception 'refused' using errcode = '42501'; end if;
  elsif new.case_id <> old.case_id or new.due_on <> old.due_on or new.state <> old.state and not concat(old.state, ' ', new.state) = any (array[${MOVES.map((move) => `'${move}'`).join(', ')}]) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger review_stands before insert or update on review for each row execute function review_stands();

-- Whoever is asked in, or left out, is written down by the organisation that holds the review.
create function review_part_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if ctx_organisation() is not null and not exists (select 1 from review r where r.person_id = new.person_id and r.id = new.review_id and r.owner_organisation_id = ctx_organisation() and r.state not in ('closed', 'cancelled'))
     or tg_op = 'UPDATE' and (new.review_id, new.kind, new.key) is distinct from (old.review_id, old.kind, old.key) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger review_invitee_stands before insert or update on review_invitee for each row execute function review_part_stands();

-- The case is looked at again when its review is: one that is booked within four weeks is overdue no longer, one that is cancelled is due again.
create function review_moves_case() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  day date := (new.starts_at at time zone 'Europe/London')::date;
  again date := case
    when new.state = 'due' then new.due_on
    when new.state = 'closed' then new.next_review_on
    when new.state in ('incomplete', 'paused_unable') then new.return_by
    when new.state = 'cancelled' then coalesce((select v.next_review_on from plan_version v where v.person_id = new.person_id and v.case_id = new.case_id and v.state = 'published'), new.due_on)
    when day <= greatest(new.due_on, (now() at time zone 'Europe/London')::date) + 28 then day
    else new.due_on end;
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.starts_at is not distinct from old.starts_at then return null; end if;
  update coordination_case c set next_review_on = case when new.state = 'due' then least(c.next_review_on, again) else again end
   where c.person_id = new.person_id and c.id = new.case_id and c.state <> 'closed';
  if found then perform refresh_person_access(new.person_id); end if;
  return null;
end $$;
create trigger review_moves_case after insert or update on review for each row execute function review_moves_case();
`);
    for (const trigger of TRIGGERS) await q.query(`alter function ${trigger} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was reviewed is not taken away: restore a backup'));
  }
}
