import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, themself } from './policy-template';

const FOR_ME = 'carer_words_for_me(uuid, uuid)';

/** What a family carer says for a review, written down by whoever holds it; docs/adr/0041 says for whom. */
export class CarerWords1795000000062 implements MigrationInterface {
  name = 'CarerWords1795000000062';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Whose words they are, who said them, and whether whoever wrote them down says that the person may read them. The row is never visible to the person, and so to no carer's sign-in either.
alter table review_contribution add column voice text, add column related_person_id uuid, add column person_may_read boolean,
  add constraint review_contribution_related_person_fkey foreign key (person_id, related_person_id) references related_person (person_id, id),
  add constraint review_contribution_voice_check check (case when voice is null then related_person_id is null and person_may_read is null
    else voice = 'carer' and kind = 'update' and answer is null and text is not null and how is not null and related_person_id is not null and person_may_read is not null and sent_at is not null and not visible_to_person end),
  drop constraint review_contribution_how_check,
  add constraint review_contribution_how_check check (how in ('own_page', 'phone', 'face_to_face', 'paper')
    and (how is null or said_by_name is null and (kind in ('coming', 'matters', 'talk') or kind = 'update' and voice is not null and how <> 'own_page')));

-- Only whoever holds the review writes them down, of family who is asked or openly not asked and may be told; of whom only a few may know, for those few.
${amended('review_contribution_stands()', ['  return new;', `  if tg_op = 'INSERT' and new.voice is not null and ctx_organisation() is not null and not exists (
       select 1 from review r join review_invitee i on i.person_id = r.person_id and i.review_id = r.id join related_person f on f.person_id = i.person_id and f.id = i.related_person_id
        where r.person_id = new.person_id and r.id = new.review_id and r.owner_organisation_id = ctx_organisation() and f.id = new.related_person_id and i.kind = 'carer'
          and (i.because is null or i.because not in ('confidential', 'person_does_not_want')) and f.must_not_be_told is null
          and (i.sealed_to is null or new.sealed_to <@ i.sealed_to) and (f.sealed_to is null or new.sealed_to <@ f.sealed_to)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;`])}

-- On the person's own page: what they may read of it, as whoever wrote it down says, for a review that they read there. Of whom they may not know there is no name.
create function carer_words_for_me(p uuid, r uuid) returns table (id uuid, text text, about text, how text, name text, sent_at timestamptz, author_name text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select c.id, c.text, c.about_text, c.how, f.name, c.sent_at, c.author_name
    from review_contribution c join review h on h.person_id = c.person_id and h.id = c.review_id
    left join related_person f on f.person_id = c.person_id and f.id = c.related_person_id and f.visible_to_person and f.sealed_to is null
   where c.person_id = p and c.review_id = r and c.voice = 'carer' and c.person_may_read and c.sealed_to is null and h.visible_to_person and h.sealed_to is null and ${themself('p')}
   order by c.created_at, c.id $$;
grant execute on function ${FOR_ME} to onestory_app;
alter function ${FOR_ME} owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was said for a review is not taken away: restore a backup'));
  }
}
