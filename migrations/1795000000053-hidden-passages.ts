import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, forced } from './policy-template';

const DEFINER = ['subject_access_things(uuid)', 'hide_in_subject_access(uuid, uuid, integer, text[], text, text)', 'show_in_subject_access(uuid, uuid, uuid)'];
/** Parts of those, for the keeper alone. */
const PARTS = ['hidden_mark(text)', 'hidden_text(text, text[], text[])', 'hidden_body(jsonb, text[], text[])'];

/** Characters that mean something to a regular expression. */
const SPECIAL = '([][\\\\.^$*+?(){}|])';

/** Words inside an item are hidden in the copy that somebody is given, and nowhere else; docs/adr/0039 says why so. */
export class HiddenPassages1795000000053 implements MigrationInterface {
  name = 'HiddenPassages1795000000053';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Nobody's to read but through the functions below. It belongs to the item, not to its version: of one that was changed since the words are hidden all the same.
create table subject_access_passage (
  person_id uuid not null, id uuid not null, part_id uuid not null, item_id uuid not null, words text not null, reason text not null, tested_by text, hidden_by text not null, hidden_at timestamptz not null default clock_timestamp(),
  constraint subject_access_passage_pkey primary key (person_id, id),
  constraint subject_access_passage_part_fkey foreign key (person_id, part_id) references subject_access_part (person_id, id),
  constraint subject_access_passage_reason_check check (reason in ('third_party', 'serious_harm', 'social_work', 'legal_privilege')),
  constraint subject_access_passage_tested_check check ((tested_by is not null) = (reason = 'serious_harm')));
create index subject_access_passage_item_idx on subject_access_passage (person_id, part_id, item_id);
${forced('subject_access_passage')}

-- What stands instead: one of four, whatever it stands for.
create function hidden_mark(reason text) returns text language sql immutable set search_path = onestory, public, pg_temp as $$
  select '[hidden: ' || case reason when 'third_party' then 'about somebody else' when 'serious_harm' then 'serious harm' when 'social_work' then 'social work' else 'legal advice' end || ']' $$;

-- The text without them: wherever they stand, in capitals or not, over line breaks, and with the rest of a word of which they are a part. What touches or overlaps is one mark, which tells neither how long it was nor of how many parts.
create function hidden_text(said text, words text[], reasons text[]) returns text language plpgsql immutable set search_path = onestory, public, pg_temp as $$
declare
  starts integer[] := '{}';
  ends integer[] := '{}';
  whys text[] := '{}';
  pattern text;
  found_at integer;
  span record;
  kept text := '';
  done integer := 1;
  last integer;
  last_why text;
begin
  for n in 1 .. coalesce(cardinality(words), 0) loop
    pattern := '\\w*' || regexp_replace(regexp_replace(btrim(words[n]), $re$${SPECIAL}$re$, '\\\\\\1', 'g'), '\\s+', '\\\\s+', 'g') || '\\w*';
    found_at := regexp_instr(said, pattern, 1, 1, 0, 'i');
    while found_at > 0 loop
      starts := starts || found_at;
      ends := ends || regexp_instr(said, pattern, found_at, 1, 1, 'i');
      whys := whys || reasons[n];
      exit when found_at >= length(said);
      found_at := regexp_instr(said, pattern, found_at + 1, 1, 0, 'i');
    end loop;
  end loop;
  for span in select * from unnest(starts, ends, whys) s (a, b, why) order by a, b desc, why loop
    if last is not null and (span.a <= last or span.why = last_why and substr(said, last, span.a - last) !~ '\\w') then
      last := greatest(last, span.b);
    else
      if last is not null then kept := kept || hidden_mark(last_why); done := last; end if;
      kept := kept || substr(said, done, span.a - done);
      last := span.b;
      last_why := span.why;
    end if;
  end loop;
  if last is null then return said; end if;
  return kept || hidden_mark(last_why) || substr(said, last);
end $$;

-- The same in all that an item says, however deep it stands.
create function hidden_body(said jsonb, words text[], reasons text[]) returns jsonb language plpgsql immutable set search_path = onestory, public, pg_temp as $$
begin
  if words is null then return said; end if;
  return case jsonb_typeof(said)
    when 'string' then to_jsonb(hidden_text(said #>> '{}', words, reasons))
    when 'array' then coalesce((select jsonb_agg(hidden_body(x.value, words, reasons) order by x.ordinality) from jsonb_array_elements(said) with ordinality x), '[]')
    when 'object' then coalesce((select jsonb_object_agg(x.key, hidden_body(x.value, words, reasons)) from jsonb_each(said) x), '{}')
    else said end;
end $$;

-- What is to be looked through, what of each would be given, and what was decided of it as it stands. Nothing once it is released: then the pack is what was given.
drop function subject_access_things(uuid);
create function subject_access_things(part uuid) returns table (kind text, id uuid, version integer, at timestamptz, written_by text, body jsonb, given jsonb, passages jsonb, release boolean, reason text, tested_by text, decided_by text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select t.kind, t.id, t.version, t.at, t.written_by, t.body, hidden_body(t.body, h.words, h.reasons), coalesce(h.passages, '[]'), d.release, d.reason, d.tested_by, d.decided_by
    from subject_access_parts() a cross join lateral held_things(a.person_id) t
    left join subject_access_decision d on d.person_id = a.person_id and d.part_id = a.id and d.item_id = t.id and d.item_version = t.version
    cross join lateral (
      select array_agg(s.words order by s.hidden_at, s.id) as words, array_agg(s.reason order by s.hidden_at, s.id) as reasons,
             jsonb_agg(jsonb_build_object('id', s.id, 'words', s.words, 'reason', s.reason, 'testedBy', s.tested_by, 'by', s.hidden_by, 'stands', hidden_body(t.body, array[s.words], array[s.reason]) <> t.body) order by s.hidden_at, s.id) as passages
        from subject_access_passage s where s.person_id = a.person_id and s.part_id = a.id and s.item_id = t.id) h
   where a.id = part and a.state = 'open'
   order by t.at, t.id $$;

-- Which of the words stand nowhere in the item: none is hidden then. Null where there is nothing of it that is the caller's, or that was read.
create function hide_in_subject_access(part uuid, item uuid, version integer, said text[], why text, tester text) returns text[]
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  thing record;
  p uuid;
  absent text[];
begin
  perform pg_advisory_xact_lock(hashtextextended(part::text, 3));
  select a.person_id into p from subject_access_parts() a where a.id = part and a.state = 'open';
  select t.body into thing from subject_access_things(part) t where t.id = item and t.version = hide_in_subject_access.version;
  if p is null or not found then return null; end if;
  absent := array(select w from unnest(said) w where hidden_body(thing.body, array[w], array[why]) = thing.body);
  if cardinality(absent) > 0 then return absent; end if;
  insert into subject_access_passage (person_id, id, part_id, item_id, words, reason, tested_by, hidden_by)
    select p, gen_random_uuid(), part, item, w, why, tester, u.name from unnest(said) w, user_account u where u.id = ctx_user();
  update subject_access_part a set row_version = a.row_version + 1 where a.person_id = p and a.id = part;
  return absent;
end $$;

-- They are given after all. False where nothing of it is the caller's.
create function show_in_subject_access(part uuid, item uuid, passage uuid) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(part::text, 3));
  select a.person_id into p from subject_access_parts() a where a.id = part and a.state = 'open';
  if p is null or not exists (select 1 from subject_access_things(part) t where t.id = item) then return false; end if;
  delete from subject_access_passage s where s.person_id = p and s.part_id = part and s.item_id = item and s.id = passage;
  if not found then return false; end if;
  -- What was decided of it was decided without them.
  delete from subject_access_decision d where d.person_id = p and d.part_id = part and d.item_id = item;
  update subject_access_part a set row_version = a.row_version + 1 where a.person_id = p and a.id = part;
  return true;
end $$;
${amended('move_subject_access(uuid, integer, text, text, boolean)', [`'body', t.body)`, `'body', t.given)`])}
`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was kept from a copy is not given by going back: restore a backup'));
  }
}
