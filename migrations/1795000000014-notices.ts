import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, liveAccess } from './policy-template';

const DEFINER = ['circle_workers(uuid)', 'referral_receivers(uuid, uuid)', 'safe_to_send(uuid, text)'];

/** Whoever receives a referral is told of it before the person is open to them: of that row, and of nothing else. */
const TOLD = `recipient_id = (select ctx_user()) and (exists (${liveAccess('notice')} and a.basis <> 'records')
  or subject = 'Referral' and exists (select 1 from referral r where r.person_id = notice.person_id and r.id = notice.subject_id))`;

/** What somebody is told of: ids only, theirs alone, and only for as long as the person, or the referral that they received, is open to them. */
export class Notices1795000000014 implements MigrationInterface {
  name = 'Notices1795000000014';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table notice (
  person_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  -- the news that it tells: told once, however often its job comes
  news_id uuid not null,
  kind text not null,
  subject text not null,
  subject_id uuid not null,
  by_id uuid not null,
  told_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  constraint notice_pkey primary key (person_id, id),
  constraint notice_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint notice_recipient_fkey foreign key (recipient_id) references user_account (id),
  constraint notice_by_fkey foreign key (by_id) references user_account (id)
);
create unique index notice_news_key on notice (person_id, news_id, recipient_id);
create index notice_unread_idx on notice (recipient_id, told_at) where read_at is null;
create index notice_recipient_idx on notice (recipient_id, told_at);
${forced('notice')}
grant select, insert (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id), update (read_at, mailed_at) on notice to onestory_app;
create policy mine on notice for select to onestory_app using (${TOLD});
create policy settle on notice for update to onestory_app using (${TOLD}) with check (true);
-- Only a job about this person tells anybody anything.
create policy tell on notice for insert to onestory_app with check (person_id = (select ctx_person()));

-- What somebody has to do, and whom they have asked, for the first page of their day.
create index care_action_doer_idx on care_action (doer, due_on) where in_force;
create index care_team_member_worker_idx on care_team_member (membership_id) where state = 'active';
create index key_worker_assignment_asker_idx on key_worker_assignment (created_by) where state = 'proposed';

-- Who works with the person, for a job about them: everybody behind a live door, who of them the circle names, and whose case it is.
create function circle_workers(p uuid) returns table (membership_id uuid, user_id uuid, organisation_id uuid, named boolean, leads boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id, m.user_id, m.organisation_id,
         bool_or(a.scope_id = m.id) or exists (select 1 from care_team_member c where c.person_id = p and c.membership_id = m.id and c.state = 'active'),
         exists (select 1 from key_worker_assignment w where w.person_id = p and w.membership_id = m.id and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null)
    from person_access a
    join membership m on m.organisation_id = a.organisation_id and now() >= m.starts and now() < m.ends and m.roles && array['practitioner', 'team_manager']
     and (a.scope_id in (m.id, m.organisation_id, m.user_id) or exists (select 1 from team_member t where t.team_id = a.scope_id and t.membership_id = m.id))
    join user_account u on u.id = m.user_id and u.state = 'active'
   where p = ctx_person() and a.person_id = p and a.basis not in ('own', 'carer', 'records', 'break_glass') and now() >= a.starts and now() < a.until and m.user_id <> all (a.excluded)
   group by m.id $$;

-- Who handles a referral, for a job about it: those to whom it was sent, of its organisation, its team or by name, and nobody who must not know of the person.
create function referral_receivers(p uuid, r uuid) returns table (membership_id uuid, user_id uuid)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id, m.user_id
    from referral f
    join membership m on m.organisation_id = f.to_organisation_id and now() >= m.starts and now() < m.ends and m.roles && array['practitioner', 'team_manager']
     and (f.to_scopes && array[m.id, m.organisation_id] or exists (select 1 from team_member t where t.team_id = any (f.to_scopes) and t.membership_id = m.id))
    join user_account u on u.id = m.user_id and u.state = 'active'
   where p = ctx_person() and f.person_id = p and f.id = r and f.state <> 'draft' and m.user_id <> all (f.excluded) and (f.sealed_to is null or m.user_id = any (f.sealed_to)) $$;

-- Whether something may go out to the person that way, for who works with them. It heeds rules that the caller may not see, and does not tell
-- which: where somebody else answers or reads, nothing is sent that waits for nobody to look.
create function safe_to_send(p uuid, how text) returns text
language plpgsql stable security definer set search_path = onestory, public, pg_temp as $$
begin
  if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if exists (select 1 from person h where h.person_id = p and h.deceased_on is not null) then return 'died'; end if;
  if exists (select 1 from safe_contact s where s.person_id = p and s.channel = how and (not s.allowed or s.who_answers is not null or s.times is not null or s.code_word is not null)) then return 'unsafe'; end if;
  -- Whoever is protected is written to only where somebody said that it is safe.
  if not exists (select 1 from safe_contact s where s.person_id = p and s.channel = how and s.allowed)
     and (exists (select 1 from person h where h.person_id = p and h.restricted) or exists (select 1 from contact_point c where c.person_id = p and c.protected)
          or exists (select 1 from exclusion x where x.person_id = p and x.kind = 'alleged_source_of_harm' and x.ends > now())) then
    return 'unsafe';
  end if;
  return 'ok';
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Notices are not taken back: restore a backup'));
  }
}
