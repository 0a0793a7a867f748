import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, mayBeChanged, themself } from './policy-template';

const DEFINER = ['own_users(uuid)', 'say_for_review(uuid, uuid, text, text, text, boolean)'];

/**
 * What letters for calendars need: how often it has changed whether somebody is asked, who the person is on their own page, and whether it is safe to write to them.
 * And what the person says for a review themselves.
 */
export class OwnReviews1795000000042 implements MigrationInterface {
  name = 'OwnReviews1795000000042';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table review_invitee add column sequence integer not null default 0;
grant update (sequence) on review_invitee to onestory_app;

-- A job about the person asks as those who work with them do.
${amended('safe_to_send(uuid, text)', ['if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()', 'if p is distinct from ctx_person() and not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()'])}

-- Who signs in as the person, for a job about them: nobody who stands beside them, and nobody who is kept out.
create function own_users(p uuid) returns table (user_id uuid)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.scope_id from person_access a
   where p = ctx_person() and a.person_id = p and a.basis = 'own' and now() >= a.starts and now() < a.until and a.scope_id <> all (a.excluded) $$;

-- What the person says themselves: kept by the organisation that holds the review, because the person is no organisation, and in their name alone. What they said to somebody who wrote it down stands apart.
alter table review_contribution add column how text, drop constraint review_contribution_kind_check, drop constraint review_contribution_answer_check,
  add constraint review_contribution_how_check check (how in ('own_page', 'phone', 'face_to_face', 'paper') and (how is null or kind in ('coming', 'matters', 'talk') and said_by_name is null)),
  add constraint review_contribution_kind_check check (kind in ('coming', 'update', 'confirmation', 'promise', 'dissent') or kind in ('matters', 'talk') and how is not null),
  add constraint review_contribution_answer_check check (case kind when 'coming' then answer in ('yes', 'maybe', 'no') and about_id is null
    when 'update' then coalesce(answer in ('going_well', 'some_progress', 'stuck', 'achieved', 'not_known'), text is not null)
    when 'promise' then about_id is not null and answer in ('accepts', 'declines') and (answer = 'accepts') = (on_date is not null)
    when 'dissent' then about_id is not null and answer is null and text is not null
    when 'matters' then about_id is null and answer is null
    when 'talk' then about_id is null and answer is null
    else answer in ('right', 'not_right') and about_id is not null end);
drop index review_contribution_key;
create unique index review_contribution_key on review_contribution (person_id, review_id, owner_organisation_id, kind, coalesce(about_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(how, ''))
  where said_by_organisation_id is null and sealed_to is null and coalesce(how, 'own_page') = 'own_page';
${mayBeChanged('review_contribution')}
-- Only the function below says that it was on their own page, and nobody changes what they said.
create function review_said_online() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' and (new.how = 'own_page' or tg_op = 'UPDATE' and (old.how is not null or new.how is not null)) then raise exception 'the person says it by say_for_review' using errcode = '42501'; end if;
  return new;
end $$;
create trigger review_said_online before insert or update on review_contribution for each row execute function review_said_online();

-- On their own page, for a review that they read there, while it takes what is said. What they leave empty is taken back.
create function say_for_review(p uuid, r uuid, comes text, matters text, talk text, everybody boolean) returns setof uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  held review;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  select * into held from review f where f.person_id = p and f.id = r and f.visible_to_person and f.sealed_to is null and f.state in ('scheduled', 'rescheduled', 'contributions_open', 'in_session', 'incomplete', 'paused_unable');
  if held.id is null or not ${themself('p')} then raise exception 'refused' using errcode = '42501'; end if;
  return query
    insert into review_contribution as c (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, created_by, source, review_id, kind, answer, text, how, author_name, sent_at)
    select p, gen_random_uuid(), held.owner_organisation_id, held.category, 'named', case when everybody then held.named_organisations || held.owner_organisation_id else array[held.owner_organisation_id] end, true, ctx_user(), 'ui', r,
           said.kind, said.answer, said.words, 'own_page', (select u.name from user_account u where u.id = ctx_user()), now()
      from (values ('coming', comes, null), ('matters', null, matters), ('talk', null, talk)) said (kind, answer, words)
     where coalesce(said.answer, said.words) is not null or said.kind <> 'coming' and exists (select 1 from review_contribution b where b.person_id = p and b.review_id = r and b.kind = said.kind and b.how = 'own_page' and b.sealed_to is null)
    on conflict (person_id, review_id, owner_organisation_id, kind, coalesce(about_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(how, '')) where said_by_organisation_id is null and sealed_to is null and coalesce(how, 'own_page') = 'own_page'
    do update set answer = excluded.answer, text = excluded.text, named_organisations = excluded.named_organisations, author_name = excluded.author_name, sent_at = now(), row_version = c.row_version + 1
    returning c.id;
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What stands in calendars is not taken back: restore a backup'));
  }
}
