import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORY_LIST, itemTable } from './policy-template';

const DEFINER = ['answer_joining(uuid, uuid, boolean, boolean, text)', 'stop_sharing_myself(uuid, boolean, text, text)', 'ask_to_talk(uuid, boolean, text, text)', 'say_plan_view(uuid, uuid, text, text, boolean, text)',
  'say_wrong(uuid, text, uuid, text, text, boolean, text)'];

// The person themselves, on their own page: not a family carer, and not somebody who must not open the record.
const THEMSELF = `exists (select 1 from person_access a where a.person_id = p and a.basis = 'own' and a.scope_id = ctx_user() and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;

// Somebody who works with the person now, for the organisation for which they act, and may write about them.
const WORKS_WITH = `ctx_roles() && array['practitioner', 'team_manager'] and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()
       and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;

/** What a person does on their own page. They have no organisation in whose name to write, so each act is one function that does it and nothing else. */
export class OwnDoor1795000000020 implements MigrationInterface {
  name = 'OwnDoor1795000000020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Whom somebody would like to add, asked of a person who wants to be asked each time. Until they say yes it lets nobody in.
${itemTable('joining_question', `
  organisation_id uuid not null, team_id uuid, membership_id uuid, scope_kind text not null, scope_id uuid not null, does text not null, does_not_do text, days_times text, categories text[] not null,
  state text not null default 'asked', asked_by_name text not null, answered_at timestamptz, answered_by_name text, answered_alone boolean, answered_present text,
  constraint joining_question_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint joining_question_state_check check (state in ('asked', 'agreed', 'refused', 'withdrawn', 'lapsed')),
  constraint joining_question_scope_check check (scope_kind in ('organisation', 'team', 'membership')),
  constraint joining_question_other_check check (organisation_id <> owner_organisation_id),
  constraint joining_question_categories_check check (categories <@ array[${CATEGORY_LIST}]),
  constraint joining_question_answered_check check (state not in ('agreed', 'refused') or answered_at is not null and answered_alone is not null)`)}
create unique index joining_question_open_key on joining_question (person_id, owner_organisation_id, scope_id) where state = 'asked';

-- An answer is written by the function alone; whoever asked takes a question back.
create function joining_question_stands() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' and (tg_op = 'INSERT' and new.state <> 'asked' or tg_op = 'UPDATE' and (old.state <> 'asked' or new.state <> 'withdrawn'
     or (to_jsonb(new) - '{state,row_version}'::text[]) <> (to_jsonb(old) - '{state,row_version}'::text[]))) then
    raise exception 'a question is answered by answer_joining' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger joining_question_stands before insert or update on joining_question for each row execute function joining_question_stands();

