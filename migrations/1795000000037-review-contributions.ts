import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itemTable } from './policy-template';

/** What somebody who is asked to a review says: whether they come, how a goal is going, and whether what was written down for them is right. */
export class ReviewContributions1795000000037 implements MigrationInterface {
  name = 'ReviewContributions1795000000037';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('review_contribution', `
  review_id uuid not null, kind text not null, answer text, about_id uuid, about_text text, text text, said_by_name text, said_by_organisation_id uuid, author_name text not null, sent_at timestamptz,
  constraint review_contribution_review_fkey foreign key (person_id, review_id) references review (person_id, id),
  constraint review_contribution_said_by_fkey foreign key (said_by_organisation_id) references organisation (id),
  constraint review_contribution_kind_check check (kind in ('coming', 'update', 'confirmation')),
  constraint review_contribution_answer_check check (case kind when 'coming' then answer in ('yes', 'maybe', 'no') and about_id is null when 'update' then coalesce(answer in ('going_well', 'some_progress', 'stuck', 'achieved', 'not_known'), text is not null)
    else answer in ('right', 'not_right') and about_id is not null end),
  constraint review_contribution_said_by_check check ((said_by_name is null) = (said_by_organisation_id is null)),
  constraint review_contribution_sent_check check (sent_at is not null or kind = 'update' and audience = 'internal')`)}
create unique index review_contribution_key on review_contribution (person_id, review_id, owner_organisation_id, kind, coalesce(about_id, '00000000-0000-0000-0000-000000000000'::uuid)) where said_by_organisation_id is null and sealed_to is null;
create index review_contribution_review_idx on review_contribution (person_id, review_id);

-- Said by whoever holds the review or is asked to it, while it takes what they say; and what was sent does not become a draft again.
create function review_contribution_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.review_id, new.kind, new.about_id, new.said_by_organisation_id) is distinct from (old.review_id, old.kind, old.about_id, old.said_by_organisation_id) or new.sent_at is null and old.sent_at is not null)
     or ctx_organisation() is not null and not exists (select 1 from review r where r.person_id = new.person_id and r.id = new.review_id and (ctx_organisation() = r.owner_organisation_id or ctx_organisation() = any (r.named_organisations))
                     and r.state not in ('due', 'closed', 'cancelled')) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger review_contribution_stands before insert or update on review_contribution for each row execute function review_contribution_stands();
alter function review_contribution_stands() owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was said for a review is not taken away: restore a backup'));
  }
}
