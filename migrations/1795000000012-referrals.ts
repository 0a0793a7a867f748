import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, itemTable, sealed } from './policy-template';

const DEFINER = ['join_by_referral(uuid, uuid)', 'end_by_referral(uuid, uuid, timestamptz)'];
const TRIGGERS = ['referral_withheld()', 'referral_moved()', 'referral_exclusions()', 'referral_intake()'];

/** Who receives a referral: whoever it was sent to, unless they must not know of the person. It opens this row and nothing else. */
const RECEIVED = `state <> 'draft' and to_scopes && (select ctx_scopes())::uuid[] and ((select ctx_user()) = any (excluded)) is not true and ${sealed('referral')}`;

const MINE = `user_id = (select ctx_user()) and organisation_id = (select ctx_organisation())`;

/** What was decided at sending stays as it was: neither side changes it afterwards. */
const FROZEN = ['service_id', 'service_name', 'to_organisation_id', 'to_scopes', 'need_id', 'need_domain', 'need_text', 'why_now', 'summary', 'names_person', 'opens', 'agreed_how', 'agreed_on',
  'spoke_alone', 'excluded', 'relationship_id', 'decision_id', 'member_id', 'sent_at', 'redirected_from_id', 'category', 'audience', 'named_organisations', 'sealed_to', 'visible_to_person'];

/** Asking a service for help: sent with a frozen summary, answered by whoever receives it, opening the record only when it is accepted. */
export class Referrals1795000000012 implements MigrationInterface {
  name = 'Referrals1795000000012';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('referral', `
  service_id uuid not null, service_name text not null, to_organisation_id uuid not null, to_scopes uuid[] not null,
  need_id uuid, need_domain text not null, need_text text not null, why_now text not null, urgency text not null,
  summary jsonb not null, names_person boolean not null, opens text[] not null,
  agreed_how text not null, agreed_on date not null, spoke_alone boolean,
  state text not null, state_reason text, moved_at timestamptz not null default now(), sender_name text not null, sender_phone text, sent_at timestamptz, answer_by date,
  question text, answer text, receiver_name text, promise_date date, decline_reason text, redirect_service_id uuid, redirected_from_id uuid, settled_at timestamptz,
  end_reason text, outcome text, outcome_words text, ended_at timestamptz, excluded uuid[] not null default '{}',
  relationship_id uuid, decision_id uuid, member_id uuid,
  constraint referral_service_fkey foreign key (service_id) references service (id),
  constraint referral_to_fkey foreign key (to_organisation_id) references organisation (id),
  constraint referral_redirect_fkey foreign key (redirect_service_id) references service (id),
  constraint referral_redirected_from_fkey foreign key (person_id, redirected_from_id) references referral (person_id, id),
  constraint referral_state_check check (state in ('draft', 'sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress', 'completed', 'declined', 'withdrawn', 'ended_early')),
  constraint referral_urgency_check check (urgency in ('routine', 'soon', 'urgent')),
  constraint referral_agreed_check check (agreed_how in ('in_person', 'by_phone', 'in_writing', 'best_interests')),
  constraint referral_declined_check check ((state = 'declined') = (decline_reason is not null)),
  constraint referral_completed_check check (state <> 'completed' or outcome is not null)`)}
create index referral_received_idx on referral using gin (to_scopes) with (fastupdate = off);
create index referral_sent_idx on referral (owner_organisation_id, state, sent_at);
create index referral_to_idx on referral (to_organisation_id, state, sent_at);
create policy receive on referral for select to onestory_app using (${RECEIVED});
create policy answer on referral for update to onestory_app using (${RECEIVED} and (select ctx_roles())::text[] && array['practitioner', 'team_manager']) with check (true);

-- The first answer to a request that may come twice, for whoever sent it.
create table idempotent_answer (user_id uuid not null, organisation_id uuid not null, key text not null, request bytea not null, answer jsonb, at timestamptz not null default now(),
  constraint idempotent_answer_pkey primary key (user_id, organisation_id, key));
${forced('idempotent_answer')}
grant select, insert, update (answer) on idempotent_answer to onestory_app;
create policy mine on idempotent_answer for select to onestory_app using (${MINE});
create policy first on idempotent_answer for insert to onestory_app with check (${MINE});
create policy answered on idempotent_answer for update to onestory_app using (${MINE} and answer is null) with check (${MINE});