-- The person's own answer, or the one that whoever asked writes down for them. A yes lets in what was asked for, as far as whoever asked still has it to give:
-- 'agreed', 'refused', or 'lapsed' where it can no longer be.
create function answer_joining(p uuid, question uuid, yes boolean, alone boolean, beside text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  asked joining_question;
  door organisation;
  given text[];
  became text := 'refused';
  who text := (select name from user_account where id = ctx_user());
  relation uuid := gen_random_uuid();
  member uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into asked from joining_question where person_id = p and id = question and state = 'asked' and (sealed_to is null or ctx_user() = any (sealed_to)) for update;
  if asked.id is null or not (${THEMSELF} or asked.owner_organisation_id = ctx_organisation() and ${WORKS_WITH}) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if yes then
    select * into door from organisation where id = asked.organisation_id and state = 'active' and (agreement_expires_on is null or agreement_expires_on >= current_date) and not discreet_by_default;
    given := array(select distinct c from person_access a, unnest(a.categories) c where a.person_id = p and a.organisation_id = asked.owner_organisation_id
      and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and now() >= a.starts and now() < a.until and asked.created_by <> all (a.excluded) and c = any (asked.categories)
      and exists (select 1 from membership m where m.user_id = asked.created_by and m.organisation_id = asked.owner_organisation_id and now() >= m.starts and now() < m.ends
                   and (a.scope_id in (m.id, m.organisation_id) or a.scope_id in (select t.team_id from team_member t where t.membership_id = m.id))));
    became := case when door.id is null or not 'identity' = any (given) or not scope_belongs(door.id, asked.scope_kind, asked.scope_id)
                     or exists (select 1 from person where person_id = p and deceased_on is not null)
                     -- nobody who must not open the record joins by name
                     or exists (select 1 from membership m join exclusion x on x.user_id = m.user_id and x.person_id = p and x.ends > now() where m.id = asked.scope_id) then 'lapsed' else 'agreed' end;
  end if;
  if became = 'agreed' then
    insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by)
      values (p, relation, door.id, asked.scope_kind, asked.scope_id, 'care_team', given, asked.source, asked.created_by);
    insert into sharing_decision (person_id, id, organisation_id, permit, categories, authority, told_on, present, spoke_alone, source, created_by, created_for)
      values (p, gen_random_uuid(), door.id, true, given, 'explicit', (now() at time zone 'Europe/London')::date, case when beside is null then '{}' else array[beside] end, alone, asked.source, ctx_user(), asked.owner_organisation_id);
    insert into care_team_member (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, organisation_id, team_id, membership_id, relationship_id, state, does, does_not_do, days_times, discreet)
      values (p, member, asked.owner_organisation_id, 'circle', 'circle', true, asked.created_by, asked.source,
              (select c.id from coordination_case c where c.person_id = p and c.state <> 'closed' order by c.opened_at desc limit 1), door.id, asked.team_id, asked.membership_id, relation,
              'active', asked.does, asked.does_not_do, asked.days_times, false);
    insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, entity, entity_id, to_state, effective_at, actor_name)
      values (p, gen_random_uuid(), asked.owner_organisation_id, 'circle', 'circle', true, ctx_user(), asked.source, 'CareTeamMember', member, 'active', now(), who);
  end if;
  update joining_question set state = became, answered_at = now(), answered_by_name = who, answered_alone = alone, answered_present = beside, row_version = row_version + 1 where person_id = p and id = question;
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, entity, entity_id, from_state, to_state, effective_at, actor_name)
    values (p, gen_random_uuid(), asked.owner_organisation_id, 'circle', 'internal', true, ctx_user(), asked.source, 'JoiningQuestion', question, 'asked', became, now(), who);
  perform refresh_person_access(p);
  return became;
end $$;

-- What is said on one's own page: no server writes down that it was, only the functions by which the person says it.
create function said_online() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' and new.how = 'online' then raise exception 'only the person says something on their own page' using errcode = '42501'; end if;
  return new;
end $$;
alter table sharing_conversation drop constraint sharing_conversation_how_check;
alter table sharing_conversation add constraint sharing_conversation_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online'));
create trigger sharing_conversation_said before insert or update on sharing_conversation for each row execute function said_online();

