import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemTable, mayDecide, mayWrite, sealed } from './policy-template';

const DEFINER = ['sharing_agreed(uuid)', 'tell_permits(uuid, date, timestamptz)', 'key_worker_is_ours(uuid)'];

// Who was refused what is known to the organisation that was told, and to the key worker's: never to the refused one, nor to other partners.
const KNOWN_REFUSAL = `(permit or organisation_id <> (select ctx_organisation()) and (created_for = (select ctx_organisation()) or key_worker_is_ours(person_id)))`;

/** What the person agreed, in one conversation; and who may know that somebody was refused. */
export class Sharing1795000000015 implements MigrationInterface {
  name = 'Sharing1795000000015';

  async up(q: QueryRunner): Promise<void> {
    // The exceptions stand nowhere in it: whether there are any is not to be told from "yes" (safety.md, section 1).
    await q.query(`
${itemTable('sharing_conversation', `
  answer text not null, held_on date not null, how text not null, present text, spoke_alone boolean not null, interpreter text,
  capacity text, support text, decided_by text, look_again_on date, ends_on date, review_on date, words text, author_name text not null,
  constraint sharing_conversation_answer_check check (answer in ('yes', 'ask', 'stop')),
  constraint sharing_conversation_how_check check (how in ('face_to_face', 'phone', 'video', 'paper')),
  constraint sharing_conversation_capacity_check check (capacity in ('can_decide', 'with_support', 'best_interests')),
  constraint sharing_conversation_best_interests_check check (capacity <> 'best_interests' or decided_by is not null and look_again_on is not null)`)}

-- How often it was talked about, and whether the person wants to be asked about each one: for all who work with them, whatever else they see.
create function sharing_agreed(p uuid) returns table (conversations integer, asks boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  with told as (
    select c.answer, c.created_at, c.id from sharing_conversation c
     where c.person_id = p and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records')
                                          and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)))
  select count(*)::integer, coalesce((select t.answer in ('ask', 'stop') from told t order by t.created_at desc, t.id desc limit 1), false) from told $$;

-- Every permit is one of which the person has been told, and ends no later than they said. Not of those who help discreetly, unless whoever writes it
-- down knows of them: what was said with somebody listening must not cut off the help that they may not hear of. It only narrows, and answers nothing.
create function tell_permits(p uuid, told date, until timestamptz) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update sharing_decision set told_on = coalesce(told, told_on), ends = least(ends, until), row_version = row_version + 1
   where person_id = p and permit and ends > now() and (sealed_to is null or ctx_user() = any (sealed_to));
end $$;

-- Does the key worker of an open case work for the caller's organisation?
create function key_worker_is_ours(p uuid) returns boolean
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from key_worker_assignment w join membership m on m.id = w.membership_id join coordination_case c on c.person_id = p and c.id = w.case_id and c.state <> 'closed'
                  where w.person_id = p and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null and m.organisation_id = ctx_organisation()) $$;

drop policy read on sharing_decision;
create policy read on sharing_decision for select to onestory_app using (${mayWrite('sharing_decision')} and ${sealed('sharing_decision')} and ${KNOWN_REFUSAL});
drop policy finish on sharing_decision;
create policy finish on sharing_decision for update to onestory_app using (${mayDecide('sharing_decision')} and ${sealed('sharing_decision')} and ${KNOWN_REFUSAL})
  with check (true);
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