-- Each side makes its own moves, whatever SQL it sends; and nobody rewrites what was decided at sending.
create function referral_guarded() returns trigger language plpgsql set search_path = onestory, public, pg_temp as $$
declare side text := case when old.owner_organisation_id = ctx_organisation() then 'sender' else 'receiver' end;
begin
  if current_user = 'onestory_keeper' then return new; end if;
  if old.state <> 'draft' and row(${FROZEN.map((column) => `new.${column}`).join(', ')}) is distinct from row(${FROZEN.map((column) => `old.${column}`).join(', ')}) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if new.state <> old.state and not (side || ' ' || old.state || ' ' || new.state) = any (array[
    'sender draft sent', 'sender sent withdrawn', 'sender acknowledged withdrawn', 'sender info_requested withdrawn', 'sender info_requested acknowledged', 'sender accepted withdrawn',
    'sender waiting withdrawn', 'sender in_progress withdrawn', 'receiver sent acknowledged', 'receiver sent info_requested', 'receiver sent accepted', 'receiver sent declined',
    'receiver acknowledged info_requested', 'receiver acknowledged accepted', 'receiver acknowledged declined', 'receiver info_requested accepted', 'receiver info_requested declined',
    'receiver accepted waiting', 'receiver accepted in_progress', 'receiver accepted ended_early', 'receiver waiting in_progress', 'receiver waiting ended_early',
    'receiver in_progress waiting', 'receiver in_progress completed', 'receiver in_progress ended_early']) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger referral_guarded before update on referral for each row execute function referral_guarded();

-- Whoever must not know of the person does not receive anything about them, and the sender need not know who that is.
create function referral_withheld() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  new.excluded := array(select e.user_id from exclusion e where e.person_id = new.person_id and e.ends > now());
  return new;
end $$;
create trigger referral_withheld before insert on referral for each row execute function referral_withheld();
create function referral_exclusions() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  update referral r set excluded = array(select e.user_id from exclusion e where e.person_id = new.person_id and e.ends > now()) where r.person_id = new.person_id;
  return null;
end $$;
create trigger exclusion_of_receivers after insert or update on exclusion for each row execute function referral_exclusions();

-- What is open goes with the service: when others receive its referrals, they find those too.
create function referral_intake() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  update referral r set to_scopes = case when cardinality(new.intake) > 0 then new.intake else array[new.organisation_id] end
   where r.service_id = new.id and r.sealed_to is null and r.state in ('draft', 'sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress');
  return null;
end $$;
create trigger service_intake after update of intake on service for each row when (old.intake is distinct from new.intake) execute function referral_intake();

-- Every change of state is one row, whoever made it. Before acceptance the receiver could not write it, because they may not open the person.
create function referral_moved() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, sealed_to, created_at, created_by, source, row_version,
                                entity, entity_id, from_state, to_state, effective_at, reason, actor_name)
  values (new.person_id, gen_random_uuid(), case when new.audience = 'circle' then coalesce(ctx_organisation(), new.owner_organisation_id) else new.owner_organisation_id end,
          new.category, new.audience, new.named_organisations, new.visible_to_person, new.sealed_to, clock_timestamp(), coalesce(ctx_user(), new.created_by), new.source, 1, 'Referral', new.id,
          case when tg_op = 'UPDATE' then old.state end, new.state, new.moved_at, new.state_reason,
          (select u.name from user_account u where u.id = ctx_user()));
  return null;
end $$;
create trigger referral_moved after insert or update of state on referral for each row execute function referral_moved();

-- The one door that an accepted referral opens: to whom it was sent, with what was decided at sending, as far as the sender still has it.
-- 'joined', 'died', or 'ended' when whoever referred no longer supports the person.
create function join_by_referral(p uuid, r uuid) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  f referral; own organisation; about person; given text[]; kind text; scope uuid; team uuid;
  relation uuid := gen_random_uuid(); decision uuid := gen_random_uuid(); member uuid := gen_random_uuid();