-- The person stops sharing by themselves. Like a stop that is said to somebody, it leaves alone whoever helps discreetly: another may hold the telephone.
create function stop_sharing_myself(p uuid, alone boolean, beside text, spoken text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  conversation uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not ${THEMSELF} then raise exception 'refused' using errcode = '42501'; end if;
  insert into sharing_conversation (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, answer, held_on, how, present, spoke_alone, words, author_name)
    select p, conversation, h.registered_by, 'circle', 'circle', true, ctx_user(), 'ui', 'stop', (now() at time zone 'Europe/London')::date, 'online', beside, alone, spoken, u.name
      from person h, user_account u where h.person_id = p and u.id = ctx_user();
  update sharing_decision set ends = now(), row_version = row_version + 1 where person_id = p and permit and ends > now() and sealed_to is null;
  perform refresh_person_access(p);
  return conversation;
end $$;

-- That the person wants to talk about who may see what; it stands open until somebody has written down a conversation since.
${itemTable('talk_request', 'words text, spoke_alone boolean not null, present text, asked_by_name text not null')}
create function ask_to_talk(p uuid, alone boolean, beside text, spoken text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  request uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not ${THEMSELF} then raise exception 'refused' using errcode = '42501'; end if;
  insert into talk_request (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, words, spoke_alone, present, asked_by_name)
    select p, request, h.registered_by, 'circle', 'circle', true, ctx_user(), 'ui', spoken, alone, beside, u.name from person h, user_account u where h.person_id = p and u.id = ctx_user();
  return request;
end $$;

-- What the person said about a plan that is published. It stands beside the version, which does not change.
${itemTable('plan_view', `
  version_id uuid not null, view text not null, how text not null, comment text, spoke_alone boolean not null, present text, said_by_name text not null,
  constraint plan_view_version_fkey foreign key (person_id, version_id) references plan_version (person_id, id),
  constraint plan_view_view_check check (view in ('agrees', 'agrees_with_reservations', 'does_not_agree')),
  constraint plan_view_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online'))`)}
create index plan_view_version_idx on plan_view (person_id, version_id);
create trigger plan_view_said before insert or update on plan_view for each row execute function said_online();
create function say_plan_view(p uuid, version uuid, what text, spoken text, alone boolean, beside text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  said uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  if not ${THEMSELF} then raise exception 'refused' using errcode = '42501'; end if;
  insert into plan_view (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, version_id, view, how, comment, spoke_alone, present, said_by_name)
    select p, said, v.owner_organisation_id, 'plan', 'circle', true, ctx_user(), 'ui', v.id, what, 'online', spoken, alone, beside, u.name
      from plan_version v, user_account u where v.person_id = p and v.id = version and v.state = 'published' and v.visible_to_person and v.sealed_to is null and u.id = ctx_user();
  if not found then raise exception 'refused' using errcode = '42501'; end if;
  return said;
end $$;

-- "I say this is wrong": the person's own statement, which stands beside what it is about for those who read that, and what its author's organisation answers
-- within a month (UK GDPR, articles 12 and 16). Of a line of a plan it is about the line in every version.
${itemTable('correction', `
  subject text not null, subject_id uuid not null, author_id uuid not null, statement text not null, how text not null, spoke_alone boolean not null, present text, said_by_name text not null,
  answer_by date not null, state text not null default 'asked', answer text, answered_at timestamptz, answered_by_name text,
  constraint correction_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online')),
  constraint correction_state_check check (state in ('asked', 'corrected', 'not_corrected')),
  constraint correction_answered_check check ((state = 'asked') = (answer is null) and (state = 'asked') = (answered_at is null))`)}
create index correction_subject_idx on correction (person_id, subject_id);
create index correction_asked_idx on correction (owner_organisation_id, answer_by) where state = 'asked';
create trigger correction_said before insert on correction for each row execute function said_online();
create function say_wrong(p uuid, kind text, item uuid, spoken text, method text, alone boolean, beside text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  said uuid := gen_random_uuid();
  held text := case kind when 'ContactNote' then 'contact_note' when 'Need' then 'need' when 'Goal' then 'goal' when 'CareAction' then 'care_action' when 'PlanStatement' then 'plan_statement' end;
  mine boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  mine := ${THEMSELF};
  if held is null or mine <> (method = 'online') or not mine and not (${WORKS_WITH}) then raise exception 'refused' using errcode = '42501'; end if;
  execute format(
    'insert into correction (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, sealed_to, created_by, source, subject, subject_id, author_id, statement, how, spoke_alone, present, said_by_name, answer_by)
     select x.person_id, $3, x.owner_organisation_id, x.category, x.audience, x.named_organisations, x.visible_to_person, x.sealed_to, ctx_user(), ''ui'', $4, x.%1$I, x.created_by, $5, $6, $7, $8,
            (select u.name from user_account u where u.id = ctx_user()), ((now() at time zone ''Europe/London'') + interval ''1 month'')::date
       from %2$I x where x.person_id = $1 and x.id = $2 and %3$s and (x.sealed_to is null or ctx_user() = any (x.sealed_to))
        and case when $9 then x.visible_to_person else x.owner_organisation_id = ctx_organisation() or x.audience = ''circle'' and x.category = any (my_categories($1)) or x.audience = ''named'' and ctx_organisation() = any (x.named_organisations) end',
    case held when 'contact_note' then 'id' else 'item_id' end, held, case held when 'contact_note' then 'x.state <> ''entered_in_error''' else 'x.in_force and not x.dropped' end)
    using p, item, said, kind, spoken, method, alone, beside, mine;
  if not exists (select 1 from correction where person_id = p and id = said) then raise exception 'refused' using errcode = '42501'; end if;
  return said;
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What people said is not taken back: restore a backup'));
  }
}
