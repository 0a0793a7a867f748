import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemVisible, mayWrite, themself } from './policy-template';

const TODAY = `(clock_timestamp() at time zone 'Europe/London')::date`;
const ENDS = (because: string): string => `state = 'ended', ended_at = now(), ended_because = ${because}, row_version = row_version + 1`;

/**
 * About Me is told once and kept true: no word of it is changed, another stands in its place. What the person wrote themselves gives way to nobody else's words;
 * whoever helps suggests others (docs/adr/0034 says why so).
 */
export class AboutMe1795000000047 implements MigrationInterface {
  name = 'AboutMe1795000000047';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table about_me
  add column state text not null default 'said', add column answers_id uuid, add column own boolean not null default false, add column written_by_name text, add column confirmed_by_name text,
  add column told_again integer not null default 0, add column ended_at timestamptz, add column ended_because text,
  add constraint about_me_state_check check (state in ('said', 'suggested', 'ended') and (state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_because is null)),
  add constraint about_me_ended_check check (ended_because in ('replaced', 'taken_away', 'used', 'not_used')),
  add constraint about_me_answers_check check (state <> 'suggested' or answers_id is not null and not own),
  add constraint about_me_own_check check (not own or voice = 'self'),
  add constraint about_me_answers_fkey foreign key (person_id, answers_id) references about_me (person_id, id) deferrable initially deferred;
revoke update on about_me from onestory_app;
do $$ begin
  execute (select format('revoke update (%s) on about_me from onestory_app', string_agg(quote_ident(attname), ', ')) from pg_attribute where attrelid = 'about_me'::regclass and attnum > 0 and not attisdropped);
end $$;

-- What stands in another's place is about the same, for the same readers and never wider (domain.md, I25), and no helper's view takes the place of what the person or who cares for them said.
create function about_me_stands() returns trigger language plpgsql set search_path = onestory, public, pg_temp as $$
declare
  old record;
begin
  if current_user <> 'onestory_app' then return new; end if;
  if new.own or new.state not in ('said', 'suggested') or new.told_again <> 0 or new.last_confirmed_on > ${TODAY} then raise exception 'refused' using errcode = '42501'; end if;
  if new.answers_id is null then return new; end if;
  select a.heading, a.category, a.audience, a.named_organisations || a.owner_organisation_id as readers, a.visible_to_person as shown, a.sealed_to, a.voice, a.own into old
    from about_me a where a.person_id = new.person_id and a.id = new.answers_id and a.state = 'said';
  if old.heading is null or new.heading <> old.heading or new.category <> old.category or new.visible_to_person <> old.shown or old.own <> (new.state = 'suggested')
     or old.sealed_to is null and new.sealed_to is not null or old.sealed_to is not null and not coalesce(new.sealed_to <@ old.sealed_to, false)
     or new.state = 'said' and array_position(array['self', 'carer', 'professional'], new.voice) > array_position(array['self', 'carer', 'professional'], old.voice)
     or new.audience <> old.audience or old.audience <> 'circle' and not new.named_organisations || new.owner_organisation_id <@ old.readers then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger about_me_stands before insert on about_me for each row execute function about_me_stands();

-- With it the other ends, and what was suggested for that.
create function about_me_replaces() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  update about_me set ${ENDS(`'replaced'`)} where person_id = new.person_id and id = new.answers_id and state = 'said';
  if not found then raise exception 'refused' using errcode = '42501'; end if;
  update about_me set ${ENDS(`'not_used'`)} where person_id = new.person_id and answers_id = new.answers_id and state = 'suggested';
  return null;
end $$;
create trigger about_me_replaces after insert on about_me for each row when (new.answers_id is not null and new.state = 'said') execute function about_me_replaces();
alter function about_me_replaces() owner to onestory_keeper;

-- It is still true: said to whoever may write about the person and reads it, or by the person on their own page. Whoever was asked what they had told before says so.
create function confirm_about_me(p uuid, entry uuid, again boolean) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  done uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  update about_me m set last_confirmed_on = ${TODAY}, told_again = m.told_again + again::int, row_version = m.row_version + 1, confirmed_by_name = (select u.name from user_account u where u.id = ctx_user())
   where m.person_id = p and m.id = entry and m.state = 'said' and ${itemVisible('m')} and (${mayWrite('m')} or ${themself('p')})
   returning m.id into done;
  if done is null then raise exception 'refused' using errcode = '42501'; end if;
  return done;
end $$;

-- It shall not stand any more: at the person's word, whoever wrote it down; what they wrote themselves, by nobody else. Of a suggestion: they, or who made it, let it go.
create function end_about_me(p uuid, entry uuid) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  done uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  update about_me m set ${ENDS(`case m.state when 'said' then 'taken_away' else 'not_used' end`)}
   where m.person_id = p and m.id = entry and m.state <> 'ended' and ${itemVisible('m')}
     and (${themself('p')} and (m.state = 'suggested' or m.voice = 'self') or ${mayWrite('m')} and (m.state = 'said' and not m.own or m.state = 'suggested' and m.created_by = ctx_user()))
   returning m.id into done;
  if done is null then raise exception 'refused' using errcode = '42501'; end if;
  update about_me set ${ENDS(`'not_used'`)} where person_id = p and answers_id = done and state = 'suggested';
  return done;
end $$;

-- The person's own words, on their own page: something new, in place of what they said before, or instead of that what somebody suggested.
create function say_about_me(p uuid, under text, spoken text, entry uuid) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  said uuid := gen_random_uuid();
  old about_me;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 2));
  if not ${themself('p')} then raise exception 'refused' using errcode = '42501'; end if;
  if entry is not null then
    update about_me set ${ENDS(`'used'`)} where person_id = p and id = entry and state = 'suggested' and visible_to_person and sealed_to is null;
    select m.* into old from about_me m
     where m.person_id = p and m.state = 'said' and m.voice = 'self' and m.visible_to_person and m.sealed_to is null and m.id in (entry, (select s.answers_id from about_me s where s.person_id = p and s.id = entry and s.ended_because = 'used' and s.ended_at = now()));
    if old.id is null then raise exception 'refused' using errcode = '42501'; end if;
  end if;
  insert into about_me (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, created_by, source, heading, text, voice, last_confirmed_on, state, answers_id, own, written_by_name)
    select p, said, coalesce(old.owner_organisation_id, h.registered_by), coalesce(old.category, 'about_me'), coalesce(old.audience, 'circle'), coalesce(old.named_organisations, '{}'), true, ctx_user(), 'ui',
           coalesce(old.heading, under), spoken, 'self', ${TODAY}, 'said', old.id, true, u.name
      from person h, user_account u where h.person_id = p and u.id = ctx_user();
  return said;
end $$;
${['confirm_about_me(uuid, uuid, boolean)', 'end_about_me(uuid, uuid)', 'say_about_me(uuid, text, text, uuid)'].map((one) => `grant execute on function ${one} to onestory_app;\nalter function ${one} owner to onestory_keeper;`).join('\n')}
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What somebody said of themselves is not taken away: restore a backup'));
  }
}