begin
  select * into f from referral where person_id = p and id = r and state = 'accepted' and relationship_id is null and to_organisation_id = ctx_organisation()
    and to_scopes && ctx_scopes() and (ctx_user() = any (excluded)) is not true and (sealed_to is null or ctx_user() = any (sealed_to)) for update;
  if f.id is null or not ctx_roles() && array['practitioner', 'team_manager'] then raise exception 'refused' using errcode = '42501'; end if;
  select * into about from person where person_id = p;
  if about.deceased_on is not null then return 'died'; end if;
  given := array(select distinct c from person_access a, unnest(a.categories) c where a.person_id = p and a.organisation_id = f.owner_organisation_id
    and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and now() >= a.starts and now() < a.until and c = any (f.opens));
  if given = '{}' then return 'ended'; end if;
  -- the person has since asked to stop: what was agreed at sending holds no longer
  if exists (select 1 from sharing_conversation c where c.person_id = p and c.answer = 'stop' and c.created_at > coalesce(f.sent_at, f.created_at)) then return 'ended'; end if;
  select * into own from organisation where id = f.to_organisation_id;
  select t.id into team from team t join team_member tm on tm.team_id = t.id and tm.membership_id = ctx_membership() where t.organisation_id = own.id and t.state = 'active' order by not t.id = any (f.to_scopes), t.name limit 1;
  kind := case when about.restricted or f.sealed_to is not null or own.access_scope = 'named' then 'membership' when own.access_scope = 'organisation' then 'organisation'
               when team is not null then 'team' else 'membership' end;
  scope := case kind when 'organisation' then own.id when 'team' then team else ctx_membership() end;
  if scope is null then raise exception 'refused' using errcode = '42501'; end if;
  insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, discreet, sealed_to, source, created_by)
    values (p, relation, own.id, kind, scope, 'care_team', given, f.sealed_to is not null, f.sealed_to, f.source, ctx_user());
  insert into sharing_decision (person_id, id, organisation_id, permit, categories, authority, told_on, spoke_alone, sealed_to, source, created_by, created_for)
    values (p, decision, own.id, true, given, case f.agreed_how when 'best_interests' then 'best_interests' else 'explicit' end, f.agreed_on, f.spoke_alone, f.sealed_to, f.source, f.created_by, f.owner_organisation_id);
  insert into care_team_member (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, case_id, organisation_id, team_id, membership_id, relationship_id, state, does, discreet, starts)
    values (p, member, f.owner_organisation_id, 'circle', 'circle', f.sealed_to is null, f.sealed_to, f.created_by, f.source,
            (select c.id from coordination_case c where c.person_id = p and c.state <> 'closed' order by c.opened_at desc limit 1), own.id, case kind when 'team' then scope end, ctx_membership(), relation,
            'active', f.service_name, f.sealed_to is not null, least(f.moved_at, now()));
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, to_state, reason, actor_name)
    values (p, gen_random_uuid(), f.owner_organisation_id, 'circle', 'circle', f.sealed_to is null, f.sealed_to, ctx_user(), f.source, 'CareTeamMember', member, 'active', null, (select name from user_account where id = ctx_user()));
  update referral set relationship_id = relation, decision_id = decision, member_id = member where person_id = p and id = r;
  update referral set settled_at = now() where person_id = p and id = f.redirected_from_id and settled_at is null;
  perform refresh_person_access(p);
  return 'joined';
end $$;

-- The end of what acceptance opened: nearer, never further away, and for the one side or the other to say. 'ended', or 'leads' for the key worker's own.
create function end_by_referral(p uuid, r uuid, ending timestamptz) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare f referral;
begin
  select * into f from referral where person_id = p and id = r and state in ('completed', 'ended_early', 'withdrawn') and relationship_id is not null
    and (to_scopes && ctx_scopes() and (ctx_user() = any (excluded)) is not true and (sealed_to is null or ctx_user() = any (sealed_to))
         or owner_organisation_id = ctx_organisation() and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()
              and a.basis not in ('own', 'carer', 'records', 'break_glass') and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)));
  if f.id is null then raise exception 'refused' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if exists (select 1 from care_team_member m where m.person_id = p and m.id = f.member_id and m.state = 'active') and leads_by(p, f.member_id) then return 'leads'; end if;
  perform wind_down(p, m.relationship_id, least(f.moved_at, ending), ending) from care_team_member m where m.person_id = p and m.id = f.member_id;
  update sharing_decision set ends = least(ends, ending), row_version = row_version + 1 where person_id = p and id = f.decision_id and ends > ending;
  update care_team_member set ends = least(coalesce(ends, ending), ending), state = case when ending <= now() then 'ended' else state end, row_version = row_version + 1
   where person_id = p and id = f.member_id and state = 'active';
  perform refresh_person_access(p);
  return 'ended';
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    for (const trigger of TRIGGERS) await q.query(`alter function ${trigger} owner to onestory_keeper`);
    await q.query('grant execute on function referral_guarded() to onestory_app, onestory_keeper');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
